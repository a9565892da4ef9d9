#include "delivery/RequestBuilder.h"

#include "base/Text.h"
#include "delivery/Target.h"
#include "delivery/Variables.h"
#include "signature/Scheme.h"
#include "signature/Signer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>

namespace creel
{

namespace
{

using Origin = BuiltLine::Origin;
constexpr qsizetype ChunkBytes = 64 * 1024;

/** RFC 9110, section 5.6.2. */
bool isToken(const QByteArray& text)
{
    static const QByteArray marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool breaksLine(const QByteArray& text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

/** The chunks with the lines as they came; nothing where they no longer fit the body. */
std::optional<QByteArray> withFraming(const QByteArray& body, const QByteArray& framing)
{
    QByteArray out;
    qsizetype at = 0;
    for (qsizetype from = 0; from < framing.size();) {
        const qsizetype end = framing.indexOf("\r\n", from);
        if (end < 0)
            return std::nullopt;
        const QByteArray line = framing.mid(from, end + 2 - from);
        const qsizetype digits = qsizetype(std::find_if_not(line.begin(), line.end(), [](char c) {
            return std::isxdigit(static_cast<unsigned char>(c)) != 0;
        }) - line.begin());
        bool ok = false;
        const qint64 size = line.left(digits).toLongLong(&ok, 16);
        if (!ok || size > body.size() - at)
            return std::nullopt;
        if (size == 0)
            return at == body.size() ? std::optional(out + framing.mid(from)) : std::nullopt;
        out += line + body.mid(at, size) + "\r\n";
        at += size;
        from = end + 2;
    }
    return std::nullopt;
}

QByteArray chunkedBody(const QByteArray& body, const QByteArray& framing)
{
    if (auto kept = withFraming(body, framing))
        return *std::move(kept);
    QByteArray out;
    for (qsizetype at = 0; at < body.size(); at += ChunkBytes) {
        const QByteArray piece = body.mid(at, ChunkBytes);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n\r\n";
}

/** Lines of a head as they came, each for the first field that still says the same. */
class OriginalLines
{
public:
    explicit OriginalLines(const QByteArray& head)
    {
        const qsizetype first = head.indexOf("\r\n");
        for (qsizetype from = first + 2; first >= 0 && from < head.size();) {
            const qsizetype end = head.indexOf("\r\n", from);
            if (end <= from)
                return;
            m_lines.append(head.mid(from, end - from));
            from = end + 2;
        }
    }

    QByteArray take(const QByteArray& name, const QByteArray& value)
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const qsizetype colon = m_lines[i].indexOf(':');
            if (colon == name.size() && m_lines[i].startsWith(name)
                && trimOws(QByteArrayView(m_lines[i]).sliced(colon + 1)) == value)
                return m_lines.takeAt(i);
        }
        return name + ": " + value;
    }

private:
    QByteArrayList m_lines;
};

class Builder
{
public:
    Builder(const Draft& draft, const BuildContext& context)
        : m_draft(draft)
        , m_context(context)
        , m_variables(context.variables, context.nowUs)
        , m_original(draft.originalHead)
    {
    }

    Result<BuiltRequest> build()
    {
        expandAll();
        if (auto checked = check(); !checked)
            return checked.error();
        if (auto done = addSignature(); !done)
            return done.error();
        return write();
    }

private:
    Result<BuiltRequest> write()
    {
        const Result<Target> target = Target::parse(m_url);
        if (!target)
            return target.error();
        addRequestLine(*target);
        addFields(*target);
        return finish();
    }

    QByteArray expanded(const QByteArray& text) { return m_draft.variables ? m_variables.expand(text) : text; }

    void expandAll()
    {
        m_url = expanded(m_draft.url);
        for (const DraftField& field : m_draft.fields) {
            if (field.enabled)
                m_fields.push_back({expanded(field.name), expanded(field.value), field.automatic});
        }
        m_out.body = expanded(m_draft.body);
    }

    Result<void> check() const
    {
        if (!isToken(m_draft.method))
            return Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel",
                    "%1 can't be sent as a method: it must be one word of letters, "
                    "digits and marks such as - and _.")
                    .arg(toVisible(toText(m_draft.method)))};
        for (const DraftField& field : m_fields) {
            if (!isToken(field.name) || breaksLine(field.value))
                return Error{ErrorCode::Invalid,
                    QCoreApplication::translate("creel",
                        "The header %1 can't be sent: a name must be one word, and a "
                        "value may not hold line ends or NUL.")
                        .arg(toVisible(toText(field.name)))};
        }
        return {};
    }

    QByteArray idInHeaders() const
    {
        for (const Locator& at : m_context.scheme->contentId) {
            const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&at](const DraftField& field) {
                return at.kind == Locator::Kind::Header && equalsIgnoreAsciiCase(field.name, at.name);
            });
            if (found != m_fields.end())
                return found->value;
        }
        return {};
    }

    Result<void> addSignature()
    {
        if (!m_context.scheme)
            return {};
        if (!m_context.secret)
            return Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel", "A secret is needed to sign as %1. Choose one, or send unsigned.")
                    .arg(m_context.scheme->name)};
        SigningInput input;
        input.message.method = m_draft.method;
        input.message.url = m_url;
        for (const DraftField& field : m_fields) {
            if (!field.automatic)
                input.message.headers.add(field.name, field.value);
        }
        input.message.body = m_out.body;
        input.nowUs = m_context.nowUs;
        input.id = m_context.messageId.isEmpty() ? idInHeaders() : m_context.messageId;
        Result<Signed> made = sign(*m_context.scheme, *m_context.secret, m_draft.settings, input);
        if (!made)
            return made.error();
        if (m_context.scheme->algorithm == Algorithm::Token || m_context.scheme->algorithm == Algorithm::Basic)
            m_out.recorded = withoutSecret(input);
        take(*std::move(made));
        return {};
    }

    void take(Signed made)
    {
        m_out.body = std::move(made.body);
        m_out.signedContent = std::move(made.signedContent);
        if (made.url)
            m_url = *made.url;
        m_signature = std::move(made.headers);
    }

    /** The same request made with a placeholder: whatever a scheme does with its secret, this can't hold it. */
    RecordedRequest withoutSecret(const SigningInput& input) const
    {
        static const QByteArray placeholder("[secret]");
        Builder other(*this);
        if (Result<Signed> made = sign(*m_context.scheme, SecretBytes(placeholder), m_draft.settings, input))
            other.take(*std::move(made));
        const Result<BuiltRequest> built = other.write();
        if (!built)
            return {};
        const HttpRequest& request = built->request;
        QByteArray head = request.head;
        head.replace(placeholder.toBase64(), placeholder); // Basic
        return {request.url, head, request.body};
    }

    void addRequestLine(const Target& target)
    {
        const bool own = m_draft.originalTarget.isEmpty() || (m_context.scheme && m_url != m_draft.url);
        const QByteArray where = own ? target.origin : m_draft.originalTarget;
        addLine(
            m_draft.method + ' ' + where + " HTTP/1." + QByteArray::number(m_draft.versionMinor), Origin::RequestLine);
    }

    void addLine(const QByteArray& bytes, Origin origin) { m_out.lines.push_back({bytes, origin}); }

    bool has(QByteArrayView name) const
    {
        const auto same = [name](const DraftField& field) { return equalsIgnoreAsciiCase(field.name, name); };
        return m_signature.contains(name) || std::any_of(m_fields.begin(), m_fields.end(), same);
    }

    bool wants(QByteArrayView name) const
    {
        const auto same = [name](const QByteArray& left) { return equalsIgnoreAsciiCase(left, name); };
        return !has(name) && std::none_of(m_draft.leftOut.begin(), m_draft.leftOut.end(), same);
    }

    /** What Creel writes for a line whose value it computes; nothing where the line has no place in this request. */
    std::optional<QByteArray> computed(const QByteArray& name, const Target& target) const
    {
        if (equalsIgnoreAsciiCase(name, "Host"))
            return target.authority;
        if (equalsIgnoreAsciiCase(name, "Transfer-Encoding") && m_draft.chunked)
            return QByteArrayLiteral("chunked");
        if (equalsIgnoreAsciiCase(name, "Content-Length") && !m_draft.chunked)
            return QByteArray::number(m_out.body.size());
        return std::nullopt;
    }

    void addFields(const Target& target)
    {
        if (wants("Host"))
            addLine("Host: " + target.authority, Origin::Creel);
        for (const DraftField& field : m_fields) {
            if (field.automatic) {
                if (const auto value = computed(field.name, target))
                    addLine(field.name + ": " + *value, Origin::Creel);
            } else if (!m_signature.contains(field.name)) {
                addLine(m_original.take(field.name, field.value), Origin::User);
            }
        }
        for (const HeaderField& field : m_signature)
            addLine(field.name + ": " + field.value, Origin::Signature);
        if (wants("User-Agent"))
            addLine("User-Agent: Creel/" CREEL_VERSION, Origin::Creel);
        if (wants("Accept"))
            addLine("Accept: */*", Origin::Creel);
        if (m_draft.chunked && wants("Transfer-Encoding"))
            addLine("Transfer-Encoding: chunked", Origin::Creel);
        // RFC 9110, section 8.6: a method that expects content says so even when there is none.
        const bool expectsBody = m_draft.method == "POST" || m_draft.method == "PUT" || m_draft.method == "PATCH";
        if (!m_draft.chunked && (expectsBody || !m_out.body.isEmpty()) && wants("Content-Length"))
            addLine("Content-Length: " + QByteArray::number(m_out.body.size()), Origin::Creel);
    }

    BuiltRequest finish()
    {
        for (const BuiltLine& line : m_out.lines)
            m_out.request.head += line.bytes + "\r\n";
        m_out.request.head += "\r\n";
        m_out.request.url = m_url;
        m_out.request.body = m_draft.chunked ? chunkedBody(m_out.body, m_draft.framing) : m_out.body;
        m_out.request.settings = m_draft.sending;
        m_out.method = m_draft.method;
        m_out.unknownVariables = m_variables.unknown();
        return std::move(m_out);
    }

    const Draft& m_draft;
    const BuildContext& m_context;
    Variables m_variables;
    OriginalLines m_original;
    QByteArray m_url;
    std::vector<DraftField> m_fields;
    HeaderList m_signature;
    BuiltRequest m_out;
};

} // namespace

Result<BuiltRequest> buildRequest(const Draft& draft, const BuildContext& context)
{
    return Builder(draft, context).build();
}

} // namespace creel
