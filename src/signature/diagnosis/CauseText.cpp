#include "signature/diagnosis/Change.h"

#include <QCoreApplication>
#include <QHash>

namespace creel
{
namespace
{

struct Sentence {
    const char* cause;
    const char* plain; ///< without a detail
    const char* detailed; ///< with %1; null where there is none
};

constexpr Sentence sentences[] = {
    {"secret_whitespace",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies without the blanks or line end around the secret (or with the one that was lost): check "
            "how the secret was copied."),
        nullptr},
    {"secret_quotes",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies without the quotes around the secret: they are not part of it."),
        nullptr},
    {"secret_prefix_kept",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies without the prefix of the secret: only what follows it is the key."),
        nullptr},
    {"secret_prefix_dropped",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the prefix that belongs to the secret: enter it whole, as the provider shows it."),
        nullptr},
    {"secret_base64_as_text",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the secret is decoded from base64 first: the sender uses the decoded bytes as the key."),
        nullptr},
    {"secret_text_as_base64",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the secret is used as plain text: the sender does not decode it from base64, which "
            "departs from the scheme."),
        nullptr},
    {"secret_hex_as_text",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the secret is read as hexadecimal: the sender uses the decoded bytes as the key."),
        nullptr},
    {"secret_text_as_hex",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the secret is used as plain text: the sender does not decode it from hexadecimal."),
        nullptr},
    {"secret_base64_as_hex",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies when the secret is decoded from base64, not from hexadecimal."),
        nullptr},
    {"secret_hex_as_base64",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies when the secret is decoded from hexadecimal, not from base64."),
        nullptr},
    {"secret_escaped",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the escapes in the secret are undone (such as \\u003d or %3D): copy the secret "
            "itself, not its escaped form."),
        nullptr},
    {"other_endpoint_secret",
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another secret of this workspace."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the secret \"%1\": the event belongs to another endpoint, or was signed with an "
            "older secret, or with that of the other mode (test or live).")},
    {"body_reserialized_compact",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written with its blanks: something on the way parsed the body and wrote "
            "it again without them."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written %1: something on the way parsed the body and wrote it again "
            "without blanks.")},
    {"body_reserialized_python",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written in another layout: something on the way parsed the body and "
            "wrote it again with a blank after commas or colons, as Python does."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written %1: something on the way parsed the body and wrote it again "
            "with a blank after commas or colons, as Python does.")},
    {"body_indented",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written in another layout: something on the way parsed the body and "
            "wrote it again with indentation."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the JSON is written %1: something on the way parsed the body and wrote it again "
            "with indentation.")},
    {"body_sorted_keys",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the keys of the JSON in sorted order: that is how the body was signed, and not how "
            "it arrived."),
        nullptr},
    {"body_unicode_escaped",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the characters themselves in place of their \\u escapes: the JSON was escaped on "
            "the way."),
        nullptr},
    {"body_unicode_unescaped",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with \\u escapes in place of the characters: the JSON was unescaped on the way."),
        nullptr},
    {"body_slashes_escaped",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with / in place of \\/: the slashes were escaped on the way, as PHP does."),
        nullptr},
    {"body_slashes_unescaped",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with \\/ in place of /: the slashes were unescaped on the way."),
        nullptr},
    {"body_numbers",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with a number written in another way: the JSON was parsed and its numbers written again."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with %1: the JSON was parsed on the way and its numbers were written again.")},
    {"body_double_encoded",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the JSON at another level of encoding: the body is JSON inside a JSON string on one "
            "side alone."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over %1: the body was encoded once too often or once too little.")},
    {"body_empty_as_object",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over an empty body: an empty body and {} are not the same bytes."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over %1: an empty body and an empty object are not the same bytes.")},
    {"trailing_newline_added",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies without the line end behind the body: it was added on the way."),
        nullptr},
    {"trailing_newline_cut",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with a line end behind the body: it was cut off on the way."),
        nullptr},
    {"crlf", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with other line ends: they were converted on the way."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with %1: the line ends were converted on the way.")},
    {"bom",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with the byte order mark as it was: it was added or removed on the way."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies %1: the mark was added or removed on the way.")},
    {"body_charset",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies in another character encoding: the body was converted on the way."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies %1: the body was converted to another character encoding on the way.")},
    {"body_base64",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over the body before or after base64: a gateway changed that."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies %1: a gateway encoded or decoded the body on the way.")},
    {"form_reencoded",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the form encoded in another way (blanks as + or %20, letter case of %xx, what is "
            "escaped): the form was parsed and written again."),
        nullptr},
    {"body_form_payload",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies over the other form of the body: JSON on one side, payload=… on the other."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies over %1: choose the same content type at the provider and in the receiver.")},
    {"body_decompressed",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies over the compressed body: it was decompressed on the way, and the signature covers the "
            "compressed bytes."),
        nullptr},
    {"body_compressed",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over the body before compression: decompress it first, then verify."),
        nullptr},
    {"timestamp_ms",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the timestamp in another unit: seconds and milliseconds were mixed up."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the timestamp written as %1: seconds, milliseconds or another form were mixed up.")},
    {"timestamp_not_signed",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the timestamp is left out of the signed content: the sender does not sign it."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies over %1: the sender does not sign the timestamp.")},
    {"timestamp_signed",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with the timestamp in the signed content: the sender signs it."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies over %1: the sender signs the timestamp, too.")},
    {"id_not_signed",
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies when the id is left out of the signed content."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies over %1: the sender does not sign the id.")},
    {"url_scheme",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with http in place of https, or the other way round: the URL that the provider was given "
            "differs from the one used here."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the URL %1: http and https differ between what the provider was given and what is "
            "used here. Set the endpoint's public URL.")},
    {"url_host", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another host in the URL."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the URL %1: the provider signs the host that it was given, not the one behind the "
            "proxy or tunnel. Set the endpoint's public URL.")},
    {"url_port", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another port in the URL."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the URL %1: the port differs between what the provider was given and what is used "
            "here.")},
    {"url_path", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another path in the URL."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with %1: a proxy changed the path, or only the path is signed.")},
    {"url_trailing_slash",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies when the slash at the end of the URL is as the provider has it."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies with the URL %1: the slash at its end differs from what the provider was given.")},
    {"url_query", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another query in the URL."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with %1: the query differs from what the provider signs.")},
    {"header_order",
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with the parts of the signed content in another order."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies over %1: the parts of the signed content are in another order.")},
    {"content_separator",
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with another separator in the signed content."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies over %1: another separator stands between the parts of the signed content.")},
    {"algorithm_sha1",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with SHA-1: the sender uses another hash than the scheme says."),
        nullptr},
    {"algorithm_sha256",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with SHA-256: the sender uses another hash than the scheme says."),
        nullptr},
    {"algorithm_sha384",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with SHA-384: the sender uses another hash than the scheme says."),
        nullptr},
    {"algorithm_sha512",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with SHA-512: the sender uses another hash than the scheme says."),
        nullptr},
    {"algorithm_md5",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with MD5: the sender uses another hash than the scheme says."),
        nullptr},
    {"encoding_base64",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the signature is read as base64: the sender encodes it otherwise than the scheme says."),
        nullptr},
    {"encoding_base64url",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the signature is read as base64url: the sender encodes it otherwise than the scheme "
            "says."),
        nullptr},
    {"encoding_hex",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the signature is read as hexadecimal: the sender encodes it otherwise than the "
            "scheme says."),
        nullptr},
    {"encoding_hex_upper",
        QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies when the signature is read as hexadecimal in capitals."),
        nullptr},
    {"encoding_padding",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when the padding (=) of the base64 signature is as the scheme has it: it was added or "
            "cut off."),
        nullptr},
    {"other_header", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies with the signature in another header."),
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "It verifies with the signature in the header %1: the scheme reads another one.")},
    {"signature_prefix",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies when what stands before the signature is as the scheme has it: a prefix or a blank is "
            "missing or too many."),
        nullptr},
    {"signature_truncated",
        QT_TRANSLATE_NOOP(
            "creel::Diagnosis", "The signature that arrived is the beginning of the right one: it was cut off."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "The signature that arrived is the first %1 characters of the right one: it was cut off.")},
    {"other_scheme", QT_TRANSLATE_NOOP("creel::Diagnosis", "It verifies by another provider's scheme."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "It verifies by the scheme \"%1\" with the same secret: set that scheme on the endpoint.")},
    {"timestamp_stale", QT_TRANSLATE_NOOP("creel::Diagnosis", "The signature is right, but the event is too old."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "The signature is right, but the event is too old: %1.")},
    {"clock_skew",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "The signature is right, but the event comes from the future: one of the clocks is wrong."),
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "The signature is right, but the event comes from the future: %1. One of the clocks is wrong.")},
    {"unsigned", QT_TRANSLATE_NOOP("creel::Diagnosis", "The event carries no signature."),
        QT_TRANSLATE_NOOP("creel::Diagnosis", "The event carries no signature: there is no %1.")},
    {"nothing_matches",
        QT_TRANSLATE_NOOP("creel::Diagnosis",
            "Nothing that was tried makes it verify: most likely the secret is another one, or the body was "
            "changed in a way that can't be undone."),
        nullptr},
};

const Sentence* find(const QByteArray& cause)
{
    for (const Sentence& sentence : sentences) {
        if (cause == sentence.cause)
            return &sentence;
    }
    return nullptr;
}

} // namespace

QByteArrayList provableCauses()
{
    // Facts of time, a missing signature and the lack of an explanation are no such thing.
    static const QByteArrayList facts{"timestamp_stale", "clock_skew", "unsigned", "nothing_matches"};
    QByteArrayList causes;
    for (const Sentence& sentence : sentences) {
        if (!facts.contains(sentence.cause))
            causes << sentence.cause;
    }
    return causes;
}

QString causeText(const QByteArray& cause, const QString& detail)
{
    const Sentence* sentence = find(cause);
    if (!sentence)
        return QString::fromLatin1(cause);
    if (detail.isEmpty() || !sentence->detailed)
        return QCoreApplication::translate("creel::Diagnosis", sentence->plain);
    return QCoreApplication::translate("creel::Diagnosis", sentence->detailed).arg(detail);
}

QString causesText(const QByteArrayList& causes, const QStringList& details)
{
    QStringList lines;
    for (qsizetype i = 0; i < causes.size(); ++i)
        lines << QStringLiteral("(%1) %2").arg(QString::number(i + 1), causeText(causes[i], details.value(i)));
    return QCoreApplication::translate("creel::Diagnosis", "Several things together, none of which is enough alone: %1")
        .arg(lines.join(u' '));
}

} // namespace creel
