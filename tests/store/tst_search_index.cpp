#include "StoreFixture.h"

#include "store/SearchIndexPostings.h"
#include "store/SearchIndexText.h"
#include "store/TextMatcher.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>

#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include <zlib.h>

using namespace creel;
using namespace creel::test;
using Ids = std::vector<qint64>;

namespace
{

QByteArray gzipped(const QByteArray& bytes)
{
    QByteArray out(qsizetype(compressBound(uLong(bytes.size()))) + 64, Qt::Uninitialized);
    z_stream stream{};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("deflateInit2");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("deflate");
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

NewEvent codedEvent(const QByteArray& coding, QByteArray body)
{
    NewEvent event = makeEvent(std::move(body));
    auto request = std::make_shared<Request>(*event.request);
    request->head.insert(request->head.size() - 2, "Content-Encoding: " + coding + "\r\n");
    request->headers.add("Content-Encoding", coding);
    event.request = std::move(request);
    return event;
}

Query textQuery(const QString& text)
{
    Query query;
    query.text = text;
    return query;
}

/** Text with everything that a tokenizer may stumble over. */
QByteArray oddText(QRandomGenerator& random, int length)
{
    static const QByteArray parts[] = {"a", "b", "A", "B", "\"", " ", "*", "\xc3\xa4", "\xc3\x84", "\xe2\x82\xac",
        "\xf0\x9f\x98\x80", "\xe2\x84\xaa", QByteArray("\0", 1), "\xff", "\xe2\x82", "\xc3", "AND", "'", "\xef\xbf\xbe",
        "\xed\xa0\x80", "\xcc\x88"};
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += parts[random.bounded(int(std::size(parts)))];
    return text;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

    /** The workspace with an indexer, and a folder for the index. */
    struct Indexed {
        Indexed()
            : store(options(&cache))
        {
        }
        static WorkspaceOptions options(const QTemporaryDir* folder)
        {
            WorkspaceOptions options;
            options.cacheFolder = folder->path();
            options.index = true;
            return options;
        }
        QString file() const { return cache.filePath(QString::fromLatin1(store.uuid()) + QStringLiteral(".index")); }
        bool caughtUp() { return store.store().indexBacklog() == 0 && store.store().indexedUpTo().isValid(); }

        /** The fixture and its uuid, which has to be known when it is closed. */
        struct Store : StoreFixture {
            explicit Store(const WorkspaceOptions& options)
                : StoreFixture(options)
                , m_uuid(workspace().uuid())
            {
            }
            QByteArray uuid() const { return m_uuid; }
            Workspace& store() { return workspace(); }

        private:
            QByteArray m_uuid;
        };
        QTemporaryDir cache;
        Store store;
    };

    /** What a scan finds: another opening that knows of no index. */
    static Ids scanned(StoreFixture& store, const Query& query)
    {
        const QTemporaryDir empty;
        WorkspaceOptions options;
        options.readOnly = true;
        options.cacheFolder = empty.path();
        const auto opened = Workspace::open(store.file(), options);
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().text));
        const Result<EventSet> set = (*opened)->reader().findNow(query);
        if (!set.ok())
            qFatal("%s", qPrintable(set.error().text));
        Ids ids;
        for (const EventId id : set->ids(Row(0), set->size()))
            ids.push_back(id.v);
        return ids;
    }

    static void fill(StoreFixture& store, int count)
    {
        for (int i = 0; i < count; ++i)
            store.writer().addEvent(makeEvent("{\"number\":\"n" + QByteArray::number(i) + "e\"}"), {});
        store.writer().flush();
    }

    static void overwrite(const QString& file, const QByteArray& bytes, bool keepSize)
    {
        QFile target(file);
        QVERIFY(target.open(keepSize ? QIODevice::ReadWrite : QIODevice::WriteOnly | QIODevice::Truncate));
        const qint64 size = keepSize ? target.size() : bytes.size();
        for (qint64 at = 0; at < size && !bytes.isEmpty(); at += bytes.size())
            target.write(bytes.first(std::min<qint64>(bytes.size(), size - at)));
    }

    static QByteArray garbage(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        QRandomGenerator random(7);
        for (char& byte : bytes)
            byte = char(random.bounded(256));
        return bytes;
    }

private slots:
    void trigrams()
    {
        const auto of = [](const char* term) { return trigramsOf(term); };
        const auto number = [](const char* t) {
            return Trigram(quint8(t[0]) << 16 | quint8(t[1]) << 8 | quint8(t[2]));
        };
        using List = std::vector<Trigram>;
        QCOMPARE(of(""), List());
        QCOMPARE(of("ab"), List());
        QCOMPARE(of("aBc"), (List{number("abc")}));
        QCOMPARE(of("abcd"), (List{number("abc"), number("bcd")}));
        QCOMPARE(of("abcdefgh"), (List{number("abc"), number("def"), number("fgh")}));
        QCOMPARE(of("defabc"), (List{number("abc"), number("def")})); // in rising order
        QCOMPARE(of("aaaaaaa"), (List{number("aaa")}));
        QCOMPARE(of("\xe2\x82\xac"), (List{0xe282ac})); // one character is enough
    }

    void postings()
    {
        QRandomGenerator random(99);
        for (const int events : {1, 5, 300, 2'000, int(blockSize)}) {
            PostingBuffer buffer(7);
            std::map<Trigram, std::set<quint32>> expected;
            for (int i = 0; i < events; ++i) {
                const quint32 offset = events == int(blockSize) ? quint32(i) : random.bounded(quint32(blockSize));
                QByteArray text = "AB";
                for (int length = random.bounded(6); length > 0; --length)
                    text += char(random.bounded(2) ? 'a' + random.bounded(3) : random.bounded(256));
                if (events >= 2'000) { // many pairs that begin alike
                    for (int length = events / 20; length > 0; --length)
                        text += char('a' + random.bounded(3));
                }
                buffer.add(7 * blockSize + offset, text);
                for (qsizetype at = 0; at + 3 <= text.size(); ++at)
                    expected[trigramsOf(text.mid(at, 3)).front()].insert(offset);
            }
            std::map<Trigram, std::set<quint32>> taken;
            buffer.take([&](Trigram trigram, const BlockSet& set) {
                QVERIFY(taken.empty() || taken.rbegin()->first < trigram);
                BlockSet read;
                QVERIFY(read.unite(set.encoded()));
                QVERIFY(set.encoded().size() <= 1 + blockSize / 8);
                for (quint32 offset = 0; offset < blockSize; ++offset) {
                    if (read.contains(offset))
                        taken[trigram].insert(offset);
                }
            });
            QVERIFY(taken == expected);
            QVERIFY(buffer.isEmpty());
        }
    }

    void brokenLists_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("unknown form") << QByteArray("\3\1");
        QTest::newRow("bits, short") << QByteArray(100, '\1');
        QTest::newRow("no distance") << QByteArray("\2\0", 2);
        QTest::newRow("cut off") << QByteArray("\2\x81");
        QTest::newRow("past the end") << QByteArray("\2\xff\xff");
    }
    void brokenLists()
    {
        QFETCH(QByteArray, list);
        BlockSet set;
        QVERIFY(!set.unite(list));
    }

    void sameAsTheScan()
    {
        Indexed indexed;
        StoreFixture& store = indexed.store;
        QRandomGenerator random(4711);
        std::vector<QByteArray> texts;
        for (int i = 0; i < 300; ++i) {
            texts.push_back(oddText(random, 1 + random.bounded(60)));
            const int kind = random.bounded(6);
            if (kind == 0) {
                store.writer().addEvent(codedEvent("gzip", gzipped(texts.back())), {});
            } else if (kind == 1) {
                store.writer().addEvent(codedEvent("gzip", gzipped(texts.back()).chopped(9)), {});
            } else if (kind == 2) {
                store.writer().addEvent(codedEvent("unknown", texts.back()), {});
            } else if (kind == 3) {
                NewEvent event = makeEvent({});
                event.bodyId = store.writer().beginBody(event);
                for (qsizetype at = 0; at < texts.back().size(); at += 5)
                    store.writer().appendBody(*event.bodyId, texts.back().mid(at, 5), {});
                store.writer().addEvent(event, {});
            } else {
                store.writer().addEvent(makeEvent(texts.back()), {});
            }
        }
        store.writer().flush();
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);

        const auto compareAll = [&](const char* state) {
            const QTemporaryDir empty;
            WorkspaceOptions options;
            options.readOnly = true;
            options.cacheFolder = empty.path();
            const auto plain = Workspace::open(store.file(), options);
            QVERIFY(plain.ok());
            int hits = 0;
            for (int i = 0; i < 150; ++i) {
                QString term;
                if (i % 4 == 0) {
                    term = QString::fromUtf8(oddText(random, 1 + random.bounded(6)));
                } else { // a part of what is there
                    const QByteArray& text = texts[random.bounded(quint32(texts.size()))];
                    term = QString::fromUtf8(text.mid(random.bounded(int(text.size())), 1 + random.bounded(12)));
                    term = i % 4 == 1 ? term.toUpper() : term;
                }
                if (i == 7)
                    term = QStringLiteral("content-encoding: gzip\r\n");
                Query query = textQuery(term);
                if (i % 5 == 0)
                    query.afterId = EventId(random.bounded(200));
                const Result<EventSet> with = store.reader().findNow(query);
                const Result<EventSet> without = (*plain)->reader().findNow(query);
                QVERIFY(with.ok() && without.ok());
                QVERIFY2(*with == *without, qPrintable(QLatin1String(state) + term));
                const Result<EventSet> few = store.reader().findNow(query, 3);
                const Result<EventSet> fewPlain = (*plain)->reader().findNow(query, 3);
                QVERIFY2(*few == *fewPlain, qPrintable(QLatin1String(state) + term));
                hits += with->isEmpty() ? 0 : 1;
            }
            QVERIFY(hits > 25);
        };
        compareAll("indexed: ");
        if (QTest::currentTestFailed())
            return;

        std::vector<EventId> some;
        for (qint64 id = 3; id <= 300; id += 7)
            some.push_back(EventId(id));
        store.writer().setTags(some, {QStringLiteral("tagged")});
        store.writer().setNote(EventId(4), QStringLiteral("a note"));
        store.writer().setVerdict(EventId(5), {SignatureState::Valid, Freshness::Fresh, "stripe"});
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().deleteEvents(some, done); }).ok());
        compareAll("deleted: ");
        if (QTest::currentTestFailed())
            return;
        some.resize(some.size() / 2);
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().undeleteEvents(some, done); }).ok());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().purgeDeleted(done); }).ok());
        fill(store, 50); // some of them not yet indexed
        compareAll("purged: ");
    }

    void largeBodies()
    {
        Indexed indexed;
        StoreFixture& store = indexed.store;
        QByteArray large((2 << 20) + 100, 'x');
        large.replace(5, 5, "early");
        large.replace((1 << 20) - 3, 6, "border");
        large.replace(2 << 20, 4, "late");
        QVERIFY(store.add(makeEvent(large)).ok());
        QVERIFY(store.add(codedEvent("gzip", gzipped(large))).ok());
        QVERIFY(store.add(makeEvent("early, small")).ok());
        fill(store, 20);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QCOMPARE(store.found(textQuery(QStringLiteral("EARLY"))), (Ids{3, 2, 1}));
        QCOMPARE(store.found(textQuery(QStringLiteral("border"))), (Ids{2, 1}));
        QCOMPARE(store.found(textQuery(QStringLiteral("xlatex"))), (Ids{2, 1}));
        QCOMPARE(store.found(textQuery(QStringLiteral("never there"))), Ids());
    }

    /** A small body may claim to hold very much: what is looked at has an end. */
    void decodedSizeIsLimited()
    {
        Indexed indexed;
        StoreFixture& store = indexed.store;
        QByteArray bomb(qsizetype(SearchBody::maxDecoded) + 100, 'x');
        bomb.replace(qsizetype(SearchBody::maxDecoded) - 50, 7, "reached");
        bomb.replace(qsizetype(SearchBody::maxDecoded) + 50, 7, "too far");
        QVERIFY(store.add(codedEvent("gzip", gzipped(bomb))).ok());
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QCOMPARE(store.found(textQuery(QStringLiteral("reached"))), (Ids{1}));
        QCOMPARE(store.found(textQuery(QStringLiteral("too far"))), Ids());
    }

    void streamsNewestFirst()
    {
        Indexed indexed;
        StoreFixture& store = indexed.store;
        fill(store, 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        std::mutex mutex;
        std::vector<QueryPart> parts;
        store.reader().find(textQuery(QStringLiteral("number")), {}, [&](const Result<QueryPart>& part) {
            const std::lock_guard lock(mutex);
            parts.push_back(*part);
        });
        QTRY_VERIFY([&] {
            const std::lock_guard lock(mutex);
            return !parts.empty() && parts.back().done;
        }());
        QVERIFY(parts.size() >= 2);
        QCOMPARE(parts.front().found.size(), 200);
        QCOMPARE(parts.front().found.newest(), EventId(1'000));
        qint64 sum = 0;
        for (const QueryPart& part : parts)
            sum += part.found.size();
        QCOMPARE(sum, 1'000); // nothing is told twice
        QCOMPARE(parts.back().scanned, parts.back().total);
    }

    /** The index is used at all: only what it names is looked at. */
    void findsThroughTheIndex()
    {
        Indexed indexed;
        fill(indexed.store, 500);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QCOMPARE(indexed.store.store().indexedUpTo(), EventId(500));
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("\"n77e\""))), (Ids{78}));
        QVERIFY(QFile(indexed.file()).size() > 20'000);
    }

    void progressIsTold()
    {
        Indexed indexed;
        QSignalSpy told(&indexed.store.store(), &Workspace::indexChanged);
        fill(indexed.store, 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QTRY_VERIFY(!told.isEmpty());
        QCOMPARE(indexed.store.store().indexBacklog(), 0);
    }

    void readersUseItToo()
    {
        Indexed indexed;
        fill(indexed.store, 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        WorkspaceOptions options;
        options.cacheFolder = indexed.cache.path();
        const auto other = Workspace::open(indexed.store.file(), options);
        QVERIFY(other.ok());
        const Result<EventSet> found = (*other)->reader().findNow(textQuery(QStringLiteral("n123e")));
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 1);
        QVERIFY(found->contains(EventId(124)));
        // A second indexer leaves it to the first, knows how far it is, and takes over at its end.
        options.index = true;
        const auto second = Workspace::open(indexed.store.file(), options);
        QVERIFY(second.ok());
        QTRY_COMPARE((*second)->indexedUpTo(), EventId(1'000));
        indexed.store.close();
        (*second)->writer().addEvent(makeEvent("after the first"), {});
        QTRY_COMPARE_WITH_TIMEOUT((*second)->indexedUpTo(), EventId(1'001), 20'000);
    }

    void goesOnAfterOpening()
    {
        Indexed indexed;
        fill(indexed.store, 700);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        indexed.store.close();
        indexed.store.reopen();
        // All that is there is known at once, not made again.
        QTRY_COMPARE(indexed.store.store().indexedUpTo(), EventId(700));
        fill(indexed.store, 300);
        QTRY_COMPARE_WITH_TIMEOUT(indexed.store.store().indexedUpTo(), EventId(1'000), 20'000);
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n277e"))), (Ids{978, 278}));
    }

    void harm_data()
    {
        QTest::addColumn<bool>("open");
        QTest::addColumn<QString>("what");
        for (const bool open : {false, true}) {
            for (const char* what : {"delete", "empty", "half", "garbage", "sparse garbage", "short text", "all gone"})
                QTest::addRow("%s, %s", what, open ? "open" : "closed") << open << QString::fromLatin1(what);
        }
    }
    void harm()
    {
        QFETCH(bool, open);
        QFETCH(QString, what);
        Indexed indexed;
        fill(indexed.store, 1'500);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n1234e"))), (Ids{1'235}));
        if (!open)
            indexed.store.close();
        const QString file = indexed.file();
        QVERIFY(QFile::exists(file));
        const qint64 size = QFile(file).size();
        if (what == QLatin1String("delete")) {
            QVERIFY(QFile::remove(file));
        } else if (what == QLatin1String("all gone")) {
            for (const QString& name : QDir(indexed.cache.path()).entryList(QDir::Files | QDir::Hidden))
                QFile::remove(indexed.cache.filePath(name));
        } else if (what == QLatin1String("empty")) {
            overwrite(file, {}, false);
        } else if (what == QLatin1String("half")) {
            QVERIFY(QFile::resize(file, size / 2));
        } else if (what == QLatin1String("garbage")) {
            overwrite(file, garbage(5'003), true);
        } else if (what == QLatin1String("sparse garbage")) {
            QFile target(file);
            QVERIFY(target.open(QIODevice::ReadWrite) && target.seek(size / 2));
            target.write(garbage(100));
        } else {
            overwrite(file, "not an index", false);
        }
        if (!open)
            indexed.store.reopen();
        QCOMPARE(indexed.store.store().eventCount(), 1'500);
        // Right away, by a scan where need be; and after it was made again.
        QTRY_COMPARE(indexed.store.found(textQuery(QStringLiteral("n1234e"))), (Ids{1'235}));
        fill(indexed.store, 300); // so many are indexed at once
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp() && QFile(file).size() > size / 2, 30'000);
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n1234e"))), (Ids{1'235}));
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n7e"))), (Ids{1'508, 8}));
    }

    /** Where nobody makes it again, a broken index is passed over. */
    void brokenWithoutIndexer()
    {
        Indexed indexed;
        fill(indexed.store, 1'500);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        WorkspaceOptions options;
        options.cacheFolder = indexed.cache.path();
        options.readOnly = true;
        indexed.store.close();
        const qint64 size = QFile(indexed.file()).size();
        for (const qint64 from : {size - 100, size / 2, size / 3, qint64(8'192), qint64(0)}) {
            QFile target(indexed.file());
            QVERIFY(target.open(QIODevice::ReadWrite) && target.seek(from));
            target.write(garbage(qsizetype(size - from)));
            target.close();
            if (from == 0) { // as if it had been trusted
                QFile state(indexed.file() + QStringLiteral(".state"));
                QVERIFY(state.open(QIODevice::WriteOnly));
                state.write("open " + QSysInfo::bootUniqueId());
            }
            const auto opened = Workspace::open(indexed.store.file(), options);
            QVERIFY(opened.ok());
            const Result<EventSet> found = (*opened)->reader().findNow(textQuery(QStringLiteral("n1234e")));
            QVERIFY(found.ok());
            QCOMPARE(found->size(), 1);
        }
    }

    void noPlaceForIt()
    {
        QTemporaryDir folder;
        overwrite(folder.filePath(QStringLiteral("file")), "x", false);
        WorkspaceOptions options;
        options.index = true;
        options.cacheFolder = folder.filePath(QStringLiteral("file/below"));
        StoreFixture store(options);
        fill(store, 300);
        QCOMPARE(store.found(textQuery(QStringLiteral("n7e"))), (Ids{8}));
    }

    /** Two copies of a workspace have one uuid and so one index: what is in it counts only for the one it was made of.
     */
    void copyIsNotConfused()
    {
        Indexed indexed;
        fill(indexed.store, 100);
        const QString copy = indexed.store.path(QStringLiteral("copy.creel"));
        QVERIFY(StoreFixture::wait([&](auto done) { indexed.store.writer().saveCopy(copy, done); }).ok());
        for (int i = 0; i < 600; ++i)
            indexed.store.writer().addEvent(makeEvent("first", "/hook", 1'700'000'000'000'000 + i), {});
        indexed.store.writer().flush();
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        WorkspaceOptions options;
        options.cacheFolder = indexed.cache.path();
        const auto other = Workspace::open(copy, options);
        QVERIFY(other.ok());
        const auto count = [&](const char* term) {
            const Result<EventSet> found = (*other)->reader().findNow(textQuery(QString::fromLatin1(term)));
            return found.ok() ? found->size() : -1;
        };
        QCOMPARE(count("n7e"), 1); // behind the index
        for (int i = 0; i < 700; ++i)
            (*other)->writer().addEvent(makeEvent("second", "/hook", 1'800'000'000'000'000 + i), {});
        (*other)->writer().flush();
        QCOMPARE(count("second"), 700); // ahead of it
        QCOMPARE(count("first"), 0);
        // And where the copy's own indexer comes, it begins anew.
        indexed.store.close();
        options.index = true;
        const auto third = Workspace::open(copy, options);
        QVERIFY(third.ok());
        QTRY_COMPARE_WITH_TIMEOUT((*third)->indexedUpTo(), EventId(800), 20'000);
        QCOMPARE((*third)->reader().findNow(textQuery(QStringLiteral("second")))->size(), 700);
    }

    void staleEntriesAreSweptOut()
    {
        Indexed indexed;
        fill(indexed.store, 1'200);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        const std::filesystem::path path(indexed.file().toStdU16String());
        const std::filesystem::path before(indexed.cache.filePath(QStringLiteral("before")).toStdU16String());
        std::filesystem::create_hard_link(path, before);
        std::vector<EventId> most;
        for (qint64 id = 1; id <= 1'000; ++id)
            most.push_back(EventId(id));
        QVERIFY(StoreFixture::wait([&](auto done) { indexed.store.writer().deleteEvents(most, done); }).ok());
        QVERIFY(StoreFixture::wait([&](auto done) { indexed.store.writer().purgeDeleted(done); }).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::equivalent(path, before), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(indexed.caughtUp(), 20'000);
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n1100e"))), (Ids{1'101}));
        QCOMPARE(indexed.store.found(textQuery(QStringLiteral("n900e"))), Ids());
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_search_index.moc"
