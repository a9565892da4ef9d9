#include "signature/SchemeSettings.h"

#include "base/Text.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

Error unreadable(const char* name, const QByteArray& value)
{
    return {ErrorCode::Invalid,
        QCoreApplication::translate("creel", "The setting \"%1\" can't be read: %2.")
            .arg(QString::fromLatin1(name), toText(value))};
}

void emitUnder(Scheme& scheme, const QByteArray& name, TemplatePart::Kind which)
{
    for (auto& [header, text] : scheme.emitHeaders) {
        if (text.uses(which))
            header = name;
    }
}

std::optional<KeyForm> keyFormOf(const QByteArray& word)
{
    if (word == "text" || word == "utf8")
        return KeyForm::Text;
    if (word == "hex")
        return KeyForm::Hex;
    if (word == "base64")
        return KeyForm::Base64;
    return std::nullopt;
}

} // namespace

Result<std::shared_ptr<const Scheme>> withSettings(
    const std::shared_ptr<const Scheme>& scheme, const SchemeSettings& settings)
{
    const auto given = [&](const char* name) {
        return scheme->settings.contains(QByteArrayView(name)) ? settings.value(name) : QByteArray();
    };
    auto changed = std::make_shared<Scheme>(*scheme);
    bool any = false;
    if (const QByteArray header = given("header"); !header.isEmpty()) {
        changed->signature = {{Locator::Kind::Header, header, {}}};
        emitUnder(*changed, header, TemplatePart::Kind::Signature);
        any = true;
    }
    if (const QByteArray header = given("timestamp_header"); !header.isEmpty() && changed->timestamp) {
        changed->timestamp->at = {{Locator::Kind::Header, header, {}}};
        emitUnder(*changed, header, TemplatePart::Kind::Timestamp);
        any = true;
    }
    if (const QByteArray query = given("query"); !query.isEmpty()) {
        changed->signature = {{Locator::Kind::Query, query, {}}};
        for (auto& [name, text] : changed->emitQuery)
            name = query;
        any = true;
    }
    if (const QByteArray prefix = given("prefix"); !prefix.isEmpty()) {
        changed->extraction.prefix = prefix;
        for (auto& [header, text] : changed->emitHeaders) {
            if (text.uses(TemplatePart::Kind::Signature))
                text.parts = {{TemplatePart::Kind::Literal, prefix}, {TemplatePart::Kind::Signature, {}}};
        }
        any = true;
    }
    if (const QByteArray word = given("encoding"); !word.isEmpty()) {
        const auto encoding = encodingFromWord(word);
        if (!encoding)
            return unreadable("encoding", word);
        changed->encoding = *encoding;
        any = true;
    }
    if (const QByteArray word = given("key_form"); !word.isEmpty()) {
        const auto form = keyFormOf(word);
        if (!form)
            return unreadable("key_form", word);
        changed->key.form = *form;
        any = true;
    }
    if (const QByteArray text = given("content"); !text.isEmpty()) {
        auto content = Template::parse(text);
        if (!content)
            return unreadable("content", text);
        changed->content = {*std::move(content)};
        any = true;
    }
    return any ? std::shared_ptr<const Scheme>(std::move(changed)) : scheme;
}

} // namespace creel
