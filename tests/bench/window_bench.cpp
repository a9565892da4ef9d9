// The window on a large workspace: start to the first row painted, memory, scrolling, the appearance of a new event.
//   window_bench make <file.creel> [events=1000000]
//   window_bench run <file.creel>
// `run` wants a file that `make` wrote, and a display (or QT_QPA_PLATFORM=offscreen). Two processes, so that memory and
// start are those of a fresh one.
#include "app/Workbench.h"
#include "desktop/MainWindow.h"
#include "desktop/Settings.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/ListPane.h"
#include "desktop/start/HttpSampleSender.h"
#include "desktop/theme/Theme.h"
#include "secrets/SecretStore.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <semaphore>
#include <vector>

// In a static library nothing else pulls the resource in; the macro wants the global namespace.
static void initResources()
{
    Q_INIT_RESOURCE(creel);
}

using namespace creel;

namespace
{

constexpr int newEvents = 40;
constexpr int newEventEveryMs = 150;
constexpr int scrollSteps = 600;

NewEvent makeEvent(qint64 number, qint64 atUs)
{
    static const auto answer = std::make_shared<const Answer>();
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = "/stripe";
    request->head = "POST /stripe HTTP/1.1\r\nHost: localhost:4747\r\nContent-Type: application/json\r\n\r\n";
    request->body = "{\"id\":\"evt_" + QByteArray::number(number) + "\",\"type\":\"charge.succeeded\"}";
    request->bodySize = request->body.size();
    NewEvent event;
    event.receivedAtUs = atUs;
    event.peer = "127.0.0.1:50000";
    event.endpoint = "/";
    event.request = std::move(request);
    event.provider = QStringLiteral("Stripe");
    event.eventType = number % 3 == 0 ? "charge.succeeded" : "payment_intent.created";
    event.providerId = "evt_" + QByteArray::number(number);
    event.answer = answer;
    return event;
}

int fail(const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return 3;
}

int make(const QString& file, qint64 events)
{
    for (const char* end : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(end));
    const auto opened = Workspace::open(file);
    if (!opened.ok())
        return fail(opened.error().text);
    std::counting_semaphore<> room(4096);
    QElapsedTimer timer;
    timer.start();
    for (qint64 i = 0; i < events; ++i) {
        room.acquire();
        (*opened)->writer().addEvent(
            makeEvent(i, 1'790'000'000'000'000 + i * 1000), [&](const Result<EventId>&) { room.release(); });
    }
    (*opened)->writer().flush();
    std::printf(
        "made %lld events in %lld s\n", static_cast<long long>(events), static_cast<long long>(timer.elapsed() / 1000));
    return 0;
}

qint64 memoryKb(const char* field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field)) + 1).simplified().split(' ').front().toLongLong();
    }
    return 0;
}

/** Calls back after each paint of the table's viewport. */
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(std::function<void()> painted)
        : m_painted(std::move(painted))
    {
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, m_painted);
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

void printMs(const char* what, std::vector<double> ms)
{
    if (ms.empty())
        return;
    std::sort(ms.begin(), ms.end());
    const auto at = [&ms](double part) { return ms[std::size_t(part * double(ms.size() - 1))]; };
    std::printf(
        "%s: median %.1f ms, p99 %.1f ms, worst %.1f ms of %zu\n", what, at(0.5), at(0.99), ms.back(), ms.size());
}

/** The steps, one after the other, in the window's own event loop. */
class Bench : public QObject
{
public:
    Bench(Workbench& workbench, MainWindow& window, QElapsedTimer& sinceStart)
        : m_workbench(workbench)
        , m_table(window.list().table())
        , m_model(window.list().model())
        , m_sinceStart(sinceStart)
        , m_watch([this] { painted(); })
    {
        m_table.viewport()->installEventFilter(&m_watch);
    }

private:
    bool topIsThere() const
    {
        const EventId id = m_model.idAt(m_table.verticalScrollBar()->value());
        return id.isValid() && m_model.cached(id) != nullptr;
    }

    void painted()
    {
        if (m_step == Step::Start && topIsThere()) {
            m_step = Step::Idle;
            std::printf("start to first row painted: %lld ms, %lld events, %lld MB resident\n",
                static_cast<long long>(m_sinceStart.elapsed()), static_cast<long long>(m_model.set().size()),
                static_cast<long long>(memoryKb("VmRSS") / 1024));
            waitForAll();
        } else if (m_step == Step::Added && m_model.set().size() > m_before && topIsThere()) {
            m_appeared.push_back(double(m_timer.nsecsElapsed()) / 1e6);
            m_step = Step::Idle;
        }
    }

    /** The first page comes before the rest of the ids. */
    void waitForAll()
    {
        if (m_model.set().size() < m_workbench.workspace().eventCount()) {
            QTimer::singleShot(50, this, [this] { waitForAll(); });
            return;
        }
        std::printf("all %lld rows there after %lld ms, %lld MB resident\n",
            static_cast<long long>(m_model.set().size()), static_cast<long long>(m_sinceStart.elapsed()),
            static_cast<long long>(memoryKb("VmRSS") / 1024));
        m_table.setFollowing(false);
        QTimer::singleShot(0, this, [this] { scroll(); });
    }

    /** Pages through all rows; a frame is the move of the bar and its paint, done at once by repaint(). */
    void scroll()
    {
        QScrollBar* bar = m_table.verticalScrollBar();
        if (m_scrolled == scrollSteps) {
            printMs("page while scrolling through all", m_frames);
            std::printf("pages whose first row was there when painted: %d of %d\n", m_filled, scrollSteps);
            bar->setValue(0);
            m_table.setFollowing(true);
            QTimer::singleShot(500, this, [this] { addNext(); });
            return;
        }
        QElapsedTimer frame;
        frame.start();
        bar->setValue(int(qint64(bar->maximum()) * m_scrolled / scrollSteps));
        m_table.viewport()->repaint();
        m_frames.push_back(double(frame.nsecsElapsed()) / 1e6);
        m_filled += topIsThere() ? 1 : 0;
        ++m_scrolled;
        QTimer::singleShot(16, this, [this] { scroll(); });
    }

    void addNext()
    {
        if (m_added == newEvents) {
            printMs("new event, from the writer's queue to painted", m_appeared);
            std::printf("not seen within %d ms: %zu; %lld MB resident, %lld MB at most\n", newEventEveryMs,
                std::size_t(newEvents) - m_appeared.size(), static_cast<long long>(memoryKb("VmRSS") / 1024),
                static_cast<long long>(memoryKb("VmHWM") / 1024));
            QCoreApplication::quit();
            return;
        }
        ++m_added;
        m_before = m_model.set().size();
        m_timer.start();
        m_step = Step::Added;
        m_workbench.writer().addEvent(makeEvent(m_added, m_workbench.clock().nowUs()), [](const Result<EventId>&) {});
        QTimer::singleShot(newEventEveryMs, this, [this] { addNext(); });
    }

    enum class Step { Start, Idle, Added };
    Workbench& m_workbench;
    EventTable& m_table;
    EventTableModel& m_model;
    QElapsedTimer& m_sinceStart;
    PaintWatch m_watch;
    Step m_step = Step::Start;
    QElapsedTimer m_timer;
    qint64 m_before = 0; ///< rows before the new event
    std::vector<double> m_frames;
    std::vector<double> m_appeared;
    int m_scrolled = 0;
    int m_filled = 0;
    int m_added = 0;
};

int run(QApplication& application, const QString& file, QElapsedTimer& sinceStart)
{
    initResources();
    const auto tell = [&sinceStart](const char* what) {
        std::printf("%s after %lld ms\n", what, static_cast<long long>(sinceStart.elapsed()));
    };
    tell("Qt ready");
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("creel.ini")));
    settings.set(settings::port, 0);
    Theme theme(application);
    theme.setChoice(Theme::Choice::Light);
    const auto secrets = makeMemoryStore();
    WorkbenchOptions options;
    options.workspaceFile = file;
    auto workbench = Workbench::open(options, *secrets);
    if (!workbench.ok())
        return fail(workbench.error().text);
    tell("workspace open");
    HttpSampleSender samples;
    MainWindow window(**workbench, settings, samples);
    tell("window made");
    Bench bench(**workbench, window, sinceStart);
    window.listen();
    window.show();
    tell("listening, shown");
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() >= 3 && arguments[1] == QLatin1String("make"))
        return make(arguments[2], arguments.size() > 3 ? arguments[3].toLongLong() : 1'000'000);
    if (arguments.size() >= 3 && arguments[1] == QLatin1String("run"))
        return run(application, arguments[2], sinceStart);
    std::fprintf(stderr, "window_bench make <file> [events] | run <file>\n");
    return 2;
}
