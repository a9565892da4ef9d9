#include "cli/Command.h"
#include "exchange/JsonWriter.h"

#include <QSslSocket>
#include <QSysInfo>

#include <utility>

namespace creel
{
namespace
{

QByteArray compiler()
{
#if defined(__clang__)
    return "clang " __clang_version__;
#elif defined(__GNUC__)
    return "g++ " __VERSION__;
#elif defined(_MSC_VER)
    return "MSVC " + QByteArray::number(_MSC_VER);
#else
    return "unknown";
#endif
}

} // namespace

QByteArray versionText(bool asJson)
{
    const std::pair<QByteArray, QByteArray> facts[] = {
        {"creel", CREEL_VERSION},
        {"qt", qVersion()},
        {"tls", QSslSocket::sslLibraryVersionString().toUtf8()},
        {"compiler", compiler()},
        {"system", QSysInfo::prettyProductName().toUtf8() + ", " + QSysInfo::currentCpuArchitecture().toUtf8()},
    };
    JsonWriter json;
    QByteArray text;
    json.beginObject();
    for (const auto& [name, value] : facts) {
        json.key(name).text(QByteArrayView(value));
        text += (name == "creel" ? QByteArray("creel-cli") : name) + ' ' + value + '\n';
    }
    return asJson ? json.endObject().take() + '\n' : text;
}

} // namespace creel
