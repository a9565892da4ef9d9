#include "desktop/event/CauseNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace creel
{

namespace
{

constexpr const char* secretForm = QT_TRANSLATE_NOOP("creel::CauseNames", "the secret is entered in another form");
constexpr const char* otherSecret = QT_TRANSLATE_NOOP("creel::CauseNames", "another secret signed it");
constexpr const char* bodyChanged = QT_TRANSLATE_NOOP("creel::CauseNames", "the body was changed on its way here");
constexpr const char* bodyCoding =
    QT_TRANSLATE_NOOP("creel::CauseNames", "the body was compressed or decompressed on its way here");
constexpr const char* content =
    QT_TRANSLATE_NOOP("creel::CauseNames", "the signed content is put together in another way");
constexpr const char* urlPart = QT_TRANSLATE_NOOP("creel::CauseNames", "the URL is not the one that was signed");
constexpr const char* algorithm = QT_TRANSLATE_NOOP("creel::CauseNames", "the sender uses another hash");
constexpr const char* encoding = QT_TRANSLATE_NOOP("creel::CauseNames", "the signature is written in another way");

struct Names {
    const char* cause;
    const char* heading;
    const char* name;
};

constexpr Names allNames[] = {
    {"secret_whitespace", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "Blanks or a line end around the secret")},
    {"secret_quotes", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "Quotes around the secret")},
    {"secret_prefix_kept", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "A prefix kept in the secret")},
    {"secret_prefix_dropped", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "A prefix missing from the secret")},
    {"secret_base64_as_text", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "A base64 secret used as text")},
    {"secret_text_as_base64", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "A text secret decoded from base64")},
    {"secret_hex_as_text", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "A hexadecimal secret used as text")},
    {"secret_text_as_hex", secretForm,
        QT_TRANSLATE_NOOP("creel::CauseNames", "A text secret decoded from hexadecimal")},
    {"secret_base64_as_hex", secretForm,
        QT_TRANSLATE_NOOP("creel::CauseNames", "A base64 secret decoded from hexadecimal")},
    {"secret_hex_as_base64", secretForm,
        QT_TRANSLATE_NOOP("creel::CauseNames", "A hexadecimal secret decoded from base64")},
    {"secret_escaped", secretForm, QT_TRANSLATE_NOOP("creel::CauseNames", "Escapes left in the secret")},
    {"other_endpoint_secret", otherSecret, QT_TRANSLATE_NOOP("creel::CauseNames", "The secret of another endpoint")},
    {"body_reserialized_compact", bodyChanged,
        QT_TRANSLATE_NOOP("creel::CauseNames", "JSON written again without blanks")},
    {"body_reserialized_python", bodyChanged,
        QT_TRANSLATE_NOOP("creel::CauseNames", "JSON written again with blanks after commas and colons")},
    {"body_indented", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "JSON written again with indentation")},
    {"body_sorted_keys", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Keys of the JSON in another order")},
    {"body_unicode_escaped", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Characters of the JSON escaped")},
    {"body_unicode_unescaped", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Characters of the JSON unescaped")},
    {"body_slashes_escaped", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Slashes escaped")},
    {"body_slashes_unescaped", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Slashes unescaped")},
    {"body_numbers", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Numbers of the JSON written again")},
    {"body_double_encoded", bodyChanged,
        QT_TRANSLATE_NOOP("creel::CauseNames", "JSON encoded once too often or too little")},
    {"body_empty_as_object", bodyChanged,
        QT_TRANSLATE_NOOP("creel::CauseNames", "An empty body taken for an empty object")},
    {"trailing_newline_added", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "A line end added to the body")},
    {"trailing_newline_cut", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "A line end cut off the body")},
    {"crlf", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Line ends converted")},
    {"bom", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "A byte order mark added or removed")},
    {"body_charset", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Body in another character encoding")},
    {"body_base64", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Body encoded or decoded as base64")},
    {"form_reencoded", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "Form encoded again")},
    {"body_form_payload", bodyChanged, QT_TRANSLATE_NOOP("creel::CauseNames", "JSON and payload= mixed up")},
    {"body_decompressed", bodyCoding,
        QT_TRANSLATE_NOOP("creel::CauseNames", "Body decompressed before it was verified")},
    {"body_compressed", bodyCoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Body compressed after it was signed")},
    {"timestamp_ms", QT_TRANSLATE_NOOP("creel::CauseNames", "the timestamp is in another unit"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Seconds and milliseconds mixed up")},
    {"timestamp_not_signed", content, QT_TRANSLATE_NOOP("creel::CauseNames", "Timestamp not signed")},
    {"timestamp_signed", content, QT_TRANSLATE_NOOP("creel::CauseNames", "Timestamp signed as well")},
    {"id_not_signed", content, QT_TRANSLATE_NOOP("creel::CauseNames", "Id not signed")},
    {"url_scheme", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "http and https mixed up in the URL")},
    {"url_host", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "Another host in the URL")},
    {"url_port", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "Another port in the URL")},
    {"url_path", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "Another path in the URL")},
    {"url_trailing_slash", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "A slash at the end of the URL")},
    {"url_query", urlPart, QT_TRANSLATE_NOOP("creel::CauseNames", "Another query in the URL")},
    {"header_order", content, QT_TRANSLATE_NOOP("creel::CauseNames", "Parts of the signed content in another order")},
    {"content_separator", content, QT_TRANSLATE_NOOP("creel::CauseNames", "Another separator in the signed content")},
    {"algorithm_sha1", algorithm, QT_TRANSLATE_NOOP("creel::CauseNames", "SHA-1")},
    {"algorithm_sha256", algorithm, QT_TRANSLATE_NOOP("creel::CauseNames", "SHA-256")},
    {"algorithm_sha384", algorithm, QT_TRANSLATE_NOOP("creel::CauseNames", "SHA-384")},
    {"algorithm_sha512", algorithm, QT_TRANSLATE_NOOP("creel::CauseNames", "SHA-512")},
    {"algorithm_md5", algorithm, QT_TRANSLATE_NOOP("creel::CauseNames", "MD5")},
    {"encoding_base64", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Signature in base64")},
    {"encoding_base64url", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Signature in base64url")},
    {"encoding_hex", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Signature in hexadecimal")},
    {"encoding_hex_upper", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Signature in hexadecimal capitals")},
    {"encoding_padding", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Padding of the base64 signature")},
    {"other_header", QT_TRANSLATE_NOOP("creel::CauseNames", "the signature is in another header"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Signature in another header")},
    {"signature_prefix", encoding, QT_TRANSLATE_NOOP("creel::CauseNames", "Prefix of the signature")},
    {"signature_truncated", QT_TRANSLATE_NOOP("creel::CauseNames", "the signature was cut off"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Signature cut off")},
    {"other_scheme", QT_TRANSLATE_NOOP("creel::CauseNames", "another provider's scheme signed it"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "The scheme of another provider")},
    {"timestamp_stale", QT_TRANSLATE_NOOP("creel::CauseNames", "the signature is right, the event is too old"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Event too old")},
    {"clock_skew", QT_TRANSLATE_NOOP("creel::CauseNames", "the signature is right, one of the clocks is wrong"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Clocks that differ")},
    {"unsigned", QT_TRANSLATE_NOOP("creel::CauseNames", "the event carries no signature"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "No signature")},
    {"nothing_matches", QT_TRANSLATE_NOOP("creel::CauseNames", "the secret is probably another one"),
        QT_TRANSLATE_NOOP("creel::CauseNames", "Nothing matches")},
};

const Names* find(const QByteArray& cause)
{
    const auto found = std::find_if(
        std::begin(allNames), std::end(allNames), [&](const Names& names) { return cause == names.cause; });
    return found == std::end(allNames) ? nullptr : found;
}

QString named(const QByteArray& cause, const char* const Names::*which)
{
    const Names* names = find(cause);
    return names ? QCoreApplication::translate("creel::CauseNames", names->*which) : QString::fromLatin1(cause);
}

} // namespace

QString causeHeading(const QByteArray& cause)
{
    return named(cause, &Names::heading);
}

QString causeName(const QByteArray& cause)
{
    return named(cause, &Names::name);
}

bool isAboutSecret(const QByteArray& cause)
{
    return cause.startsWith("secret_") || cause == "other_endpoint_secret" || cause == "nothing_matches";
}

} // namespace creel
