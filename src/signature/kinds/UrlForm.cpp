#include "base/Text.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

struct UrlParts {
    QByteArray scheme; ///< with `://`
    QByteArray host; ///< with user, without port
    QByteArray port; ///< with its colon
    QByteArray path; ///< up to the query
    QByteArray query; ///< with its question mark
    QByteArray rest; ///< fragment
};

UrlParts split(const QByteArray& url)
{
    UrlParts parts;
    const qsizetype mark = url.indexOf("://");
    const qsizetype hostAt = mark < 0 ? 0 : mark + 3;
    parts.scheme = url.left(hostAt);
    qsizetype end = hostAt;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    const QByteArray authority = url.mid(hostAt, end - hostAt);
    const qsizetype colon = authority.lastIndexOf(':');
    const bool hasPort = colon > authority.lastIndexOf(']') && colon > authority.lastIndexOf('@');
    parts.host = hasPort ? authority.left(colon) : authority;
    parts.port = hasPort ? authority.mid(colon) : QByteArray();
    const qsizetype hash = url.indexOf('#', end);
    const QByteArray tail = hash < 0 ? url.mid(end) : url.mid(end, hash - end);
    parts.rest = hash < 0 ? QByteArray() : url.mid(hash);
    const qsizetype query = tail.indexOf('?');
    parts.path = query < 0 ? tail : tail.left(query);
    parts.query = query < 0 ? QByteArray() : tail.mid(query);
    return parts;
}

/** As Node's `querystring` writes what it has read: a plus becomes %20, and `!'()*` stay. */
QByteArray rewrittenQuery(const QByteArray& query)
{
    QByteArrayList pairs;
    for (const auto& [name, value] : decodeFormFields(QByteArrayView(query).sliced(1)))
        pairs += percentEncoded(name, "!'()*") + '=' + percentEncoded(value, "!'()*");
    return '?' + pairs.join('&');
}

/** The URL as given, then without and with a port, and with the ways in which its query is written. */
QByteArrayList twilioUrls(const QByteArray& url)
{
    const UrlParts parts = split(url);
    const QByteArray standard = parts.scheme.startsWith("https") ? QByteArray(":443") : QByteArray(":80");
    QByteArrayList queries{parts.query};
    if (!parts.query.isEmpty()) {
        queries += rewrittenQuery(parts.query);
        queries += QByteArray(parts.query).replace('\'', "%27");
    }
    QByteArrayList urls{url};
    for (const QByteArray& query : queries) {
        for (const QByteArray& port : {parts.port, QByteArray(), parts.port.isEmpty() ? standard : parts.port}) {
            const QByteArray made = parts.scheme + parts.host + port + parts.path + query + parts.rest;
            if (!urls.contains(made))
                urls += made;
        }
    }
    return urls;
}

/** Names in the order of UTF-16 code units, then values, with nothing between. */
QByteArray sortedFields(const FormFields& fields, bool withoutDuplicates)
{
    std::vector<std::pair<QString, QString>> sorted;
    for (const auto& [name, value] : fields)
        sorted.emplace_back(QString::fromUtf8(name), QString::fromUtf8(value));
    std::sort(sorted.begin(), sorted.end());
    if (withoutDuplicates)
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QByteArray joined;
    for (const auto& [name, value] : sorted)
        joined += name.toUtf8() + value.toUtf8();
    return joined;
}

bool carriesForm(const MessageView& view)
{
    const bool isGet = equalsIgnoreAsciiCase(view.message().method, "GET");
    return !isGet && (view.isForm() || !view.message().headers.contains("Content-Type"));
}

const Locator bodyHash{Locator::Kind::Query, "bodySHA256", {}};

/** `bodySHA256` in the URL speaks for a body that is no form. */
void checkBodyHash(const MessageView& view, Prepared& prepared, bool required)
{
    const auto claimed = view.first(bodyHash);
    if (!claimed && !required)
        return;
    const QByteArray actual = sha256(view.message().body).toHex();
    for (Check& check : prepared.checks) {
        if (!claimed || !constantTimeEquals(claimed->toLower(), actual))
            check.mismatch =
                QCoreApplication::translate("creel", "The query parameter bodySHA256 is not the SHA-256 of the body.");
    }
}

/** Twilio and those who do as it does. */
class Twilio : public ContentKind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        Prepared prepared = ContentKind::prepare(scheme, view);
        if (!carriesForm(view))
            checkBodyHash(view, prepared, false);
        return prepared;
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues& values, QByteArray*) const override
    {
        const QByteArray fields = carriesForm(view) ? sortedFields(view.form(), true) : QByteArray();
        std::vector<Content> all;
        for (const QByteArray& url : twilioUrls(values.url))
            all.push_back(bytesContent(url + fields));
        return all;
    }
};

class TwilioJson final : public ContentKind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        Prepared prepared = ContentKind::prepare(scheme, view);
        checkBodyHash(view, prepared, true);
        return prepared;
    }
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        SigningInput hashed = input;
        hashed.message.url = withQuery(input.message.url, bodyHash.name, sha256(input.message.body).toHex());
        auto made = ContentKind::sign(scheme, key, settings, hashed);
        if (made)
            made->url = hashed.message.url;
        return made;
    }

protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView&, const TemplateValues& values, QByteArray*) const override
    {
        std::vector<Content> all;
        for (const QByteArray& url : twilioUrls(values.url))
            all.push_back(bytesContent(url));
        return all;
    }
};

class Mandrill final : public ContentKind
{
protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues& values, QByteArray*) const override
    {
        return {bytesContent(values.url + sortedFields(view.form(), false))};
    }
};

class PlivoV2 final : public ContentKind
{
protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues& values, QByteArray* missing) const override
    {
        const auto nonce = view.message().headers.value("X-Plivo-Signature-V2-Nonce");
        if (!nonce) {
            *missing = "X-Plivo-Signature-V2-Nonce";
            return {};
        }
        const UrlParts parts = split(values.url);
        const QByteArray path = parts.path.isEmpty() ? QByteArray("/") : parts.path;
        std::vector<Content> all{bytesContent(parts.scheme + parts.host + parts.port + parts.path + *nonce)};
        if (parts.path.isEmpty())
            all.push_back(bytesContent(parts.scheme + parts.host + parts.port + path + *nonce));
        return all;
    }
};

class PlivoV3 final : public ContentKind
{
protected:
    std::vector<Content> contents(
        const Scheme&, const MessageView& view, const TemplateValues& values, QByteArray* missing) const override
    {
        const auto nonce = view.message().headers.value("X-Plivo-Signature-V3-Nonce");
        if (!nonce) {
            *missing = "X-Plivo-Signature-V3-Nonce";
            return {};
        }
        const UrlParts parts = split(values.url);
        FormFields query = decodeFormFields(QByteArrayView(parts.query).sliced(parts.query.isEmpty() ? 0 : 1));
        std::sort(query.begin(), query.end());
        QByteArrayList pairs;
        for (const auto& [name, value] : query)
            pairs += name + '=' + value;
        FormFields form = carriesForm(view) ? view.form() : FormFields();
        std::sort(form.begin(), form.end());
        QByteArray fields;
        for (const auto& [name, value] : form)
            fields += name + value;
        QByteArray content = parts.scheme + parts.host + parts.port + parts.path;
        if (!query.empty() || !form.empty())
            content += '?' + pairs.join('&');
        if (!query.empty() && !form.empty())
            content += '.';
        return {bytesContent(content + fields + '.' + *nonce)};
    }
};

} // namespace

const Kind& twilioKind()
{
    return only<Twilio>();
}
const Kind& twilioJsonKind()
{
    return only<TwilioJson>();
}
const Kind& mandrillKind()
{
    return only<Mandrill>();
}
const Kind& plivoV2Kind()
{
    return only<PlivoV2>();
}
const Kind& plivoV3Kind()
{
    return only<PlivoV3>();
}

} // namespace creel
