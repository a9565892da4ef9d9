#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/kinds/CertificateUrl.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace creel
{
namespace
{

/** The member as text; null and absent alike are nothing. */
std::optional<QByteArray> textAt(QByteArrayView json, QByteArrayView pointer)
{
    const auto span = jsonAt(json, pointer);
    return span && span->kind != JsonKind::Null ? std::optional(jsonText(json, *span)) : std::nullopt;
}

QByteArray sliceOf(const QByteArray& document, const JsonSpan& span)
{
    return document.mid(span.offset, span.size);
}

/** Changes every element, from the last to the first so that the offsets before it stay. */
Result<QByteArray> changeEach(const QByteArray& body, QByteArrayView pointer,
    const std::function<std::optional<QByteArray>(const QByteArray&)>& change)
{
    std::vector<JsonSpan> spans = jsonAll(body, pointer);
    std::sort(spans.begin(), spans.end(), [](const JsonSpan& a, const JsonSpan& b) { return a.offset > b.offset; });
    QByteArray result = body;
    for (const JsonSpan& span : spans) {
        const auto changed = change(sliceOf(body, span));
        if (!changed)
            return Error{ErrorCode::Invalid, CoreText::tr("The body is not what this scheme signs.")};
        result.replace(span.offset, span.size, *changed);
    }
    if (spans.empty())
        return Error{ErrorCode::Invalid, CoreText::tr("The body has nothing to sign at %1.").arg(toText(pointer))};
    return result;
}

// Adyen

constexpr auto adyenItems = "/notificationItems/*/NotificationRequestItem";

/** The fields of one item, joined as they are; an absent one counts as empty. */
QByteArray adyenContent(const QByteArray& item)
{
    constexpr std::array<const char*, 8> fields{"/pspReference", "/originalReference", "/merchantAccountCode",
        "/merchantReference", "/amount/value", "/amount/currency", "/eventCode", "/success"};
    QByteArrayList values;
    for (const char* field : fields)
        values += textAt(item, field).value_or(QByteArray());
    return values.join(':');
}

/** Adyen: every item of the notification is signed for itself. */
class Adyen final : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        const QByteArray& body = view.message().body;
        Prepared prepared = missingSignature(scheme);
        prepared.all = true;
        const QByteArray place = "json:/notificationItems/0/NotificationRequestItem/additionalData/hmacSignature";
        bool anySigned = false;
        bool allSigned = true;
        for (const JsonSpan& span : jsonAll(body, adyenItems)) {
            const QByteArray item = sliceOf(body, span);
            const auto signature = textAt(item, "/additionalData/hmacSignature");
            anySigned = anySigned || signature;
            const auto decoded = signature ? decodeBase64(*signature) : std::nullopt;
            allSigned = allSigned && decoded;
            if (signature && !prepared.received)
                prepared.received = *signature;
            Check check;
            check.header = place;
            check.contents = {bytesContent(adyenContent(item))};
            if (decoded)
                check.candidates.push_back({*signature, decoded->bytes, decoded->canonical, std::nullopt});
            prepared.checks.push_back(std::move(check));
        }
        if (!anySigned) {
            prepared.checks.clear();
            return prepared;
        }
        if (!allSigned)
            return malformed(place, prepared.received.value_or(QByteArray()),
                CoreText::tr("Not every item has a signature that can be read."));
        prepared.state = SignatureState::Unverified;
        prepared.header = place;
        prepared.reason.clear();
        return prepared;
    }

    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings&, const SigningInput& input) const override
    {
        Signed out;
        auto body =
            changeEach(input.message.body, adyenItems, [&](const QByteArray& item) -> std::optional<QByteArray> {
                const QByteArray content = adyenContent(item);
                const auto made = computeSignature(scheme.algorithm, key, bytesContent(content), {});
                if (!made)
                    return std::nullopt;
                out.signedContent = content;
                const QByteArray written = jsonQuote(made->toBase64());
                const auto data = jsonAt(item, "/additionalData");
                if (!data || data->kind != JsonKind::Object)
                    return withJsonMember(item, "additionalData", "{\"hmacSignature\":" + written + '}');
                auto changed = withJsonMember(sliceOf(item, *data), "hmacSignature", written);
                return changed ? std::optional(QByteArray(item).replace(data->offset, data->size, *changed))
                               : std::nullopt;
            });
        if (!body)
            return body.error();
        out.body = *std::move(body);
        return out;
    }
};

// AWS SNS

std::optional<Algorithm> snsAlgorithm(const QByteArray& body)
{
    const QByteArray version = textAt(body, "/SignatureVersion").value_or(QByteArray());
    if (version == "1")
        return Algorithm::RsaSha1;
    return version == "2" ? std::optional(Algorithm::RsaSha256) : std::nullopt;
}

/** Name and value, each with a line feed, in the order of AWS's documentation. */
QByteArray snsContent(const QByteArray& body)
{
    const bool isNotification = textAt(body, "/Type") == QByteArray("Notification");
    QByteArrayList names{"Message", "MessageId"};
    names += isNotification ? QByteArrayList{"Subject"} : QByteArrayList{"SubscribeURL"};
    names += "Timestamp";
    if (!isNotification)
        names += "Token";
    names += {"TopicArn", "Type"};
    QByteArray content;
    for (const QByteArray& name : names) {
        if (const auto value = textAt(body, '/' + name))
            content += name + '\n' + *value + '\n';
    }
    return content;
}

/** AWS SNS: RSA over named members; the certificate is given by the user, nothing is fetched. */
class AwsSns final : public ContentKind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        Prepared prepared = ContentKind::prepare(scheme, view);
        const auto algorithm = snsAlgorithm(view.message().body);
        if (prepared.state == SignatureState::Unverified && !algorithm)
            return malformed(prepared.header, prepared.received.value_or(QByteArray()),
                CoreText::tr("The SignatureVersion is neither 1 nor 2."));
        const auto certificate = textAt(view.message().body, "/SigningCertURL");
        for (Check& check : prepared.checks) {
            check.algorithm = algorithm;
            check.certificate = CertificateHost::AwsSns;
            if (certificate)
                check.mismatch = certificateUrlMismatch(CertificateHost::AwsSns, *certificate);
        }
        return prepared;
    }
    Result<Signed> sign(const Scheme&, const Key& key, const SchemeSettings&, const SigningInput& input) const override
    {
        QByteArray body = input.message.body;
        if (!snsAlgorithm(body))
            body = withJsonMember(body, "SignatureVersion", "\"2\"").value_or(body);
        const auto algorithm = snsAlgorithm(body);
        if (!algorithm)
            return Error{ErrorCode::Invalid,
                CoreText::tr("The body is not a JSON object, so the signature has no place in it.")};
        Signed out;
        out.signedContent = snsContent(body);
        auto made = computeSignature(*algorithm, key, bytesContent(out.signedContent), {});
        if (!made)
            return made.error();
        out.body = withJsonMember(body, "Signature", jsonQuote(made->toBase64())).value_or(body);
        return out;
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues&, QByteArray* missing) const override
    {
        for (const char* needed : {"Message", "MessageId", "Timestamp", "TopicArn", "Type"}) {
            if (!textAt(view.message().body, QByteArray("/") + needed)) {
                *missing = QByteArray("json:/") + needed;
                return {};
            }
        }
        return {bytesContent(snsContent(view.message().body))};
    }
};

// Dropbox Sign

/** Dropbox Sign: time and type of the event in the multipart field `json`, which also holds the hash. */
class DropboxSign final : public ContentKind
{
public:
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        const MessageView view(input.message, settings);
        const auto place = view.multipartField("json");
        const QByteArray json = place ? input.message.body.mid(place->first, place->second) : QByteArray();
        const auto event = jsonAt(json, "/event");
        const auto content = contentOf(json);
        if (!event || event->kind != JsonKind::Object || !content)
            return Error{ErrorCode::Invalid, CoreText::tr("The body has no multipart field \"json\" with an event.")};
        auto made = computeSignature(scheme.algorithm, key, bytesContent(*content), {});
        if (!made)
            return made.error();
        const QByteArray hash = jsonQuote(made->toHex());
        QByteArray changed = json;
        if (const auto old = jsonAt(json, "/event/event_hash"))
            changed.replace(old->offset, old->size, hash);
        else
            changed.replace(event->offset, event->size,
                withJsonMember(sliceOf(json, *event), "event_hash", hash).value_or(sliceOf(json, *event)));
        Signed out;
        out.body = QByteArray(input.message.body).replace(place->first, place->second, changed);
        out.signedContent = *content;
        return out;
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues&, QByteArray* missing) const override
    {
        const auto place = view.multipartField("json");
        const auto content = place ? contentOf(view.message().body.mid(place->first, place->second)) : std::nullopt;
        if (!content) {
            *missing = "event_time, event_type";
            return {};
        }
        return {bytesContent(*content)};
    }

private:
    static std::optional<QByteArray> contentOf(const QByteArray& json)
    {
        const auto time = textAt(json, "/event/event_time");
        const auto type = textAt(json, "/event/event_type");
        return time && type ? std::optional(QByteArray(*time + *type)) : std::nullopt;
    }
};

} // namespace

const Kind& adyenKind()
{
    return only<Adyen>();
}
const Kind& awsSnsKind()
{
    return only<AwsSns>();
}
const Kind& dropboxSignKind()
{
    return only<DropboxSign>();
}

} // namespace creel
