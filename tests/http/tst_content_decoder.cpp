#include "http/ContentDecoder.h"

#include <QTest>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

using namespace creel;

namespace
{

QByteArray deflated(const QByteArray& bytes, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib");
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray brotlied(const QByteArray& bytes)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(std::size_t(bytes.size())) + 64;
    QByteArray out(qsizetype(size), '\0');
    if (!BrotliEncoderCompress(5, 22, BROTLI_MODE_GENERIC, std::size_t(bytes.size()),
            reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data())))
        qFatal("brotli");
    out.truncate(qsizetype(size));
    return out;
}

QByteArray zstded(const QByteArray& bytes, int windowLog = 0)
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    QByteArray out(qsizetype(ZSTD_compressBound(std::size_t(bytes.size()))), '\0');
    // Streaming without a known size, so that the frame keeps the window it was told.
    ZSTD_inBuffer in{bytes.data(), std::size_t(bytes.size()), 0};
    ZSTD_outBuffer target{out.data(), std::size_t(out.size()), 0};
    ZSTD_compressStream2(context, &target, &in, ZSTD_e_continue);
    if (ZSTD_compressStream2(context, &target, &in, ZSTD_e_end) != 0)
        qFatal("zstd");
    out.truncate(qsizetype(target.pos));
    ZSTD_freeCCtx(context);
    return out;
}

QByteArray encoded(const QByteArray& coding, const QByteArray& bytes)
{
    if (coding == "gzip" || coding == "x-gzip")
        return deflated(bytes, 15 + 16);
    if (coding == "zlib")
        return deflated(bytes, 15);
    if (coding == "raw")
        return deflated(bytes, -15);
    if (coding == "br")
        return brotlied(bytes);
    return coding == "zstd" ? zstded(bytes) : bytes;
}

/** Something that compresses, and not too well. */
QByteArray sample(int size)
{
    QByteArray out;
    for (int i = 0; out.size() < size; ++i)
        out += QByteArray::number(i * 7919 % 104729) + (i % 3 ? "," : "\n");
    return out.left(size);
}

} // namespace

class TestContentDecoder : public QObject
{
    Q_OBJECT
private slots:
    void zstdFrames_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("good");
        const QByteArray frame = zstded("one ");
        const QByteArray skipped = QByteArray::fromHex("502a4d1803000000") + "abc";
        const QByteArray emptySkipped = QByteArray::fromHex("5f2a4d1800000000");
        QTest::newRow("two frames") << frame + frame << true;
        QTest::newRow("skippable frames") << skipped + frame + emptySkipped + frame + skipped << true;
        QTest::newRow("cut in the second magic") << frame + frame + frame.left(3) << false;
        QTest::newRow("cut in the second frame") << frame + frame + frame.left(frame.size() - 1) << false;
        // Formats from before RFC 8878, which the library still reads, and not alike in pieces.
        QTest::newRow("version 0.6") << QByteArray::fromHex("26b52ffd81faffffffff") << false;
        QTest::newRow("version 0.7 after a frame") << frame + frame + QByteArray::fromHex("27b52ffd0000") << false;
        QTest::newRow("a header that holds a skippable frame")
            << QByteArray::fromHex("28b52ffd502a4d1800000000") << false;
        QTest::newRow("no magic") << QByteArray("{\"a\":1}") << false;
    }

    void zstdFrames()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, good);
        const DecodedContent whole = decodeContent("zstd", body, 1000);
        QCOMPARE(!whole.error, good);
        if (good)
            QCOMPARE(whole.bytes, QByteArray("one one "));
        for (const qsizetype step : {1, 3, 4, 8}) {
            auto decoder = ContentDecoder::make("zstd", 1000);
            QByteArray out;
            bool ok = true;
            for (qsizetype at = 0; ok && at < body.size(); at += step)
                ok = decoder->decode(QByteArrayView(body).sliced(at, qMin(step, body.size() - at)), out).ok();
            QCOMPARE(ok && decoder->finish().ok(), good);
            QVERIFY(!good || out == whole.bytes);
        }
    }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArrayList>("codings");
        QTest::newRow("none") << QByteArray() << QByteArrayList();
        QTest::newRow("identity") << QByteArray("identity") << QByteArrayList();
        QTest::newRow("gzip") << QByteArray("gzip") << QByteArrayList{"gzip"};
        QTest::newRow("x-gzip, upper case") << QByteArray(" X-GZip ") << QByteArrayList{"gzip"};
        QTest::newRow("deflate") << QByteArray("deflate") << QByteArrayList{"zlib"};
        QTest::newRow("deflate, raw") << QByteArray("deflate") << QByteArrayList{"raw"};
        QTest::newRow("br") << QByteArray("br") << QByteArrayList{"br"};
        QTest::newRow("zstd") << QByteArray("zstd") << QByteArrayList{"zstd"};
        QTest::newRow("two") << QByteArray("gzip, br") << QByteArrayList{"gzip", "br"};
        QTest::newRow("three and identity")
            << QByteArray("zstd,identity , deflate,gzip") << QByteArrayList{"zstd", "zlib", "gzip"};
    }

    void roundTrip()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArrayList, codings);
        for (const int size : {0, 1, 2, 1000, 32 * 1024, 200'000}) {
            const QByteArray plain = sample(size);
            QByteArray body = plain;
            for (const QByteArray& coding : codings)
                body = encoded(coding, body);
            const DecodedContent whole = decodeContent(field, body, 1'000'000);
            QVERIFY2(!whole.error, qPrintable(whole.error ? whole.error->text : QString()));
            QCOMPARE(whole.bytes, plain);

            auto decoder = ContentDecoder::make(field, 1'000'000);
            QVERIFY(decoder.ok());
            QByteArray bytewise;
            for (const char& c : body)
                QVERIFY(decoder->decode(QByteArrayView(&c, 1), bytewise).ok());
            QVERIFY(decoder->finish().ok());
            QCOMPARE(bytewise, plain);
        }
    }

    void limitIsExact_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("coding");
        for (const char* coding : {"identity", "gzip", "br", "zstd"})
            QTest::newRow(coding) << QByteArray(coding) << QByteArray(coding);
        QTest::newRow("deflate") << QByteArray("deflate") << QByteArray("zlib");
    }

    void limitIsExact()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, coding);
        const QByteArray plain = sample(100'000);
        const QByteArray body = encoded(coding, plain);
        const DecodedContent at = decodeContent(field, body, 100'000);
        QVERIFY(!at.error && !at.limitReached);
        const DecodedContent over = decodeContent(field, body, 99'999);
        QVERIFY(over.error && over.limitReached);
        QCOMPARE(over.bytes, plain.left(99'999));
        QVERIFY(over.error->text.contains(QStringLiteral("99999")));
    }

    /** 100 MB of zeros in some hundred bytes: no more than the limit comes out, of no coding. */
    void bomb()
    {
        const QByteArray inner = deflated(QByteArray(100'000'000, '\0'), 15 + 16);
        const QByteArray outer = deflated(inner, 15 + 16);
        const DecodedContent content = decodeContent("gzip, gzip", outer, 1'000'000);
        QVERIFY(content.limitReached);
        QCOMPARE(content.bytes.size(), 1'000'000);
        // Here the large one is in between, and would come to nothing.
        const DecodedContent between = decodeContent("identity, gzip, gzip", outer, 50'000);
        QVERIFY(between.limitReached);
        QVERIFY(between.bytes.size() <= 50'000);
    }

    void cutOff_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("coding");
        for (const char* coding : {"gzip", "br", "zstd"})
            QTest::newRow(coding) << QByteArray(coding) << QByteArray(coding);
        QTest::newRow("deflate") << QByteArray("deflate") << QByteArray("zlib");
        QTest::newRow("deflate, raw") << QByteArray("deflate") << QByteArray("raw");
    }

    void cutOff()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, coding);
        const QByteArray plain = sample(300);
        const QByteArray body = encoded(coding, plain);
        for (qsizetype size = 1; size < body.size(); ++size) {
            const DecodedContent content = decodeContent(field, body.left(size), 10'000);
            QVERIFY2(content.error, QByteArray::number(size).constData());
            QVERIFY(plain.startsWith(content.bytes));
        }
    }

    void garbageBehindTheEnd()
    {
        for (const char* coding : {"gzip", "br", "zstd"}) {
            const DecodedContent content = decodeContent(coding, encoded(coding, "hello") + "garbage", 10'000);
            QVERIFY2(content.error, coding);
            QCOMPARE(content.bytes, QByteArray("hello"));
        }
        QVERIFY(decodeContent("deflate", encoded("zlib", "hello") + "x", 10'000).error);
    }

    void manyMembers()
    {
        QCOMPARE(decodeContent("gzip", encoded("gzip", "a") + encoded("gzip", "b"), 10).bytes, QByteArray("ab"));
        QCOMPARE(decodeContent("zstd", encoded("zstd", "a") + encoded("zstd", "b"), 10).bytes, QByteArray("ab"));
    }

    void notWhatItSays()
    {
        for (const char* coding : {"gzip", "deflate", "br", "zstd"}) {
            const DecodedContent content = decodeContent(coding, "{\"id\": \"evt_1\", \"type\": \"x\"}", 10'000);
            QVERIFY2(content.error && !content.limitReached, coding);
            QVERIFY(content.error->text.contains(QString::fromLatin1(coding)));
        }
    }

    void unknownCoding()
    {
        const auto decoder = ContentDecoder::make("gzip, snappy\x1b", 10);
        QVERIFY(!decoder.ok());
        QCOMPARE(decoder.error().code, ErrorCode::Unsupported);
        QVERIFY(decoder.error().text.contains(QStringLiteral("snappy")));
        QVERIFY(!decoder.error().text.contains(QChar(0x1b)));
    }

    void mostCodings()
    {
        QVERIFY(ContentDecoder::make("gzip,gzip,gzip,gzip,gzip", 10).ok());
        QVERIFY(!ContentDecoder::make("gzip,gzip,gzip,gzip,gzip,gzip", 10).ok());
    }

    /** A frame that asks for a window of 128 MB must not get it. */
    void zstdWindow()
    {
        QVERIFY(!decodeContent("zstd", zstded(sample(1000), 23), 10'000).error);
        QVERIFY(decodeContent("zstd", zstded(sample(1000), 24), 10'000).error);
    }

    void staysBroken()
    {
        auto decoder = ContentDecoder::make("gzip", 10);
        QVERIFY(decoder.ok());
        QByteArray out;
        QVERIFY(!decoder->decode("not gzip", out).ok());
        QVERIFY(!decoder->decode(encoded("gzip", "x"), out).ok());
        QVERIFY(!decoder->finish().ok());
        QVERIFY(out.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestContentDecoder)
#include "tst_content_decoder.moc"
