#include "exchange/MaskRules.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "exchange/JsonValue.h"
#include "exchange/JsonWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <iterator>

namespace creel
{
namespace
{

constexpr qsizetype maxName = 200;
constexpr qint64 maxFile = 1024 * 1024;

using Names = std::set<QByteArray>;

Names without(const Names& all, const Names& gone)
{
    Names out;
    std::set_difference(all.begin(), all.end(), gone.begin(), gone.end(), std::inserter(out, out.end()));
    return out;
}

void writeNames(JsonWriter& writer, QByteArrayView member, const Names& names)
{
    writer.key(member).beginArray();
    for (const QByteArray& name : names)
        writer.text(QByteArrayView(name));
    writer.endArray();
}

void writeChanges(JsonWriter& writer, QByteArrayView member, const Names& now, const Names& defaults)
{
    writer.key(member).beginObject();
    writeNames(writer, "added", without(now, defaults));
    writeNames(writer, "removed", without(defaults, now));
    writer.endObject();
}

/** Applies `{"added":[..],"removed":[..]}`; the text of what is wrong with it, or nothing. */
QString applyChanges(const JsonValue& value, Names& names, bool (*isValid)(QByteArrayView))
{
    if (!value.isObject())
        return CoreText::tr("Each of \"headers\" and \"names\" is an object with the lists \"added\" and \"removed\".");
    for (const auto& [word, list] : value.members()) {
        if ((word != "added" && word != "removed") || !list.isArray())
            return CoreText::tr("\"%1\" is none of the lists \"added\" and \"removed\".")
                .arg(toVisible(toText(word), 60));
        for (const JsonValue& item : list.items()) {
            if (!item.isString() || !isValid(item.text()))
                return CoreText::tr("\"%1\" cannot be the name of a header or value.")
                    .arg(toVisible(toText(item.text()), 60));
            if (word == "added")
                names.insert(asciiLower(item.text()));
            else
                names.erase(asciiLower(item.text()));
        }
    }
    return {};
}

Error fileError(const QString& file, const QString& reason)
{
    return {ErrorCode::Io, CoreText::tr("Cannot write the mask rules to \"%1\": %2.").arg(file, reason)};
}

} // namespace

MaskRules MaskRules::standard()
{
    MaskRules rules;
    rules.headers = {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-hook-secret", "x-gitlab-token"};
    rules.names = {
        "token", "access_token", "secret", "client_secret", "password", "api_key", "apikey", "verification_token"};
    return rules;
}

void MaskRules::addHeader(QByteArrayView name)
{
    headers.insert(asciiLower(name));
}

void MaskRules::addName(QByteArrayView name)
{
    names.insert(asciiLower(name));
}

bool MaskRules::isHeaderName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= maxName && std::all_of(name.begin(), name.end(), [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool MaskRules::isName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= maxName
        && std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
}

Result<MaskRules> MaskRules::fromJson(QByteArrayView json, const MaskRules& defaults)
{
    QString problem;
    const auto document = JsonValue::parse(json, &problem);
    if (document && !document->isObject())
        problem = CoreText::tr("The document is no JSON object.");
    MaskRules rules = defaults;
    if (document && document->isObject()) {
        for (const auto& [member, value] : document->members()) {
            if (problem.isEmpty() && member == "headers")
                problem = applyChanges(value, rules.headers, &MaskRules::isHeaderName);
            else if (problem.isEmpty() && member == "names")
                problem = applyChanges(value, rules.names, &MaskRules::isName);
            else if (problem.isEmpty())
                problem = CoreText::tr("The member \"%1\" is unknown.").arg(toVisible(toText(member), 60));
        }
    }
    if (!problem.isEmpty())
        return Error{ErrorCode::Invalid, problem};
    return rules;
}

QByteArray MaskRules::toJson(const MaskRules& defaults) const
{
    JsonWriter writer;
    writer.beginObject();
    writeChanges(writer, "headers", headers, defaults.headers);
    writeChanges(writer, "names", names, defaults.names);
    writer.endObject();
    return writer.take().replace("},\"names\"", "},\n\"names\"") + '\n';
}

Result<MaskRules> MaskRules::load(const QString& file, const MaskRules& defaults)
{
    QFile source(file);
    if (!source.exists())
        return defaults;
    if (!source.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::Io, CoreText::tr("Cannot read the mask rules in \"%1\": %2.").arg(file, source.errorString())};
    const QByteArray json = source.read(maxFile + 1);
    if (json.size() > maxFile)
        return Error{ErrorCode::Invalid, CoreText::tr("The mask rules in \"%1\" are longer than 1 MiB.").arg(file)};
    auto rules = fromJson(json, defaults);
    if (!rules)
        return Error{ErrorCode::Invalid,
            CoreText::tr("The mask rules in \"%1\" cannot be read: %2 Correct or delete the file.")
                .arg(file, rules.error().text)};
    return rules;
}

Result<void> MaskRules::save(const QString& file, const MaskRules& defaults) const
{
    if (*this == defaults) {
        QFile old(file);
        return !old.exists() || old.remove() ? Result<void>() : fileError(file, old.errorString());
    }
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fileError(file, target.errorString());
    target.write(toJson(defaults));
    return target.commit() ? Result<void>() : fileError(file, target.errorString());
}

} // namespace creel
