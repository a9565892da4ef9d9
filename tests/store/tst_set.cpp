#include "store/EventSet.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace creel;

/** EventSet against std::set. */
class TestSet : public QObject
{
    Q_OBJECT

    static void compare(const EventSet& set, const std::set<qint64>& model)
    {
        QCOMPARE(set.size(), qint64(model.size()));
        const std::vector<qint64> newestFirst(model.rbegin(), model.rend());
        QCOMPARE(set.newest().v, newestFirst.empty() ? 0 : newestFirst.front());
        for (std::size_t row = 0; row < newestFirst.size(); ++row) {
            QCOMPARE(set.at(Row(qint64(row))).v, newestFirst[row]);
            QCOMPARE(set.rowOf(EventId(newestFirst[row])).v, qint64(row));
        }
        QVERIFY(!set.at(Row(qint64(newestFirst.size()))).isValid());
        QVERIFY(!set.at(Row(-1)).isValid());
        const std::size_t from = newestFirst.size() / 3;
        const std::size_t count = newestFirst.size() / 2;
        const std::vector<EventId> ids = set.ids(Row(qint64(from)), qint64(count));
        QCOMPARE(ids.size(), std::min(count, newestFirst.size() - from));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i].v, newestFirst[from + i]);
    }

private slots:
    void randomOperations_data()
    {
        QTest::addColumn<qint64>("base");
        QTest::newRow("small ids") << qint64(1);
        QTest::newRow("around 2^32") << (qint64(1) << 32) - 300;
        QTest::newRow("far beyond") << (qint64(1) << 40) - 300;
    }
    void randomOperations()
    {
        QFETCH(qint64, base);
        std::mt19937 random(4747);
        const auto pick = [&](qint64 below) { return qint64(random() % quint64(below)); };
        EventSet set;
        std::set<qint64> model;
        for (int step = 0; step < 400; ++step) {
            const qint64 first = base + pick(600);
            const qint64 last = first + pick(40);
            switch (pick(5)) {
            case 0:
                set.add(EventId(first));
                model.insert(first);
                break;
            case 1:
                set.addRange(EventId(first), EventId(last));
                for (qint64 id = first; id <= last; ++id)
                    model.insert(id);
                break;
            case 2:
                set.remove(EventId(first));
                model.erase(first);
                break;
            case 3:
                set.removeRange(EventId(first), EventId(last));
                for (qint64 id = first; id <= last; ++id)
                    model.erase(id);
                break;
            default: {
                EventSet other;
                other.addRange(EventId(first), EventId(last));
                other.add(EventId(base + 5));
                if (pick(2)) {
                    set.unite(other);
                    for (qint64 id = first; id <= last; ++id)
                        model.insert(id);
                    model.insert(base + 5);
                } else {
                    set.subtract(other);
                    for (qint64 id = first; id <= last; ++id)
                        model.erase(id);
                    model.erase(base + 5);
                }
            }
            }
            if (step % 20 == 0)
                compare(set, model);
        }
        compare(set, model);
    }

    void copiesAreIndependent()
    {
        EventSet one;
        one.addRange(EventId(1), EventId(1000));
        EventSet two = one;
        two.remove(EventId(500));
        one.add(EventId(2000));
        QVERIFY(one.contains(EventId(500)) && !two.contains(EventId(500)));
        QVERIFY(one.contains(EventId(2000)) && !two.contains(EventId(2000)));
        EventSet moved = std::move(one);
        QCOMPARE(moved.size(), 1001);
        QVERIFY(moved != two);
        two = moved;
        QVERIFY(moved == two);
    }

    void edges()
    {
        EventSet set;
        QCOMPARE(set.rowOf(EventId(1)).v, -1);
        set.add(EventId(0));
        set.add(EventId(-5));
        QVERIFY(set.isEmpty());
        set.addRange(EventId(-3), EventId(2));
        QCOMPARE(set.size(), 2);
        set.addRange(EventId(9), EventId(8));
        QCOMPARE(set.size(), 2);
        set.removeRange(EventId(1), EventId(qint64(1) << 50));
        QVERIFY(set.isEmpty() && !set.newest().isValid());
        QVERIFY(set.ids(Row(0), 5).empty());
    }
};

QTEST_APPLESS_MAIN(TestSet)
#include "tst_set.moc"
