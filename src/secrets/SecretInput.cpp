#include "secrets/SecretStore.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace creel
{

namespace
{

constexpr qint64 MaxFileBytes = 1024 * 1024;

// Prefixes that say what kind of key it is and nothing of the key itself; longer ones first.
const char* const Prefixes[] = {
    "v1,whsec_",
    "v1a,whsk_",
    "whsec_",
    "whsk_",
    "whpk_",
    "sk_live_",
    "sk_test_",
    "rk_live_",
    "rk_test_",
    "pk_live_",
    "pk_test_",
    "shpss_",
    "shpat_",
    "xoxb-",
    "xapp-",
    "pdl_ntfset_",
    "ghs_",
    "ghp_",
    "glpat-",
    "sha256=",
};

bool isGraph(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

QString fingerprint(QByteArrayView value)
{
    const QChar ellipsis(0x2026);
    QString prefix;
    QByteArray rest = value.toByteArray().trimmed();
    if (rest.startsWith("-----BEGIN ")) {
        prefix = QStringLiteral("PEM ");
        const qsizetype begin = rest.indexOf('\n') + 1;
        const qsizetype end = rest.indexOf("-----END ");
        rest = begin > 0 && end > begin ? rest.mid(begin, end - begin).trimmed() : QByteArray();
    } else {
        for (const char* known : Prefixes) {
            if (!rest.startsWith(known))
                continue;
            prefix = QString::fromLatin1(known);
            rest = rest.mid(qsizetype(qstrlen(known)));
            break;
        }
    }
    // Four characters of a short secret would be a good part of it.
    if (rest.size() < 16 || !isGraph(QByteArrayView(rest).last(4)))
        return QString(ellipsis);
    return prefix + ellipsis + QString::fromLatin1(rest.last(4));
}

Result<SecretBytes> secretFromFile(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{in.exists() ? ErrorCode::Io : ErrorCode::NotFound,
            QCoreApplication::translate("creel", "Can't read the secret from %1: %2").arg(file, in.errorString())};
    QByteArray bytes = in.read(MaxFileBytes + 1);
    if (in.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io,
            QCoreApplication::translate("creel", "Can't read the secret from %1: %2").arg(file, in.errorString())};
    if (bytes.size() > MaxFileBytes)
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "%1 is larger than 1 MB and can't be a secret.").arg(file)};
    if (bytes.endsWith("\r\n"))
        bytes.chop(2);
    else if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.isEmpty())
        return Error{
            ErrorCode::Invalid, QCoreApplication::translate("creel", "%1 is empty and holds no secret.").arg(file)};
    return SecretBytes::take(std::move(bytes));
}

Result<SecretBytes> secretFromEnvironment(const QByteArray& name)
{
    if (name.isEmpty() || !qEnvironmentVariableIsSet(name.constData()))
        return Error{ErrorCode::NotFound,
            QCoreApplication::translate("creel", "The environment variable %1 is not set.").arg(toText(name))};
    QByteArray value = qgetenv(name.constData());
    if (value.isEmpty())
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The environment variable %1 is empty.").arg(toText(name))};
    return SecretBytes::take(std::move(value));
}

} // namespace creel
