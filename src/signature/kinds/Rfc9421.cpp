#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

// Structured fields (RFC 8941), as far as RFC 9421 uses them: a dictionary of inner lists or byte sequences.

/** Where the value that starts at `from` ends: at a comma outside of strings, lists and byte sequences. */
qsizetype memberEnd(QByteArrayView text, qsizetype from)
{
    int depth = 0;
    bool inString = false;
    bool inBytes = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (inBytes) {
            inBytes = c != ':';
        } else if (c == '"') {
            inString = true;
        } else if (c == ':') {
            inBytes = true;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            return i;
        }
    }
    return text.size();
}

/** Names and values of a dictionary as they stand there; several fields of one name are one dictionary. */
FormFields dictionary(const std::vector<QByteArray>& fields)
{
    FormFields members;
    for (const QByteArray& text : fields) {
        qsizetype from = 0;
        while (from < text.size()) {
            const qsizetype end = memberEnd(text, from);
            const QByteArrayView member = trimOws(QByteArrayView(text).sliced(from, end - from));
            const auto* stop = std::find_if(member.begin(), member.end(), [](char c) { return c == '=' || c == ';'; });
            const QByteArrayView name = member.first(stop - member.begin());
            const QByteArrayView rest = member.sliced(name.size());
            if (!name.isEmpty()) // a name alone is true (RFC 8941, section 3.2)
                members.emplace_back(name.toByteArray(),
                    rest.startsWith('=') ? rest.sliced(1).toByteArray() : "?1" + rest.toByteArray());
            from = end + 1;
        }
    }
    return members;
}

/** A structured field as RFC 8941, section 4.1, writes it: blanks where they belong, and no true value. */
QByteArray strictlyWritten(QByteArrayView text)
{
    QByteArray out;
    bool inString = false;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = out.isEmpty() ? ' ' : out.back();
        if (inString) {
            out += c;
            if (c == '\\' && i + 1 < text.size())
                out += text[++i];
            inString = c != '"';
        } else if (c == ' ' || c == '\t') {
            if (depth > 0 && before != ' ' && before != '(' && before != ';')
                out += ' ';
        } else if (c == ',' && depth == 0) {
            out += ", ";
        } else if (c == ')' && before == ' ') {
            out.back() = c;
            --depth;
        } else {
            inString = c == '"';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            out += c;
            if (out.endsWith("=?1"))
                out.chop(3);
        }
    }
    return out;
}

struct Parameters {
    FormFields values; ///< strings without their quotes
    std::optional<QByteArray> value(QByteArrayView name) const
    {
        for (const auto& [key, text] : values) {
            if (key == name)
                return text;
        }
        return std::nullopt;
    }
};

/** `;name=value` pairs from `from` on. */
Parameters parametersOf(QByteArrayView text)
{
    Parameters parameters;
    qsizetype from = 0;
    while (from < text.size() && text[from] == ';') {
        bool inString = false;
        qsizetype end = from + 1;
        while (end < text.size() && (inString || text[end] != ';')) {
            if (text[end] == '"')
                inString = !inString;
            ++end;
        }
        const QByteArrayView pair = trimOws(text.sliced(from + 1, end - from - 1));
        const qsizetype equals = pair.indexOf('=');
        QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        parameters.values.emplace_back((equals < 0 ? pair : pair.first(equals)).toByteArray(), value.toByteArray());
        from = end;
    }
    return parameters;
}

struct Component {
    QByteArray written; ///< with quotes and parameters
    QByteArray name;
    Parameters parameters;
};

/** The inner list of a Signature-Input member and what stands behind it; nothing where it is none. */
std::optional<std::pair<std::vector<Component>, Parameters>> coveredComponents(QByteArrayView input)
{
    if (!input.startsWith('('))
        return std::nullopt;
    std::vector<Component> components;
    qsizetype i = 1;
    while (i < input.size() && input[i] != ')') {
        if (input[i] == ' ') {
            ++i;
            continue;
        }
        const qsizetype quote = input[i] == '"' ? input.indexOf('"', i + 1) : -1;
        if (quote < 0)
            return std::nullopt;
        qsizetype end = quote + 1;
        bool inString = false;
        while (end < input.size() && (inString || (input[end] != ' ' && input[end] != ')'))) {
            inString = inString != (input[end] == '"');
            ++end;
        }
        components.push_back({input.sliced(i, end - i).toByteArray(), input.sliced(i + 1, quote - i - 1).toByteArray(),
            parametersOf(input.sliced(quote + 1, end - quote - 1))});
        i = end;
    }
    if (i >= input.size())
        return std::nullopt;
    return std::pair(std::move(components), parametersOf(input.sliced(i + 1)));
}

QByteArray authorityOf(const QByteArray& url)
{
    const qsizetype mark = url.indexOf("://");
    if (mark < 0)
        return {};
    qsizetype end = mark + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    QByteArray authority = asciiLower(QByteArrayView(url).sliced(mark + 3, end - mark - 3));
    const QByteArray standard = url.startsWith("https:") ? ":443" : ":80";
    if (authority.endsWith(standard))
        authority.chop(standard.size());
    return authority;
}

QByteArray withoutFragment(const QByteArray& url)
{
    const qsizetype hash = url.indexOf('#');
    return hash < 0 ? url : url.left(hash);
}

/** RFC 9421, sections 2.1 and 2.2; nothing where the message has no such component. */
std::optional<QByteArray> componentValue(const Component& component, const MessageView& view)
{
    const SignedMessage& message = view.message();
    const QByteArray& name = component.name;
    const QByteArray query = view.query();
    if (name == "@method")
        return message.method;
    if (name == "@target-uri")
        return withoutFragment(message.url);
    if (name == "@authority")
        return authorityOf(message.url);
    if (name == "@scheme")
        return asciiLower(message.url.left(std::max<qsizetype>(0, message.url.indexOf("://"))));
    if (name == "@path")
        return view.path();
    if (name == "@query")
        return '?' + query;
    if (name == "@request-target")
        return query.isEmpty() ? view.path() : QByteArray(view.path() + '?' + query);
    if (name == "@query-param") {
        const auto wanted = component.parameters.value("name");
        for (const auto& [key, value] : decodeFormFields(query)) {
            if (wanted && percentEncoded(key) == *wanted)
                return percentEncoded(value);
        }
        return std::nullopt;
    }
    if (name.startsWith('@') || component.parameters.value("req") || component.parameters.value("tr"))
        return std::nullopt;
    const std::vector<QByteArray> values = message.headers.values(name);
    if (values.empty())
        return std::nullopt;
    if (const auto key = component.parameters.value("key")) {
        for (const auto& [member, value] : dictionary(values)) {
            if (member == *key)
                return value;
        }
        return std::nullopt;
    }
    QByteArrayList joined;
    const bool asBytes = component.parameters.value("bs").has_value();
    for (const QByteArray& value : values) {
        const QByteArray trimmed = trimOws(value).toByteArray();
        joined += asBytes ? QByteArray(':' + trimmed.toBase64() + ':') : trimmed;
    }
    const QByteArray whole = joined.join(", ");
    return component.parameters.value("sf") ? strictlyWritten(whole) : whole;
}

/** The signature base of RFC 9421, section 2.5. */
std::optional<QByteArray> signatureBase(
    const std::vector<Component>& components, const QByteArray& input, const MessageView& view, QByteArray* missing)
{
    QByteArray base;
    for (const Component& component : components) {
        const auto value = componentValue(component, view);
        if (!value) {
            *missing = component.name;
            return std::nullopt;
        }
        base += component.written + ": " + *value + '\n';
    }
    return base + "\"@signature-params\": " + input;
}

/** Content-Digest (RFC 9530) against the body: why it does not fit, or nothing. */
QString digestMismatch(const MessageView& view)
{
    bool anyKnown = false;
    for (const auto& [name, value] : dictionary(view.message().headers.values("Content-Digest"))) {
        const QByteArray& body = view.message().body;
        const QByteArray digest = name == "sha-256" ? sha256(body) : name == "sha-512" ? sha512(body) : QByteArray();
        if (digest.isEmpty())
            continue;
        anyKnown = true;
        if (value != ':' + digest.toBase64() + ':')
            return CoreText::tr("The body is not the one that was signed: Content-Digest is another.");
    }
    return anyKnown ? QString() : CoreText::tr("Content-Digest has no digest that is known: sha-256 or sha-512.");
}

QByteArray algorithmName(const Scheme& scheme)
{
    return scheme.algorithm == Algorithm::Ed25519 ? "ed25519" : "hmac-sha256";
}

std::optional<qint64> secondsOf(const Parameters& parameters, QByteArrayView name)
{
    const auto text = parameters.value(name);
    return text ? parseTime(*text, TimeUnit::Seconds) : std::nullopt;
}

/** HTTP Message Signatures (RFC 9421): any label may match. */
class Rfc9421 final : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override
    {
        const std::vector<QByteArray> fields = view.message().headers.values("Signature");
        if (fields.empty())
            return missingSignature(scheme);
        const FormFields inputs = dictionary(view.message().headers.values("Signature-Input"));
        Prepared prepared;
        prepared.header = "Signature";
        prepared.received = fields.front();
        QString reason = CoreText::tr("The signature does not have the form that the scheme expects.");
        for (const auto& [label, written] : dictionary(fields)) {
            const auto input =
                std::find_if(inputs.begin(), inputs.end(), [&](const auto& member) { return member.first == label; });
            if (input == inputs.end())
                reason = CoreText::tr("Signature-Input has no member \"%1\".").arg(toText(label));
            else if (auto check = checkOf(scheme, view, written, input->second, reason))
                prepared.checks.push_back(*std::move(check));
        }
        if (prepared.checks.empty())
            return malformed(prepared.header, fields.front(), reason);
        return prepared;
    }

    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override
    {
        const Rfc9421Rule rule = scheme.rfc9421.value_or(Rfc9421Rule());
        Signed out;
        out.body = input.message.body;
        SignedMessage message = input.message;
        if (!message.headers.contains("Content-Digest")) {
            const QByteArray digest = "sha-256=:" + sha256(message.body).toBase64() + ':';
            message.headers.add("Content-Digest", digest);
            out.headers.add("Content-Digest", digest);
        }
        QByteArrayList quoted;
        for (const QByteArray& component : rule.components)
            quoted += '"' + component + '"';
        QByteArray parameters = '(' + quoted.join(' ') + ')';
        for (const QByteArray& name : rule.parameters) {
            if (name == "created")
                parameters += ";created=" + QByteArray::number(input.nowUs / 1'000'000);
            else if (name == "alg")
                parameters += ";alg=\"" + algorithmName(scheme) + '"';
            else if (name == "keyid")
                parameters += ";keyid=\"" + settings.value("keyid", "creel-test-key").replace('"', "") + '"';
        }
        const auto covered = coveredComponents(parameters);
        const MessageView view(message, settings);
        QByteArray missing;
        const auto base = covered ? signatureBase(covered->first, parameters, view, &missing) : std::nullopt;
        if (!base)
            return Error{
                ErrorCode::Invalid, CoreText::tr("Something that is to be signed is absent: %1.").arg(toText(missing))};
        auto made = computeSignature(scheme.algorithm, key, bytesContent(*base), {});
        if (!made)
            return made.error();
        out.signedContent = *base;
        out.headers.add("Signature-Input", rule.label + '=' + parameters);
        out.headers.add("Signature", rule.label + "=:" + made->toBase64() + ':');
        return out;
    }

private:
    static std::optional<Check> checkOf(const Scheme& scheme, const MessageView& view, const QByteArray& written,
        const QByteArray& input, QString& reason)
    {
        const bool isBytes = written.size() > 2 && written.startsWith(':') && written.endsWith(':');
        const QByteArray item = isBytes ? written.mid(1, written.size() - 2) : QByteArray();
        const auto decoded = decodeBase64(item);
        const auto covered = coveredComponents(input);
        if (!decoded || !covered) {
            reason = decoded ? CoreText::tr("Signature-Input can't be read.")
                             : CoreText::tr("The signature can't be decoded: it is not written in %1.")
                                   .arg(QStringLiteral("base64"));
            return std::nullopt;
        }
        const auto& [components, parameters] = *covered;
        QByteArray missing;
        const auto base = signatureBase(components, input, view, &missing);
        if (!base) {
            reason = CoreText::tr("Something that is signed is absent: %1.").arg(toText(missing));
            return std::nullopt;
        }
        Check check;
        check.header = "Signature";
        check.candidates.push_back({item, decoded->bytes, decoded->canonical, std::nullopt});
        check.contents = {bytesContent(*base)};
        check.keyId = parameters.value("keyid").value_or(QByteArray());
        check.timestampUs = secondsOf(parameters, "created");
        check.expiresUs = secondsOf(parameters, "expires");
        const auto algorithm = parameters.value("alg");
        if (algorithm && *algorithm != algorithmName(scheme))
            check.refused = CoreText::tr("The signature names the algorithm \"%1\", which this scheme does not allow.")
                                .arg(toText(*algorithm));
        const bool coversBody = std::any_of(components.begin(), components.end(),
            [](const Component& component) { return component.name == "content-digest"; });
        if (coversBody)
            check.mismatch = digestMismatch(view);
        return check;
    }
};

} // namespace

const Kind& rfc9421Kind()
{
    static const Rfc9421 kind;
    return kind;
}

} // namespace creel
