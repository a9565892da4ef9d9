// A large JSON body: first rows, the whole, memory, and the window that shows it; beside Qt's and simdjson's parsers.
//   json_bench [MB=100]           every figure, each in a process of its own
//   json_bench <what> <shape> <MB>
// Wants a display (or QT_QPA_PLATFORM=offscreen) for the window's figures.
#include "desktop/event/BodyView.h"
#include "payload/JsonDocument.h"
#include "payload/JsonPrinter.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>
#include <simdjson.h>

#include <cstdio>
#include <functional>

using namespace creel;

namespace
{

/** `events`: an array of webhook events of some 1 KB; `member`: the same in a member; `numbers`: an array of numbers.
 */
QByteArray makeDocument(const QByteArray& shape, qsizetype size)
{
    QByteArray text;
    text.reserve(size + 4096);
    text += shape == "member" ? "{\"object\":\"list\",\"data\":[" : "[";
    for (qint64 i = 0; text.size() < size; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += i == 0 ? "" : ",";
        if (shape == "numbers") {
            text += number;
            continue;
        }
        text += "{\"id\":\"evt_" + number + "\",\"created\":" + QByteArray::number(1'790'000'000 + i)
            + ",\"type\":\"charge.succeeded\",\"livemode\":false,\"amount\":19.90,\"tags\":[\"a\",\"b\",null],"
              "\"customer\":{"
              "\"name\":\"J\xC3\xBCrgen \\\"J\\\" M\",\"email\":\"user"
            + number + "@example.com\"},\"note\":\"" + QByteArray(760, 'x') + "\"}";
    }
    return text += shape == "member" ? "],\"has_more\":false}" : "]";
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

/** Prints time, rate and memory above what there was before. */
class Measure
{
public:
    explicit Measure(qsizetype size)
        : m_size(size)
        , m_before(memoryKb("VmRSS"))
    {
        m_timer.start();
    }
    void tell(const char* what, bool whole)
    {
        const double ms = double(m_timer.nsecsElapsed()) / 1e6;
        const double memory = double(memoryKb("VmHWM") - m_before) * 1024 / double(m_size);
        std::printf("  %-34s %9.2f ms", what, ms);
        if (whole)
            std::printf("  %5.2f GB/s", double(m_size) / 1e6 / ms);
        std::printf("  %+.2f of the body in memory\n", memory);
        m_timer.restart();
    }

private:
    qsizetype m_size;
    qint64 m_before;
    QElapsedTimer m_timer;
};

int creelParts(const QByteArray& text)
{
    Measure measure(text.size());
    const JsonDocument document(text);
    const auto root = document.root();
    const JsonIndex start = document.openStart(*root, 8 * 1024 * 1024);
    measure.tell("Creel, first rows", false);
    const JsonIndex all = document.open(*root);
    measure.tell("Creel, all rows", true);
    const JsonReport report = document.validate();
    measure.tell("Creel, strict check", true);
    JsonPrinter printer(text);
    QByteArray pretty;
    printer.next(pretty, 256 * 1024);
    measure.tell("Creel, first of the laid out text", false);
    return start.count > 0 && all.count > 0 && !report.error && !pretty.isEmpty() ? 0 : 1;
}

int qtParts(const QByteArray& text)
{
    Measure measure(text.size());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    measure.tell(error.error == QJsonParseError::NoError ? "QJsonDocument, whole" : "QJsonDocument refused it", true);
    return document.isNull() && error.error == QJsonParseError::NoError ? 1 : 0;
}

int simdjsonParts(const QByteArray& text)
{
    Measure measure(text.size());
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    const auto error = parser.parse(text.constData(), size_t(text.size())).get(element);
    measure.tell(error == simdjson::SUCCESS ? "simdjson DOM, whole" : "simdjson DOM refused it", true);
    return 0;
}

/** Calls back after each paint of a widget. */
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

/** The body's view in its own event loop: the first picture of each form, and how long the loop ever stood. */
class Window : public QObject
{
public:
    explicit Window(QByteArray text)
        : m_text(std::move(text))
        , m_watch([this] { painted(); })
    {
        m_view.resize(1440, 900);
        m_view.show();
        m_view.tree().viewport()->installEventFilter(&m_watch);
        for (const auto form : {BodyView::View::Pretty, BodyView::View::Raw})
            m_view.bytesView(form).viewport()->installEventFilter(&m_watch);
        connect(&m_beat, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_sinceBeat.restart()); });
        m_beat.start(1);
        QTimer::singleShot(300, this, [this] { next(); });
    }

private:
    void next()
    {
        if (m_step > 0)
            std::printf("  the window stood still for %lld ms at most\n", static_cast<long long>(m_longest));
        ++m_step;
        m_seen = false;
        m_timer.start();
        m_sinceBeat.start();
        m_longest = 0;
        if (m_step == 1)
            m_view.setBody(m_text, "application/json", 0);
        else if (m_step == 2)
            m_view.setView(BodyView::View::Pretty);
        else if (m_step == 3)
            m_view.setView(BodyView::View::Raw);
        else
            return finish();
        QTimer::singleShot(6000, this, [this] { next(); });
    }
    void finish()
    {
        std::printf("  window, %.2f of the body in memory at most, the body itself included\n",
            double(memoryKb("VmHWM")) * 1024 / double(m_text.size()));
        QCoreApplication::quit();
    }
    void painted()
    {
        JsonTreeModel& model = m_view.tree().jsonModel();
        const bool there = m_step == 1 ? model.rowCount(model.index(0, 0)) > 0
            : m_step == 2              ? !m_view.bytesView(BodyView::View::Pretty).bytes().isEmpty()
                                       : m_step == 3;
        if (!there || m_seen)
            return;
        m_seen = true;
        static constexpr const char* names[] = {"", "tree", "pretty", "raw"};
        std::printf("  window, %s painted %27.2f ms\n", names[m_step], double(m_timer.nsecsElapsed()) / 1e6);
    }

    QByteArray m_text;
    BodyView m_view;
    PaintWatch m_watch;
    QTimer m_beat;
    QElapsedTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_longest = 0;
    int m_step = 0;
    bool m_seen = false;
};

int windowParts(const QByteArray& text)
{
    Window window(text);
    return QApplication::exec();
}

int all(const QString& program, const QString& megabytes)
{
    for (const char* shape : {"events", "member", "numbers"}) {
        std::printf("%s, %s MB\n", shape, qPrintable(megabytes));
        std::fflush(stdout);
        for (const char* what : {"creel", "qt", "simdjson", "window"}) {
            if (QProcess::execute(program, {QString::fromLatin1(what), QString::fromLatin1(shape), megabytes}) != 0)
                return 1;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() <= 2)
        return all(arguments.front(), arguments.size() > 1 ? arguments[1] : QStringLiteral("100"));
    if (arguments.size() != 4)
        return 2;
    const QByteArray text = makeDocument(arguments[2].toLatin1(), arguments[3].toLongLong() * 1'000'000);
    const QString what = arguments[1];
    return what == QLatin1String("creel") ? creelParts(text)
        : what == QLatin1String("qt")     ? qtParts(text)
        : what == QLatin1String("window") ? windowParts(text)
                                          : simdjsonParts(text);
}
