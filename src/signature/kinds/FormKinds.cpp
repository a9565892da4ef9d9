#include "base/Text.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace creel
{
namespace
{

std::optional<QByteArray> field(const FormFields& fields, QByteArrayView name)
{
    for (const auto& [key, value] : fields) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

/** The form with a field behind it; an old one of that name goes. */
QByteArray withField(const QByteArray& body, const QByteArray& name, const QByteArray& value)
{
    QByteArrayList parts;
    for (const QByteArray& part : body.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (!part.isEmpty() && percentDecoded(equals < 0 ? part : part.left(equals), true) != name)
            parts += part;
    }
    parts += name + '=' + percentEncoded(value);
    return parts.join('&');
}

/** Braintree: `bt_signature` is `publicKey|hex` pairs joined by `&`; the content is `bt_payload`. */
class Braintree final : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        const auto signature = field(view.form(), "bt_signature");
        if (!signature || signature->isEmpty())
            return missingSignature(scheme);
        const QByteArray place = "form:bt_signature";
        const auto payload = field(view.form(), "bt_payload");
        if (!payload)
            return malformed(place, *signature,
                QCoreApplication::translate("creel", "Something that is signed is absent: %1.")
                    .arg(QStringLiteral("form:bt_payload")));
        const QByteArray own = view.settings().value("public_key");
        Prepared prepared;
        prepared.header = place;
        prepared.received = *signature;
        Check check;
        check.header = place;
        check.contents = {bytesContent(*payload), bytesContent(*payload + '\n')};
        bool anyPair = false;
        for (const QByteArray& pair : signature->split('&')) {
            const qsizetype bar = pair.indexOf('|');
            const auto bytes = bar < 0 ? std::nullopt : decodeHex(QByteArrayView(pair).sliced(bar + 1));
            if (!bytes)
                continue;
            anyPair = true;
            if (own.isEmpty() || pair.left(bar) == own)
                check.candidates.push_back({pair.mid(bar + 1), *bytes, true, std::nullopt});
        }
        if (!anyPair)
            return malformed(place, *signature,
                QCoreApplication::translate("creel", "The signature does not have the form that the scheme expects."));
        if (check.candidates.empty())
            check.refused = QCoreApplication::translate("creel", "None of the signatures is for the own public key.");
        prepared.checks.push_back(std::move(check));
        return prepared;
    }

    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        const MessageView view(input.message, settings);
        const auto payload = field(view.form(), "bt_payload");
        const QByteArray own = settings.value("public_key");
        if (!payload)
            return Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel", "The body has no form field \"%1\".")
                    .arg(QStringLiteral("bt_payload"))};
        if (own.isEmpty())
            return Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel", "The setting \"%1\" is needed to sign with this scheme.")
                    .arg(QStringLiteral("public_key"))};
        auto made = computeSignature(scheme.algorithm, key, bytesContent(*payload), {});
        if (!made)
            return made.error();
        Signed out;
        out.body = withField(input.message.body, "bt_signature", own + '|' + made->toHex());
        out.signedContent = *payload;
        return out;
    }
};

/** PHP's serialize() of an array of strings. */
QByteArray phpSerialized(const std::map<QByteArray, QByteArray>& fields)
{
    QByteArray text = "a:" + QByteArray::number(qsizetype(fields.size())) + ":{";
    for (const auto& [name, value] : fields) {
        text += "s:" + QByteArray::number(name.size()) + ":\"" + name + "\";";
        text += "s:" + QByteArray::number(value.size()) + ":\"" + value + "\";";
    }
    return text + '}';
}

/** Paddle Classic: the other fields, sorted by name, as PHP serializes them. */
class PaddleClassic final : public ContentKind
{
public:
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        auto made = ContentKind::sign(scheme, key, settings, input);
        if (!made)
            return made;
        auto signature = computeSignature(scheme.algorithm, key, bytesContent(made->signedContent), {});
        if (!signature)
            return signature.error();
        made->body = withField(input.message.body, "p_signature", signature->toBase64());
        return made;
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues&, QByteArray*) const override
    {
        std::map<QByteArray, QByteArray> sorted;
        for (const auto& [name, value] : view.form()) {
            if (name != "p_signature")
                sorted[name] = value;
        }
        return {bytesContent(phpSerialized(sorted))};
    }
};

/** The decoded value of one form field is what is signed (Travis CI). */
class FormField final : public ContentKind
{
protected:
    std::vector<Content> contents(
        const Scheme& scheme, const MessageView& view, const TemplateValues&, QByteArray* missing) const override
    {
        const auto value = field(view.form(), scheme.contentField);
        if (!value) {
            *missing = "form:" + scheme.contentField;
            return {};
        }
        return {bytesContent(*value)};
    }
};

} // namespace

const Kind& braintreeKind()
{
    static const Braintree kind;
    return kind;
}
const Kind& paddleClassicKind()
{
    static const PaddleClassic kind;
    return kind;
}
const Kind& formFieldKind()
{
    static const FormField kind;
    return kind;
}

} // namespace creel
