#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/kinds/CertificateUrl.h"
#include "signature/kinds/Kind.h"

#include <algorithm>

namespace creel
{
namespace
{

/** JavaScript's encodeURI. */
QByteArray encodedUri(QByteArrayView text)
{
    return percentEncoded(text, ";,/?:@&=+$!*'()#");
}

/** JavaScript's encodeURIComponent, which Node's querystring.escape equals here. */
QByteArray encodedComponent(QByteArrayView text)
{
    return percentEncoded(text, "!*'()");
}

/** Contentful: method, path, the listed headers and the body, joined by line feeds. */
class Contentful final : public ContentKind
{
protected:
    std::vector<Content> contents(
        const Scheme& scheme, const MessageView& view, const TemplateValues&, QByteArray* missing) const override
    {
        const SignedMessage& message = view.message();
        const auto listed = message.headers.value("X-Contentful-Signed-Headers");
        if (!listed) {
            *missing = "X-Contentful-Signed-Headers";
            return {};
        }
        QByteArrayList names;
        for (const QByteArray& name : listed->split(','))
            names += asciiLower(trimOws(name));
        if (!scheme.listedOrder)
            std::sort(names.begin(), names.end());
        QByteArrayList lines;
        for (const QByteArray& name : names) {
            const auto value = message.headers.value(name);
            if (!value) {
                *missing = name;
                return {};
            }
            lines += name + ':' + trimOws(*value).toByteArray();
        }
        const QByteArray query = view.query();
        const QByteArray path = view.path();
        // The official library escapes the whole query once more, as one text.
        const QByteArray escaped =
            encodedUri(query.isEmpty() ? path : QByteArray(path + '?' + encodedComponent(query)));
        const QByteArray plain = query.isEmpty() ? path : QByteArray(path + '?' + query);
        std::vector<Content> all;
        for (const QByteArray& uri : {escaped, plain})
            all.push_back({{Piece::Kind::Bytes, message.method + '\n' + uri + '\n' + lines.join(';') + '\n'},
                {Piece::Kind::Body, {}}});
        return all;
    }
};

/** Hygraph: a JSON object made of the body's text, the environment and the time. */
class Hygraph final : public ContentKind
{
public:
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        SchemeSettings complete = settings;
        if (complete.value("environment").isEmpty())
            complete.insert("environment", "master");
        return ContentKind::sign(scheme, key, complete, input);
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues& values, QByteArray* missing) const override
    {
        const auto environment =
            values.group ? values.group->key("env") : std::optional(view.settings().value("environment"));
        if (!environment || !values.timestamp) {
            *missing = "sig:env";
            return {};
        }
        return {bytesContent("{\"Body\":" + jsonQuote(view.message().body)
            + ",\"EnvironmentName\":" + jsonQuote(*environment) + ",\"TimeStamp\":" + *values.timestamp + '}')};
    }
};

/** Content by a description, key from a certificate that the user gives: nothing is fetched (PayPal). */
class Certificate final : public ContentKind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        Prepared prepared = ContentKind::prepare(scheme, view);
        const auto certificate = view.message().headers.value("paypal-cert-url");
        for (Check& check : prepared.checks) {
            check.certificate = CertificateHost::PayPal;
            if (certificate)
                check.mismatch = certificateUrlMismatch(CertificateHost::PayPal, *certificate);
        }
        return prepared;
    }

protected:
    std::vector<Content> contents(
        const Scheme& scheme, const MessageView& view, const TemplateValues& values, QByteArray* missing) const override
    {
        return contentsOf(scheme, view, values, missing);
    }
};

} // namespace

const Kind& contentfulKind()
{
    static const Contentful kind;
    return kind;
}
const Kind& hygraphKind()
{
    static const Hygraph kind;
    return kind;
}
const Kind& certificateKind()
{
    static const Certificate kind;
    return kind;
}

} // namespace creel
