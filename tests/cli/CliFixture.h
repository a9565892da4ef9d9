#pragma once

#include "exchange/JsonValue.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace creel
{

inline QString cliProgram()
{
    return QStringLiteral(CREEL_BINARY_DIR "/bin/creel-cli");
}

/** What a finished command left. */
struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;

    std::vector<JsonValue> lines() const
    {
        std::vector<JsonValue> values;
        for (const QByteArray& line : out.split('\n')) {
            if (auto value = line.isEmpty() ? std::nullopt : JsonValue::parse(line))
                values.push_back(std::move(*value));
        }
        return values;
    }
};

inline Ran run(
    const QStringList& arguments, const QByteArray& input = {}, const QMap<QString, QString>& environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        variables.insert(entry.key(), entry.value());
    process.setProcessEnvironment(variables);
    process.start(cliProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/** `creel-cli listen` on a free port with a workspace of its own. */
class Listen
{
public:
    explicit Listen(const QString& workspace, const QStringList& more = {},
        const QMap<QString, QString>& environment = {}, const QString& port = QStringLiteral("0"),
        const QString& folder = {})
    {
        process.setWorkingDirectory(folder);
        QStringList arguments{QStringLiteral("listen"), QStringLiteral("--workspace"), workspace};
        if (!port.isEmpty())
            arguments += {QStringLiteral("--port"), port};
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (auto entry = environment.begin(); entry != environment.end(); ++entry)
            variables.insert(entry.key(), entry.value());
        process.setProcessEnvironment(variables);
        process.start(cliProgram(), arguments + more);
        first = line();
    }
    ~Listen()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }

    quint16 port() const
    {
        QByteArray url = first;
        while (!url.isEmpty() && (url.back() < '0' || url.back() > '9'))
            url.chop(1);
        return quint16(url.sliced(url.lastIndexOf(':') + 1).toUInt());
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(port()); }

    /** The next line of its output, without the line end; empty after 20 s. */
    QByteArray line(int ms = 20'000)
    {
        while (!process.canReadLine() && process.waitForReadyRead(ms)) { }
        return process.readLine().trimmed();
    }

    int stop(int signal = SIGTERM)
    {
        ::kill(pid_t(process.processId()), signal);
        return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                               : -1;
    }

    QProcess process;
    QByteArray first;
};

/** Sends bytes on a connection of its own and reads one answer's head. */
inline QByteArray exchange(quint16 port, const QByteArray& bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(bytes);
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(20'000))
        answer += socket.readAll();
    return answer;
}

inline QByteArray post(const QByteArray& target, const QByteArray& body, const QByteArray& fields = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

inline QByteArray text(const JsonValue& value, const char* name)
{
    const JsonValue* member = value.find(name);
    return member ? member->text() : QByteArray();
}

inline bool has(const JsonValue& value, const char* name)
{
    for (const auto& member : value.members()) {
        if (member.first == name)
            return true;
    }
    return false;
}

} // namespace creel
