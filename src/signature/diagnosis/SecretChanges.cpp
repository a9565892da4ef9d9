#include "base/Text.h"
#include "signature/diagnosis/Change.h"

#include <algorithm>

namespace creel
{
namespace
{

/** The rule under which the bytes themselves are the key. */
KeyRule plainRule()
{
    KeyRule rule;
    rule.form = KeyForm::Text;
    return rule;
}

KeyRule ruleWith(KeyForm form)
{
    KeyRule rule = plainRule();
    rule.form = form;
    return rule;
}

/** HTML entities, by name and by number. */
QByteArray withoutEntities(QByteArray value)
{
    value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    for (qsizetype at = value.indexOf("&#"); at >= 0; at = value.indexOf("&#", at + 1)) {
        const qsizetype end = value.indexOf(';', at);
        const bool hex = at + 2 < value.size() && (value[at + 2] == 'x' || value[at + 2] == 'X');
        const qsizetype from = at + (hex ? 3 : 2);
        bool ok = false;
        const ushort unit = end > from ? value.mid(from, end - from).toUShort(&ok, hex ? 16 : 10) : ushort(0);
        if (ok)
            value.replace(at, end + 1 - at, QString(QChar(unit)).toUtf8());
    }
    return value.replace("&amp;", "&");
}

/** The escapes of a string in JSON, JavaScript, C or a shell: a backslash, and what it stands for. */
QByteArray withoutBackslashes(const QByteArray& value)
{
    QByteArray out;
    for (qsizetype at = 0; at < value.size(); ++at) {
        if (value[at] != '\\' || at + 1 == value.size()) {
            out += value[at];
            continue;
        }
        const char kind = value[++at];
        const qsizetype digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        bool ok = false;
        const ushort unit = digits > 0 ? value.mid(at + 1, digits).toUShort(&ok, 16) : ushort(0);
        if (ok && at + digits < value.size()) {
            out += QString(QChar(unit)).toUtf8();
            at += digits;
        } else {
            out += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
        }
    }
    return out;
}

bool isHexText(QByteArrayView value)
{
    return value.size() >= 8 && value.size() % 2 == 0 && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

std::optional<QByteArray> fromBase64(const QByteArray& value)
{
    for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        const auto decoded = QByteArray::fromBase64Encoding(value, option | QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && !(*decoded).isEmpty())
            return *decoded;
    }
    return std::nullopt;
}

/** What providers put before their secrets, and what is copied with them. */
constexpr const char* prefixes[] = {"whsec_", "v1,whsec_", "v1,", "sha256=", "sha1=", "sha512=", "secret_", "secret-",
    "shpss_", "pdl_ntfset_", "polar_whs_", "whsk_", "whpk_", "whk_", "whs_", "wh_", "wsec_", "wbhsec_", "fwhsec_",
    "lin_wh_", "ghs_", "gh_", "key-", "key_", "sk_", "sk_live_", "sk_test_", "tskey-webhook-", "signkey-",
    "signkey-prod-", "signkey-test-", "sig_", "hook_", "token_", "api_", "wc_secret_", "Bearer ", "Basic ", "Token ",
    "HMAC ", "base64:", "hex:", "0x"};

class Secrets
{
public:
    Secrets(const Scheme& scheme, const NamedSecret& secret, QString name, std::vector<SecretChange>& out)
        : m_rule(scheme.key)
        , m_entered(secret.value.view().toByteArray())
        , m_name(std::move(name))
        , m_out(out)
    {
    }

    void addAll(bool asymmetric)
    {
        add("", m_entered, m_rule);
        addBlanks();
        addQuotes();
        addEscapes();
        if (asymmetric)
            return;
        // What a decoding scheme reads as text may also be a prefix that is too many: the first is the likelier.
        addForms();
        addPrefixes();
    }

private:
    void add(const char* cause, const QByteArray& entered, const KeyRule& rule, bool rare = false)
    {
        if (entered.isEmpty()
            || (*cause && entered == m_entered && rule.form == m_rule.form && rule.strip == m_rule.strip))
            return;
        m_out.push_back({cause, m_name, entered, rule, true, rare});
    }

    void addBlanks()
    {
        add("secret_whitespace", m_entered.trimmed(), m_rule);
        QByteArray inner = m_entered;
        for (const char* blank :
            {" ", "\n", "\r", "\t", "\xE2\x80\x8B", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x81\xA0", "\xC2\xAD"})
            inner.replace(blank, "");
        QByteArray shown = m_entered; // with the blanks that can be seen inside it
        for (const char* blank :
            {"\xE2\x80\x8B", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x81\xA0", "\xC2\xAD", "\n", "\r", "\t"})
            shown.replace(blank, "");
        add("secret_whitespace", shown.trimmed(), m_rule);
        add("secret_whitespace", inner, m_rule);
        add("secret_whitespace", m_entered.trimmed().replace("\n", "").replace("\r", ""), m_rule);
        for (const char* end : {"\n", "\r\n", " ", "\t"})
            add("secret_whitespace", m_entered + end, m_rule);
        add("secret_whitespace", ' ' + m_entered, m_rule);
    }

    /** Each way to escape alone, and all of them one over the other. */
    void addEscapes()
    {
        const QByteArray percent = QByteArray::fromPercentEncoding(m_entered);
        const QByteArray form = QByteArray::fromPercentEncoding(QByteArray(m_entered).replace('+', ' '));
        for (const QByteArray& plain : {percent, withoutBackslashes(m_entered), withoutEntities(m_entered),
                 QByteArray(m_entered).replace("\\", ""), QByteArray(m_entered).replace("$$", "$"),
                 QByteArray::fromPercentEncoding(withoutBackslashes(withoutEntities(m_entered)))})
            add("secret_escaped", plain, m_rule);
        if (m_entered.contains('%'))
            add("secret_escaped", form, m_rule);
    }

    void addQuotes()
    {
        const QByteArray plain = m_entered.trimmed();
        for (const char quote : {'"', '\'', '`'}) {
            if (plain.size() > 2 && plain.startsWith(quote) && plain.endsWith(quote))
                add("secret_quotes", plain.mid(1, plain.size() - 2), m_rule);
        }
        add("secret_quotes", withoutQuotes(plain), m_rule);
    }

    /** Without any quotes and brackets around it, also on one side alone. */
    static QByteArray withoutQuotes(QByteArray bare)
    {
        for (bool cut = true; cut && bare.size() > 2;) {
            cut = false;
            for (const char* quote : {"\"", "'", "`", "<", ">", "(", ")", "[", "]", "\\", ";", ",", "\xE2\x80\x9C",
                     "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB"}) {
                if (bare.startsWith(quote) && (cut = true))
                    bare = bare.sliced(qsizetype(qstrlen(quote)));
                if (bare.endsWith(quote) && (cut = true))
                    bare.chop(qsizetype(qstrlen(quote)));
            }
        }
        return bare;
    }

    void addPrefixes()
    {
        const QByteArray plain = m_entered.trimmed();
        for (const char* prefix : prefixes) {
            if (plain.startsWith(prefix) && plain.size() > qsizetype(qstrlen(prefix))) {
                const QByteArray rest = plain.sliced(qsizetype(qstrlen(prefix)));
                add("secret_prefix_kept", rest, m_rule);
                add("secret_prefix_kept", rest.trimmed(), m_rule);
                if (m_rule.form == KeyForm::Text) {
                    if (const auto decoded = fromBase64(rest))
                        add("secret_base64_as_text", *decoded, plainRule());
                }
            } else {
                add("secret_prefix_dropped", prefix + plain, m_rule, true);
            }
        }
        addAssignments(plain);
        // What a provider that is not listed puts before its secrets.
        for (qsizetype at = 1; at < std::min<qsizetype>(plain.size() - 8, 24); ++at) {
            if (plain[at] == '_' || plain[at] == '-' || plain[at] == '.')
                add("secret_prefix_kept", plain.sliced(at + 1), m_rule, true);
        }
    }

    /** NAME=value, as it stands in an environment file, `Name: value` and `Name value`; also twice, as in
     * `v1=whsec_...`, and with quotes around the value. */
    void addAssignments(const QByteArray& plain)
    {
        QByteArray rest = plain;
        for (int round = 0; round < 3; ++round) {
            const auto at =
                std::find_if(rest.begin(), rest.end(), [](char c) { return c == '=' || c == ':' || c == ','; });
            const qsizetype size = at - rest.begin();
            if (at == rest.end() || size == 0 || size > 64 || size > rest.size() - 6)
                break;
            rest = rest.sliced(size + 1).trimmed();
            add("secret_prefix_kept", rest, m_rule);
            add("secret_prefix_kept", withoutQuotes(rest), m_rule);
        }
        const qsizetype blank = plain.lastIndexOf(' ');
        if (blank > 0 && plain.size() - blank > 8)
            add("secret_prefix_kept", withoutQuotes(plain.sliced(blank + 1)), m_rule);
    }

    void addForms()
    {
        const QByteArray plain = m_entered.trimmed();
        QByteArrayList texts{plain};
        for (const QByteArray& prefix : m_rule.strip) {
            if (plain.startsWith(prefix))
                texts << plain.sliced(prefix.size());
        }
        for (const QByteArray& text : texts) {
            if (m_rule.form != KeyForm::Text)
                add(m_rule.form == KeyForm::Hex ? "secret_text_as_hex" : "secret_text_as_base64", text, plainRule());
            if (m_rule.form != KeyForm::Base64) {
                if (const auto decoded = fromBase64(text))
                    add(m_rule.form == KeyForm::Hex ? "secret_base64_as_hex" : "secret_base64_as_text", *decoded,
                        plainRule());
            }
            if (m_rule.form != KeyForm::Hex && isHexText(text))
                add(m_rule.form == KeyForm::Base64 ? "secret_hex_as_base64" : "secret_hex_as_text", text,
                    ruleWith(KeyForm::Hex));
        }
    }

    const KeyRule& m_rule;
    QByteArray m_entered;
    QString m_name;
    std::vector<SecretChange>& m_out;
};

} // namespace

std::vector<SecretChange> secretChanges(const Scheme& scheme, const DiagnosisInput& input)
{
    std::vector<SecretChange> changes;
    const bool asymmetric = scheme.isAsymmetric();
    for (std::size_t i = 0; i < input.secrets.size(); ++i) {
        const NamedSecret& secret = input.secrets[i];
        Secrets(scheme, secret, secret.name.isEmpty() ? QString::number(i) : secret.name, changes).addAll(asymmetric);
    }
    for (const NamedSecret& secret : input.otherSecrets)
        changes.push_back({"other_endpoint_secret", secret.name, secret.value.view().toByteArray(), scheme.key, false});
    std::stable_partition(
        changes.begin(), changes.end(), [](const SecretChange& change) { return change.cause.isEmpty(); });
    return changes;
}

} // namespace creel
