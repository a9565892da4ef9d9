#include "signature/CodeSample.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/SchemeSettings.h"

#include <QCoreApplication>
#include <QHash>

namespace creel
{
namespace
{

constexpr qsizetype maxInlineBody = 16 << 10;

/** A string literal: everything but plain ASCII is escaped, so that no sender can end it. */
QString literal(QByteArrayView bytes, CodeLanguage language)
{
    QString out;
    const QString text = toText(bytes);
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        const bool plain =
            unit >= 0x20 && unit < 0x7F && unit != '"' && unit != '\\' && unit != '$' && unit != '#' && unit != '{';
        if (plain)
            out += character;
        else if (language == CodeLanguage::Php || language == CodeLanguage::Ruby)
            out += QStringLiteral("\\u{%1}").arg(QString::number(unit, 16));
        else
            out += QStringLiteral("\\u%1").arg(uint(unit), 4, 16, QLatin1Char('0'));
    }
    return u'"' + out + u'"';
}

const char* hashName(Algorithm algorithm, CodeLanguage language)
{
    struct Names {
        Algorithm algorithm;
        const char* lower; ///< Node, Python, PHP, Ruby
        const char* go;
        const char* java;
        const char* csharp;
    };
    static constexpr Names names[] = {{Algorithm::HmacMd5, "md5", "md5", "HmacMD5", "MD5"},
        {Algorithm::HmacSha1, "sha1", "sha1", "HmacSHA1", "SHA1"},
        {Algorithm::HmacSha256, "sha256", "sha256", "HmacSHA256", "SHA256"},
        {Algorithm::HmacSha384, "sha384", "sha512", "HmacSHA384", "SHA384"},
        {Algorithm::HmacSha512, "sha512", "sha512", "HmacSHA512", "SHA512"}};
    for (const Names& entry : names) {
        if (entry.algorithm != algorithm)
            continue;
        switch (language) {
        case CodeLanguage::Go:
            return entry.go;
        case CodeLanguage::Java:
            return entry.java;
        case CodeLanguage::CSharp:
            return entry.csharp;
        default:
            return entry.lower;
        }
    }
    return nullptr;
}

/** The words of one language for the same steps. `%1` is filled in. */
struct Dialect {
    const char* text; ///< bytes of a literal
    const char* body; ///< bytes of base64
    const char* file; ///< bytes of body.bin
    const char* keyText;
    const char* keyBase64;
    const char* keyHex;
    const char* join; ///< between the parts of the content
    const char* comment;
    const char* program; ///< %1 comment, %2 body, %3 key, %4 content, %5 hash, %6 signature, %7 decoding
    const char* fromHex;
    const char* fromBase64;
};

const Dialect& dialectOf(CodeLanguage language)
{
    static const Dialect node{"Buffer.from(%1)", "Buffer.from(%1, \"base64\")",
        "require(\"fs\").readFileSync(\"body.bin\")", "Buffer.from(secret)", "Buffer.from(secret, \"base64\")",
        "Buffer.from(secret, \"hex\")", ", ", "// ",
        "%1\nconst crypto = require(\"crypto\");\n\nlet secret = process.env.WEBHOOK_SECRET;\n%8const body = "
        "%2;\nconst content = "
        "Buffer.concat([%4]);\nconst expected = crypto.createHmac(\"%5\", %3).update(content).digest();\nconst "
        "received = %7;\n"
        "const valid = expected.length === received.length && crypto.timingSafeEqual(expected, received);\n"
        "console.log(valid ? \"valid\" : \"invalid\");\n",
        "Buffer.from(%1, \"hex\")", "Buffer.from(%1, \"base64\")"};
    static const Dialect python{"%1.encode()", "base64.b64decode(%1)", "open(\"body.bin\", \"rb\").read()",
        "secret.encode()", "base64.b64decode(secret)", "bytes.fromhex(secret)", " + ", "# ",
        "%1\nimport base64\nimport hashlib\nimport hmac\nimport os\n\nsecret = os.environ[\"WEBHOOK_SECRET\"]\n%8body "
        "= %2\n"
        "content = %4\nexpected = hmac.new(%3, content, hashlib.%5).digest()\nreceived = %7\n"
        "print(\"valid\" if hmac.compare_digest(expected, received) else \"invalid\")\n",
        "bytes.fromhex(%1)", "base64.b64decode(%1)"};
    static const Dialect php{"%1", "base64_decode(%1)", "file_get_contents(\"body.bin\")", "$secret",
        "base64_decode($secret)", "hex2bin($secret)", " . ", "// ",
        "<?php\n%1\n$secret = getenv(\"WEBHOOK_SECRET\");\n%8$body = %2;\n$content = %4;\n$expected = "
        "hash_hmac(\"%5\", $content, %3, "
        "true);\n$received = %7;\necho hash_equals($expected, $received) ? \"valid\\n\" : \"invalid\\n\";\n",
        "hex2bin(%1)", "base64_decode(%1)"};
    static const Dialect ruby{"%1.b", "%1.unpack1(\"m\")", "File.binread(\"body.bin\")", "secret",
        "secret.unpack1(\"m\")", "[secret].pack(\"H*\")", " + ", "# ",
        "%1\nrequire \"openssl\"\n\nsecret = ENV.fetch(\"WEBHOOK_SECRET\")\n%8body = %2\ncontent = %4\n"
        "expected = OpenSSL::HMAC.digest(\"%5\", %3, content)\nreceived = %7\n"
        "valid = expected.bytesize == received.bytesize && OpenSSL.fixed_length_secure_compare(expected, received)\n"
        "puts valid ? \"valid\" : \"invalid\"\n",
        "[%1].pack(\"H*\")", "%1.unpack1(\"m\")"};
    static const Dialect go{"[]byte(%1)", "decode(base64.StdEncoding.DecodeString(%1))",
        "decode(os.ReadFile(\"body.bin\"))", "[]byte(secret)", "decode(base64.StdEncoding.DecodeString(secret))",
        "decode(hex.DecodeString(secret))", ", ", "// ",
        "%1\npackage main\n\nimport "
        "(\n\t\"bytes\"\n\t\"crypto/hmac\"\n\t\"crypto/%5\"\n\t\"encoding/base64\"\n\t\"encoding/"
        "hex\"\n\t\"fmt\"\n\t\"os\"\n"
        "\t\"strings\"\n)\n\nfunc decode(data []byte, err error) []byte {\n\tif err != nil "
        "{\n\t\tpanic(err)\n\t}\n\treturn data\n}\n\nvar _ = base64.StdEncoding\nvar _ = "
        "hex.EncodeToString\nvar _ = strings.TrimPrefix\n\nfunc main() {\n\tsecret := "
        "os.Getenv(\"WEBHOOK_SECRET\")\n%8\tbody := %2\n\t"
        "content := bytes.Join([][]byte{%4}, nil)\n\tmac := hmac.New(%9, %3)\n\tmac.Write(content)\n\treceived := "
        "%7\n\tif hmac.Equal(mac.Sum(nil), received) {\n\t\t"
        "fmt.Println(\"valid\")\n\t} else {\n\t\tfmt.Println(\"invalid\")\n\t}\n\t_ = body\n}\n",
        "decode(hex.DecodeString(%1))", "decode(base64.StdEncoding.DecodeString(%1))"};
    static const Dialect java{"%1.getBytes(StandardCharsets.UTF_8)", "Base64.getDecoder().decode(%1)",
        "Files.readAllBytes(Path.of(\"body.bin\"))", "secret.getBytes(StandardCharsets.UTF_8)",
        "Base64.getDecoder().decode(secret)", "HexFormat.of().parseHex(secret)", ", ", "// ",
        "%1\nimport java.io.ByteArrayOutputStream;\nimport java.nio.charset.StandardCharsets;\nimport "
        "java.nio.file.*;\nimport "
        "java.security.MessageDigest;\nimport java.util.*;\nimport javax.crypto.Mac;\nimport "
        "javax.crypto.spec.SecretKeySpec;\n\npublic class Verify {\n"
        "    public static void main(String[] args) throws Exception {\n        String secret = "
        "System.getenv(\"WEBHOOK_SECRET\");\n%8        byte[] body = %2;\n        "
        "var content = new ByteArrayOutputStream();\n        for (byte[] part : new byte[][] {%4}) "
        "content.write(part);\n        Mac mac = Mac.getInstance(\"%5\");\n        "
        "mac.init(new SecretKeySpec(%3, \"%5\"));\n        byte[] received = %7;\n        boolean valid = "
        "MessageDigest.isEqual(mac.doFinal(content.toByteArray()), received);\n"
        "        System.out.println(valid ? \"valid\" : \"invalid\");\n    }\n}\n",
        "HexFormat.of().parseHex(%1)", "Base64.getDecoder().decode(%1)"};
    static const Dialect csharp{"Encoding.UTF8.GetBytes(%1)", "Convert.FromBase64String(%1)",
        "File.ReadAllBytes(\"body.bin\")", "Encoding.UTF8.GetBytes(secret)", "Convert.FromBase64String(secret)",
        "Convert.FromHexString(secret)", ", ", "// ",
        "%1\nusing System.Security.Cryptography;\nusing System.Text;\n\nvar secret = "
        "Environment.GetEnvironmentVariable(\"WEBHOOK_SECRET\")!;\n%8var body = %2;\n"
        "var content = new[] { %4 }.SelectMany(part => part).ToArray();\nvar expected = HMAC%5.HashData(%3, "
        "content);\nvar received = %7;\n"
        "Console.WriteLine(CryptographicOperations.FixedTimeEquals(expected, received) ? \"valid\" : \"invalid\");\n",
        "Convert.FromHexString(%1)", "Convert.FromBase64String(%1)"};
    switch (language) {
    case CodeLanguage::Python:
        return python;
    case CodeLanguage::Go:
        return go;
    case CodeLanguage::Java:
        return java;
    case CodeLanguage::Php:
        return php;
    case CodeLanguage::Ruby:
        return ruby;
    case CodeLanguage::CSharp:
        return csharp;
    case CodeLanguage::Node:
        break;
    }
    return node;
}

QString filled(const char* pattern, const QString& value)
{
    return QString::fromUtf8(pattern).replace(QLatin1String("%1"), value);
}

/** The line that takes a known prefix off the secret, in front of the key. */
QString stripLine(CodeLanguage language, const QByteArray& prefix)
{
    const QString quoted = literal(prefix, language);
    switch (language) {
    case CodeLanguage::Python:
        return QStringLiteral("secret = secret.removeprefix(%1)\n").arg(quoted);
    case CodeLanguage::Go:
        return QStringLiteral("\tsecret = strings.TrimPrefix(secret, %1)\n").arg(quoted);
    case CodeLanguage::Java:
        return QStringLiteral("        if (secret.startsWith(%1)) secret = secret.substring(%2);\n")
            .arg(quoted, QString::number(prefix.size()));
    case CodeLanguage::Php:
        return QStringLiteral("if (str_starts_with($secret, %1)) $secret = substr($secret, %2);\n")
            .arg(quoted, QString::number(prefix.size()));
    case CodeLanguage::Ruby:
        return QStringLiteral("secret = secret.delete_prefix(%1)\n").arg(quoted);
    case CodeLanguage::CSharp:
        return QStringLiteral("if (secret.StartsWith(%1)) secret = secret[%2..];\n")
            .arg(quoted, QString::number(prefix.size()));
    case CodeLanguage::Node:
        break;
    }
    return QStringLiteral("if (secret.startsWith(%1)) secret = secret.slice(%2);\n")
        .arg(quoted, QString::number(prefix.size()));
}

/** The signed content as an expression: what stands before the body, the body, and what stands behind it. */
QString contentExpression(
    CodeLanguage language, const Dialect& dialect, const QByteArray& content, const QByteArray& body)
{
    const QString name = language == CodeLanguage::Php ? QStringLiteral("$body") : QStringLiteral("body");
    const qsizetype at = body.isEmpty() ? -1 : content.indexOf(body);
    if (at < 0)
        return filled(dialect.body, u'"' + QString::fromLatin1(content.toBase64()) + u'"');
    QStringList parts;
    const auto add = [&](const QByteArray& bytes) {
        if (bytes.isEmpty())
            return;
        if (isUtf8(bytes))
            parts << filled(dialect.text, literal(bytes, language));
        else
            parts << filled(dialect.body, u'"' + QString::fromLatin1(bytes.toBase64()) + u'"');
    };
    add(content.first(at));
    parts << name;
    add(content.sliced(at + body.size()));
    return parts.join(QLatin1String(dialect.join));
}

/** Official libraries: what a developer of that provider would really write. */
QString libraryProgram(CodeLanguage language, const Scheme& scheme, const SignedMessage& message, const QString& body)
{
    const auto header = [&](const char* name) {
        return literal(message.headers.value(name).value_or(QByteArray()), language);
    };
    const bool standard =
        scheme.id == "standard-webhooks" || scheme.id == "svix" || scheme.id == "clerk" || scheme.id == "resend";
    const QByteArray prefix = message.headers.contains("svix-id") ? "svix-" : "webhook-";
    const auto named = [&](const char* name) { return header((prefix + name).constData()); };
    if (language == CodeLanguage::Node && scheme.id == "stripe")
        return QStringLiteral(
            "// npm install stripe\nconst stripe = require(\"stripe\")(\"sk_test_unused\");\n\nconst body = %1;\ntry "
            "{\n  stripe.webhooks.constructEvent(body, %2, process.env.WEBHOOK_SECRET, Infinity);\n  "
            "console.log(\"valid\");\n} catch (error) {\n  console.log(\"invalid\");\n}\n")
            .arg(body, header("Stripe-Signature"));
    if (language == CodeLanguage::Python && scheme.id == "stripe")
        return QStringLiteral(
            "# pip install stripe\nimport base64\nimport os\nimport stripe\n\nbody = %1\ntry:\n    "
            "stripe.WebhookSignature.verify_header(body.decode(), %2, os.environ[\"WEBHOOK_SECRET\"])\n    "
            "print(\"valid\")\nexcept stripe.SignatureVerificationError:\n    print(\"invalid\")\n")
            .arg(body, header("Stripe-Signature"));
    if (language == CodeLanguage::Node && scheme.id == "github")
        return QStringLiteral(
            "// npm install @octokit/webhooks-methods\nimport(\"@octokit/webhooks-methods\").then(async ({ verify }) "
            "=> {\n  const body = %1;\n  const valid = await verify(process.env.WEBHOOK_SECRET, body.toString(), "
            "%2);\n  console.log(valid ? \"valid\" : \"invalid\");\n});\n")
            .arg(body, header("X-Hub-Signature-256"));
    if (standard && language == CodeLanguage::Node)
        return QStringLiteral("// npm install %5\nconst { Webhook } = require(\"%5\");\n\n// The library also checks "
                              "the age: an event that is older than five minutes is refused.\nconst body = %1;\ntry "
                              "{\n  new Webhook(process.env.WEBHOOK_SECRET).verify(body, {\n    \"%6id\": %2,\n    "
                              "\"%6timestamp\": %3,\n    \"%6signature\": %4,\n  });\n  console.log(\"valid\");\n} "
                              "catch (error) {\n  console.log(\"invalid\");\n}\n")
            .arg(body, named("id"), named("timestamp"), named("signature"),
                prefix == "svix-" ? QStringLiteral("svix") : QStringLiteral("standardwebhooks"),
                QString::fromLatin1(prefix));
    if (standard && language == CodeLanguage::Python)
        return QStringLiteral("# pip install %5\nimport base64\nimport os\nfrom %5.webhooks import Webhook\n\n# The "
                              "library also checks the age: an event that is older than five minutes is refused.\nbody "
                              "= %1\ntry:\n    Webhook(os.environ[\"WEBHOOK_SECRET\"]).verify(body, {\n        "
                              "\"%6id\": %2,\n        \"%6timestamp\": %3,\n        \"%6signature\": %4,\n    })\n    "
                              "print(\"valid\")\nexcept Exception:\n    print(\"invalid\")\n")
            .arg(body, named("id"), named("timestamp"), named("signature"),
                prefix == "svix-" ? QStringLiteral("svix") : QStringLiteral("standardwebhooks"),
                QString::fromLatin1(prefix));
    return {};
}

/** The signature as it came, decoded by the scheme and written in hex or base64 for the language. */
QString receivedExpression(
    CodeLanguage language, const Dialect& dialect, const Scheme& scheme, const QByteArray& received)
{
    const auto decoded = decodeSignature(received, scheme.encoding);
    const QByteArray bytes = decoded ? decoded->bytes : QByteArray();
    if (scheme.encoding == SignatureEncoding::Hex || scheme.encoding == SignatureEncoding::HexUpper)
        return filled(dialect.fromHex, literal(bytes.toHex(), language));
    return filled(dialect.fromBase64, literal(bytes.toBase64(), language));
}

} // namespace

const std::vector<CodeLanguageInfo>& codeLanguages()
{
    static const std::vector<CodeLanguageInfo> languages{
        {CodeLanguage::Node, QStringLiteral("Node.js"), QStringLiteral("verify.js")},
        {CodeLanguage::Python, QStringLiteral("Python"), QStringLiteral("verify.py")},
        {CodeLanguage::Go, QStringLiteral("Go"), QStringLiteral("verify.go")},
        {CodeLanguage::Java, QStringLiteral("Java"), QStringLiteral("Verify.java")},
        {CodeLanguage::Php, QStringLiteral("PHP"), QStringLiteral("verify.php")},
        {CodeLanguage::Ruby, QStringLiteral("Ruby"), QStringLiteral("verify.rb")},
        {CodeLanguage::CSharp, QStringLiteral("C#"), QStringLiteral("Verify.cs")}};
    return languages;
}

QString codeSample(
    CodeLanguage language, const Scheme& scheme, const SignedMessage& message, const Verification& verification)
{
    const Dialect& dialect = dialectOf(language);
    const bool inlined = message.body.size() <= maxInlineBody;
    const QString base64 = u'"' + QString::fromLatin1(message.body.toBase64()) + u'"';
    const QString body = inlined ? filled(dialect.body, base64) : QString::fromUtf8(dialect.file);
    const QString library = libraryProgram(language, scheme, message, body);
    if (!library.isEmpty())
        return library;
    const char* hash = hashName(scheme.algorithm, language);
    if (!hash || !verification.signedContent || !verification.received)
        return {};
    QString key = QString::fromUtf8(scheme.key.form == KeyForm::Base64 ? dialect.keyBase64
            : scheme.key.form == KeyForm::Hex                          ? dialect.keyHex
                                                                       : dialect.keyText);
    QString strip;
    for (const QByteArray& prefix : scheme.key.strip)
        strip += stripLine(language, prefix);
    const QString comment = QLatin1String(dialect.comment)
        + CoreText::tr(
            "Verifies one webhook by the scheme \"%1\". The body is the raw body: never parse it and write it again "
            "first.")
              .arg(scheme.name);
    // One pass over the pattern: what is filled in is never read as a pattern again.
    const QHash<QChar, QString> values{{u'1', comment}, {u'2', body}, {u'3', key},
        {u'4', contentExpression(language, dialect, *verification.signedContent, message.body)},
        {u'5', QString::fromLatin1(hash)},
        {u'7', receivedExpression(language, dialect, scheme, *verification.received)}, {u'8', strip},
        {u'9',
            scheme.algorithm == Algorithm::HmacSha384 ? QStringLiteral("sha512.New384")
                                                      : QString::fromLatin1(hash) + QStringLiteral(".New")}};
    const QString pattern = QString::fromUtf8(dialect.program);
    QString out;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == u'%' && at + 1 < pattern.size() && values.contains(pattern[at + 1]))
            out += values.value(pattern[++at]);
        else
            out += pattern[at];
    }
    return out;
}

} // namespace creel
