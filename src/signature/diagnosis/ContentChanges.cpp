#include "base/Clock.h"
#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/diagnosis/Change.h"

#include <QSet>

#include <algorithm>

namespace creel
{
namespace
{

// Time ------------------------------------------------------------------------------------------------------------

/** The text of the timestamp as it stands in the message, where the scheme reads one. */
std::optional<QByteArray> timestampText(
    const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    if (!scheme.timestamp)
        return std::nullopt;
    const MessageView view(message, settings);
    for (const Locator& at : scheme.timestamp->at) {
        if (at.kind != Locator::Kind::Signature) {
            if (auto value = view.first(at))
                return value;
            continue;
        }
        for (const Locator& place : scheme.signature) {
            const QByteArray value = view.first(place).value_or(QByteArray());
            for (const ItemGroup& group : cutItems(scheme, value)) {
                if (auto key = group.key(at.name))
                    return key;
            }
        }
    }
    return std::nullopt;
}

QByteArrayList otherTimes(const QByteArray& plain)
{
    QByteArrayList forms;
    bool isNumber = false;
    const qint64 value = plain.toLongLong(&isNumber);
    if (isNumber && value > 0) {
        const bool milliseconds = value > 100'000'000'000;
        const qint64 us = milliseconds ? value * 1000 : value * 1'000'000;
        if (milliseconds)
            forms << QByteArray::number(value / 1000);
        else
            forms << QByteArray::number(value * 1000);
        const QByteArray iso = toRfc3339Us(us);
        forms << iso.first(19) + 'Z' << iso.first(23) + 'Z' << iso << iso.first(19) + "+00:00";
    } else if (const auto us = fromRfc3339(plain)) {
        forms << QByteArray::number(*us / 1'000'000) << QByteArray::number(*us / 1000);
        const QByteArray iso = toRfc3339Us(*us);
        forms << iso.first(19) + 'Z' << iso.first(23) + 'Z' << iso.first(19) + "+00:00";
    } else if (const qsizetype dot = plain.indexOf('.'); dot > 0) {
        forms << plain.first(dot);
    }
    forms.removeAll(plain);
    return forms;
}

void addTimes(
    std::vector<Change>& changes, const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    const auto stamp = timestampText(scheme, message, settings);
    if (!stamp || !scheme.contentUses(TemplatePart::Kind::Timestamp))
        return;
    for (const QByteArray& form : otherTimes(*stamp)) {
        changes.push_back({{"timestamp_ms"}, ChangeGroup::Time, toText(form), [form](Scheme& changed, SignedMessage&) {
                               for (Template& content : changed.content) {
                                   for (TemplatePart& part : content.parts) {
                                       if (part.kind == TemplatePart::Kind::Timestamp)
                                           part = {TemplatePart::Kind::Literal, form};
                                   }
                               }
                           }});
    }
}

// The template ----------------------------------------------------------------------------------------------------

/** Variables with what stands before the first, between them and behind the last. */
struct Shape {
    std::vector<TemplatePart> variables;
    std::vector<QByteArray> between; ///< one before each variable, and one behind the last

    static Shape of(const Template& content)
    {
        Shape shape;
        QByteArray literal;
        for (const TemplatePart& part : content.parts) {
            if (part.kind == TemplatePart::Kind::Literal) {
                literal += part.argument;
                continue;
            }
            shape.between.push_back(std::exchange(literal, {}));
            shape.variables.push_back(part);
        }
        shape.between.push_back(literal);
        return shape;
    }
    Template build() const
    {
        Template content;
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (!between[i].isEmpty())
                content.parts.push_back({TemplatePart::Kind::Literal, between[i]});
            content.parts.push_back(variables[i]);
        }
        if (!between.back().isEmpty())
            content.parts.push_back({TemplatePart::Kind::Literal, between.back()});
        return content;
    }
    /** Without a variable and what parts it from its neighbor. */
    Shape without(std::size_t index) const
    {
        Shape shape = *this;
        shape.variables.erase(shape.variables.begin() + std::ptrdiff_t(index));
        shape.between.erase(shape.between.begin() + std::ptrdiff_t(index + (index + 1 < variables.size() ? 1 : 0)));
        return shape;
    }
};

void addTemplate(std::vector<Change>& changes, QByteArrayList causes, const Shape& shape, const QString& detail)
{
    changes.push_back(
        {std::move(causes), ChangeGroup::Shape, detail, [content = shape.build()](Scheme& scheme, SignedMessage&) {
             scheme.content = {content};
             if (scheme.timestamp && !content.uses(TemplatePart::Kind::Timestamp))
                 scheme.timestamp->optional = true;
         }});
}

QString shown(const Template& content)
{
    QString out;
    for (const TemplatePart& part : content.parts) {
        switch (part.kind) {
        case TemplatePart::Kind::Literal:
            out += toVisible(toText(part.argument), 40);
            break;
        case TemplatePart::Kind::Body:
            out += QStringLiteral("{body}");
            break;
        case TemplatePart::Kind::Timestamp:
            out += QStringLiteral("{timestamp}");
            break;
        case TemplatePart::Kind::Id:
            out += QStringLiteral("{id}");
            break;
        case TemplatePart::Kind::Url:
            out += QStringLiteral("{url}");
            break;
        case TemplatePart::Kind::Method:
            out += QStringLiteral("{method}");
            break;
        default:
            out += QStringLiteral("{%1}").arg(part.argument.isEmpty() ? QStringLiteral("…") : toText(part.argument));
            break;
        }
    }
    return out;
}

/** The fixed text before the first variable (`v0:`): gone, or parted otherwise from what follows. */
void addFixedTexts(std::vector<Change>& changes, const Shape& shape)
{
    const QByteArray fixed = shape.between.front();
    if (fixed.isEmpty())
        return;
    QByteArray word = fixed;
    while (!word.isEmpty() && QByteArrayView(".:|,;=-_ \n").contains(word.back()))
        word.chop(1);
    for (const char* inner : {"", ".", ":", "|", "\n", ","}) {
        for (const QByteArray& first : {QByteArray(), word, QByteArray(word + inner), fixed}) {
            Shape other = shape;
            other.between.front() = first;
            for (std::size_t i = 1; i < shape.variables.size(); ++i)
                other.between[i] = inner;
            if (other.between != shape.between)
                addTemplate(changes, {"content_separator"}, other, shown(other.build()));
        }
    }
    Shape bare = shape;
    bare.between.front().clear();
    addTemplate(changes, {"content_separator"}, bare, shown(bare.build()));
}

void addShapes(std::vector<Change>& changes, const Scheme& scheme)
{
    if (!scheme.isDeclarative() || scheme.content.size() != 1)
        return;
    const Shape shape = Shape::of(scheme.content.front());
    const std::size_t count = shape.variables.size();
    const auto indexOf = [&](TemplatePart::Kind kind) {
        const auto at = std::find_if(
            shape.variables.begin(), shape.variables.end(), [&](const auto& part) { return part.kind == kind; });
        return at == shape.variables.end() ? std::size_t(-1) : std::size_t(at - shape.variables.begin());
    };
    const std::size_t time = indexOf(TemplatePart::Kind::Timestamp);
    const std::size_t id = indexOf(TemplatePart::Kind::Id);
    if (time != std::size_t(-1) && count > 1) {
        const Shape rest = shape.without(time);
        addTemplate(changes, {"timestamp_not_signed"}, rest, shown(rest.build()));
        if (rest.variables.size() == 1 && (!rest.between.front().isEmpty() || !rest.between.back().isEmpty())) {
            Shape bare = rest;
            bare.between = {{}, {}};
            addTemplate(changes, {"timestamp_not_signed"}, bare, shown(bare.build()));
        }
    }
    if (id != std::size_t(-1) && count > 1) {
        const Shape rest = shape.without(id);
        addTemplate(changes, {"id_not_signed"}, rest, shown(rest.build()));
        const auto stamp = std::find_if(rest.variables.begin(), rest.variables.end(),
            [](const auto& part) { return part.kind == TemplatePart::Kind::Timestamp; });
        if (stamp != rest.variables.end() && rest.variables.size() > 1) {
            const Shape body = rest.without(std::size_t(stamp - rest.variables.begin()));
            addTemplate(changes, {"timestamp_not_signed", "id_not_signed"}, body, shown(body.build()));
        }
    }
    if (time == std::size_t(-1) && scheme.timestamp && count >= 1) {
        for (const char* separator : {".", "", ":", "\n"}) {
            for (const bool before : {true, false}) {
                Shape more = shape;
                const auto at = before ? more.variables.begin() : more.variables.end();
                more.variables.insert(at, {TemplatePart::Kind::Timestamp, {}});
                if (before)
                    more.between.insert(more.between.begin() + 1, separator);
                else
                    more.between.insert(more.between.end() - 1, separator);
                addTemplate(changes, {"timestamp_signed"}, more, shown(more.build()));
            }
        }
    }
    if (count < 2)
        return;
    for (const char* separator : {".", ":", "", "\n", "|", "-", ",", ";", " ", "&", "_", "/"}) {
        Shape other = shape;
        for (std::size_t i = 1; i < count; ++i)
            other.between[i] = separator;
        if (other.between != shape.between)
            addTemplate(changes, {"content_separator"}, other, shown(other.build()));
    }
    addFixedTexts(changes, shape);
    if (count > 4)
        return;
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = i;
    while (std::next_permutation(order.begin(), order.end())) {
        Shape other = shape;
        for (std::size_t i = 0; i < count; ++i)
            other.variables[i] = shape.variables[order[i]];
        addTemplate(changes, {"header_order"}, other, shown(other.build()));
    }
}

// The URL -----------------------------------------------------------------------------------------------------------

struct UrlPieces {
    QByteArray scheme;
    QByteArray host;
    QByteArray port; ///< digits, empty where none is written
    QByteArray path;
    QByteArray query; ///< with its question mark
    QByteArray text() const { return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port) + path + query; }
};

std::optional<UrlPieces> splitUrl(const QByteArray& url)
{
    UrlPieces parts;
    const qsizetype colon = url.indexOf("://");
    if (colon < 0)
        return std::nullopt;
    parts.scheme = url.first(colon);
    QByteArray rest = url.sliced(colon + 3);
    if (const qsizetype mark = rest.indexOf('?'); mark >= 0) {
        parts.query = rest.sliced(mark);
        rest.truncate(mark);
    }
    if (const qsizetype slash = rest.indexOf('/'); slash >= 0) {
        parts.path = rest.sliced(slash);
        rest.truncate(slash);
    }
    const qsizetype port = rest.startsWith('[') ? rest.indexOf(':', rest.indexOf(']')) : rest.indexOf(':');
    parts.port = port < 0 ? QByteArray() : rest.sliced(port + 1);
    parts.host = port < 0 ? rest : rest.first(port);
    return parts;
}

void addUnique(QByteArrayList& list, const QByteArray& value)
{
    if (!list.contains(value))
        list << value;
}

/** Other ways to escape the same path or query: blanks, the letter case of hex digits, escapes that need not be. */
QByteArrayList percentChanged(const QByteArray& text)
{
    QByteArrayList forms;
    const auto add = [&](QByteArray form) {
        if (form != text && !forms.contains(form))
            forms << form;
    };
    add(QByteArray(text).replace("+", "%20"));
    add(QByteArray(text).replace("%20", "+"));
    QByteArray upper = text;
    QByteArray lower = text;
    for (qsizetype at = text.indexOf('%'); at >= 0 && at + 2 < text.size(); at = text.indexOf('%', at + 1)) {
        upper.replace(at + 1, 2, text.mid(at + 1, 2).toUpper());
        lower.replace(at + 1, 2, text.mid(at + 1, 2).toLower());
    }
    add(upper);
    add(lower);
    add(QByteArray::fromPercentEncoding(text));
    add(QByteArray::fromPercentEncoding(QByteArray(text).replace("+", " ")));
    for (const char* escaped : {"%2F", "%3A", "%40", "%2C", "%5B", "%5D", "%7E", "%2D", "%5F", "%2E", "%21", "%27",
             "%28", "%29", "%2A", "%24", "%3B", "%3F"}) {
        const QByteArray plain = QByteArray::fromPercentEncoding(escaped);
        add(QByteArray(text).replace(escaped, plain).replace(QByteArray(escaped).toLower(), plain));
    }
    const QByteArray plain = QByteArray::fromPercentEncoding(text);
    for (const char* kept : {"/?=&", "/?=&:@,", "/?=&:@,!'()*;$", "?=&"})
        add(plain.toPercentEncoding(kept));
    return forms;
}

/** What the provider may have been given in place of each part of the URL. The first of each is the one in use. */
struct UrlChoices {
    QByteArrayList schemes;
    QByteArrayList hosts; ///< with a port where one was seen with it
    QByteArrayList paths;
    QByteArrayList queries;
};

UrlChoices choicesOf(const UrlPieces& url, const SignedMessage& message, const QByteArrayList& otherUrls)
{
    UrlChoices choices{{url.scheme}, {}, {url.path}, {}};
    addUnique(choices.schemes, url.scheme == "https" ? "http" : "https");
    const auto host = [&](QByteArrayView value) {
        QByteArray name = trimOws(value).toByteArray();
        if (const qsizetype comma = name.indexOf(','); comma >= 0)
            name.truncate(comma);
        if (!name.isEmpty() && !name.contains('/') && name != url.host + (url.port.isEmpty() ? "" : ":" + url.port))
            addUnique(choices.hosts, name);
    };
    for (const char* header : {"X-Forwarded-Host", "X-Original-Host", "Host", "X-Forwarded-Server", "X-Real-Host"}) {
        for (const QByteArray& value : message.headers.values(header))
            host(value);
    }
    for (const QByteArray& value : message.headers.values("Forwarded")) {
        const qsizetype at = asciiLower(value).indexOf("host=");
        if (at >= 0)
            host(value.sliced(at + 5).split(';').first().replace('"', ""));
    }
    for (const QByteArray& text : otherUrls) {
        const auto other = splitUrl(text);
        if (!other)
            continue;
        host(other->host + (other->port.isEmpty() ? "" : ":" + other->port));
        addUnique(choices.paths, other->path);
        addUnique(choices.queries, other->query);
    }
    for (const char* header :
        {"X-Original-URI", "X-Original-URL", "X-Forwarded-Uri", "X-Rewrite-URL", "X-Envoy-Original-Path"}) {
        if (auto value = message.headers.value(header)) {
            const qsizetype mark = value->indexOf('?');
            addUnique(choices.paths, mark < 0 ? *value : value->first(mark));
            if (mark >= 0)
                addUnique(choices.queries, value->sliced(mark));
        }
    }
    if (const auto prefix = message.headers.value("X-Forwarded-Prefix"))
        addUnique(choices.paths, *prefix + url.path);
    addUnique(choices.hosts, url.host.startsWith("www.") ? url.host.sliced(4) : "www." + url.host);
    if (const QByteArray lower = asciiLower(url.host); lower != url.host)
        addUnique(choices.hosts, lower);
    choices.paths << percentChanged(url.path);
    return choices;
}

/** The same query in other words: parameters in another order, one of them alone or left out, other escapes. */
QByteArrayList otherQueries(const QByteArray& query)
{
    QByteArrayList queries;
    if (query.size() < 2)
        return {query.isEmpty() ? "?" : ""};
    const QByteArrayList parts = query.sliced(1).split('&');
    addUnique(queries, {});
    if (parts.size() <= 12) {
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QByteArrayList rest = parts;
            rest.removeAt(i);
            addUnique(queries, rest.isEmpty() ? QByteArray() : '?' + rest.join('&'));
            addUnique(queries, '?' + parts.mid(0, i + 1).join('&'));
            addUnique(queries, '?' + parts.mid(i).join('&'));
        }
        QByteArrayList sorted = parts;
        std::sort(sorted.begin(), sorted.end());
        addUnique(queries, '?' + sorted.join('&'));
        std::reverse(sorted.begin(), sorted.end());
        addUnique(queries, '?' + sorted.join('&'));
        if (parts.size() <= 4) {
            std::sort(sorted.begin(), sorted.end());
            do
                addUnique(queries, '?' + sorted.join('&'));
            while (std::next_permutation(sorted.begin(), sorted.end()));
        }
    }
    for (const QByteArray& form : percentChanged(query))
        addUnique(queries, form);
    addUnique(queries, query + '&');
    queries.removeAll(query);
    return queries;
}

void addUrl(std::vector<Change>& changes, QSet<QByteArray>& known, QByteArrayList causes, const QByteArray& url)
{
    if (known.contains(url))
        return;
    known << url;
    changes.push_back({std::move(causes), ChangeGroup::Url, toText(url),
        [url](Scheme&, SignedMessage& message) { message.url = url; }});
}

/** Ports that a proxy names, and those that receivers usually listen on. */
QByteArrayList otherPorts(const SignedMessage& message)
{
    QByteArrayList ports;
    for (const QByteArray& port : message.headers.values("X-Forwarded-Port"))
        ports << trimOws(port).toByteArray();
    for (const char* header : {"Host", "X-Forwarded-Host"}) {
        const QByteArray value = message.headers.value(header).value_or(QByteArray());
        const qsizetype colon = value.lastIndexOf(':');
        if (colon > 0 && !value.endsWith(']'))
            ports << value.sliced(colon + 1);
    }
    ports << "80"
          << "443"
          << "8080"
          << "8443"
          << "3000"
          << "4747"
          << "5000"
          << "8000"
          << "8888"
          << "9000"
          << "4040";
    return ports;
}

void addUrls(std::vector<Change>& changes, const SignedMessage& message, const DiagnosisInput& input)
{
    const auto url = splitUrl(message.url);
    if (!url)
        return;
    const UrlChoices choices = choicesOf(*url, message, input.otherUrls);
    const QByteArray port = url->port;
    std::vector<std::pair<QByteArrayList, QByteArray>> found;
    const auto add = [&](const QByteArrayList& causes, const UrlPieces& parts) {
        found.emplace_back(causes, parts.text());
    };

    QByteArrayList paths{url->path};
    if (url->path.size() > 1)
        addUnique(paths, url->path.endsWith('/') ? url->path.chopped(1) : url->path + '/');
    else
        addUnique(paths, url->path.isEmpty() ? "/" : "");
    const qsizetype slashed = paths.size();
    for (const QByteArray& path : choices.paths)
        addUnique(paths, path);
    for (qsizetype cut = url->path.indexOf('/', 1); cut > 0 && paths.size() < 24; cut = url->path.indexOf('/', cut + 1))
        addUnique(paths, url->path.sliced(cut));

    QByteArrayList queries{url->query};
    for (const QByteArray& query : otherQueries(url->query))
        addUnique(queries, query);
    const QByteArray sent = message.headers.value("X-Original-Query").value_or(QByteArray());
    if (!sent.isEmpty())
        addUnique(queries, '?' + sent);
    for (const QByteArray& query : choices.queries)
        addUnique(queries, query);

    QByteArrayList hosts{url->host};
    hosts += choices.hosts;
    for (const QByteArray& scheme : choices.schemes) {
        const QByteArray standard = scheme == "https" ? "443" : "80";
        for (const QByteArray& hostPort : hosts) {
            const qsizetype colon =
                hostPort.startsWith('[') ? hostPort.indexOf(':', hostPort.indexOf(']')) : hostPort.indexOf(':');
            const QByteArray host = colon < 0 ? hostPort : hostPort.first(colon);
            QByteArrayList ports{port};
            if (colon >= 0)
                addUnique(ports, hostPort.sliced(colon + 1));
            addUnique(ports, {});
            addUnique(ports, standard);
            if (scheme == url->scheme && hostPort == url->host) {
                for (const QByteArray& other : otherPorts(message))
                    addUnique(ports, other);
            }
            for (const QByteArray& number : ports) {
                for (qsizetype p = 0; p < paths.size(); ++p) {
                    const bool elsewhere = scheme != url->scheme || host != url->host || number != port || p > 0;
                    for (qsizetype q = 0; q < queries.size() && (q < 4 || !elsewhere); ++q) {
                        const QByteArray& query = queries[q];
                        QByteArrayList causes;
                        if (host != url->host)
                            causes << "url_host"; // tells more than what goes with it
                        if (scheme != url->scheme)
                            causes << "url_scheme";
                        if (number != port)
                            causes << "url_port";
                        if (p > 0)
                            causes << (p < slashed ? "url_trailing_slash" : "url_path");
                        if (query != url->query)
                            causes << "url_query";
                        // A port that goes with the scheme or the host is part of the same mistake.
                        if (causes.size() > 1 && causes.contains("url_port")
                            && (causes.contains("url_host") || causes.contains("url_scheme")) && number.isEmpty())
                            causes.removeAll("url_port");
                        if (!causes.isEmpty() && causes.size() <= 4)
                            add(causes, {scheme, host, number, paths[p], query});
                    }
                }
            }
        }
    }
    for (const QByteArray& path : paths) {
        found.emplace_back(QByteArrayList{"url_path"}, path + url->query);
        found.emplace_back(
            url->query.isEmpty() ? QByteArrayList{"url_path"} : QByteArrayList{"url_path", "url_query"}, path);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
    constexpr std::size_t most = 2000;
    QSet<QByteArray> known;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) {
        if (found[i].second != message.url)
            addUrl(changes, known, found[i].first, found[i].second);
    }
}

/** Kinds build their content of the URL themselves; templates say so. */
bool usesUrl(const Scheme& scheme)
{
    if (!scheme.isDeclarative())
        return scheme.kind != "adyen" && scheme.kind != "aws-sns" && scheme.kind != "x509-url"
            && scheme.kind != "braintree" && scheme.kind != "paddle-classic" && scheme.kind != "form-field-rsa"
            && scheme.kind != "dropbox-sign" && scheme.kind != "graph" && scheme.kind != "none"
            && scheme.kind != "hygraph";
    return scheme.contentUses(TemplatePart::Kind::Url) || scheme.contentUses(TemplatePart::Kind::Path)
        || scheme.contentUses(TemplatePart::Kind::Query);
}

} // namespace

std::vector<Change> contentChanges(const Scheme& scheme, const SignedMessage& message, const DiagnosisInput& input)
{
    std::vector<Change> changes;
    addTimes(changes, scheme, message, input.settings);
    if (usesUrl(scheme))
        addUrls(changes, message, input);
    addShapes(changes, scheme);
    if (scheme.kind == "contentful") {
        changes.push_back({{"header_order"}, ChangeGroup::Shape,
            toText(message.headers.value("X-Contentful-Signed-Headers").value_or(QByteArray())),
            [](Scheme& changed, SignedMessage&) { changed.listedOrder = true; }});
    }
    return changes;
}

} // namespace creel
