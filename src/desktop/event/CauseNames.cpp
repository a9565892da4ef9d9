#include "desktop/event/CauseNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace creel
{

namespace
{

#define NAME(source) QT_TRANSLATE_NOOP("creel::CauseNames", source)

constexpr const char* secretForm = NAME("the secret is entered in another form");
constexpr const char* otherSecret = NAME("another secret signed it");
constexpr const char* bodyChanged = NAME("the body was changed on its way here");
constexpr const char* bodyCoding = NAME("the body was compressed or decompressed on its way here");
constexpr const char* content = NAME("the signed content is put together in another way");
constexpr const char* url = NAME("the URL is not the one that was signed");
constexpr const char* algorithm = NAME("the sender uses another hash");
constexpr const char* encoding = NAME("the signature is written in another way");

struct Names {
    const char* cause;
    const char* heading;
    const char* name;
};

constexpr Names allNames[] = {
    {"secret_whitespace", secretForm, NAME("Blanks or a line end around the secret")},
    {"secret_quotes", secretForm, NAME("Quotes around the secret")},
    {"secret_prefix_kept", secretForm, NAME("A prefix kept in the secret")},
    {"secret_prefix_dropped", secretForm, NAME("A prefix missing from the secret")},
    {"secret_base64_as_text", secretForm, NAME("A base64 secret used as text")},
    {"secret_text_as_base64", secretForm, NAME("A text secret decoded from base64")},
    {"secret_hex_as_text", secretForm, NAME("A hexadecimal secret used as text")},
    {"secret_text_as_hex", secretForm, NAME("A text secret decoded from hexadecimal")},
    {"secret_base64_as_hex", secretForm, NAME("A base64 secret decoded from hexadecimal")},
    {"secret_hex_as_base64", secretForm, NAME("A hexadecimal secret decoded from base64")},
    {"secret_escaped", secretForm, NAME("Escapes left in the secret")},
    {"other_endpoint_secret", otherSecret, NAME("The secret of another endpoint")},
    {"body_reserialized_compact", bodyChanged, NAME("JSON written again without blanks")},
    {"body_reserialized_python", bodyChanged, NAME("JSON written again with blanks after commas and colons")},
    {"body_indented", bodyChanged, NAME("JSON written again with indentation")},
    {"body_sorted_keys", bodyChanged, NAME("Keys of the JSON in another order")},
    {"body_unicode_escaped", bodyChanged, NAME("Characters of the JSON escaped")},
    {"body_unicode_unescaped", bodyChanged, NAME("Characters of the JSON unescaped")},
    {"body_slashes_escaped", bodyChanged, NAME("Slashes escaped")},
    {"body_slashes_unescaped", bodyChanged, NAME("Slashes unescaped")},
    {"body_numbers", bodyChanged, NAME("Numbers of the JSON written again")},
    {"body_double_encoded", bodyChanged, NAME("JSON encoded once too often or too little")},
    {"body_empty_as_object", bodyChanged, NAME("An empty body taken for an empty object")},
    {"trailing_newline_added", bodyChanged, NAME("A line end added to the body")},
    {"trailing_newline_cut", bodyChanged, NAME("A line end cut off the body")},
    {"crlf", bodyChanged, NAME("Line ends converted")},
    {"bom", bodyChanged, NAME("A byte order mark added or removed")},
    {"body_charset", bodyChanged, NAME("Body in another character encoding")},
    {"body_base64", bodyChanged, NAME("Body encoded or decoded as base64")},
    {"form_reencoded", bodyChanged, NAME("Form encoded again")},
    {"body_form_payload", bodyChanged, NAME("JSON and payload= mixed up")},
    {"body_decompressed", bodyCoding, NAME("Body decompressed before it was verified")},
    {"body_compressed", bodyCoding, NAME("Body compressed after it was signed")},
    {"timestamp_ms", NAME("the timestamp is in another unit"), NAME("Seconds and milliseconds mixed up")},
    {"timestamp_not_signed", content, NAME("Timestamp not signed")},
    {"timestamp_signed", content, NAME("Timestamp signed as well")},
    {"id_not_signed", content, NAME("Id not signed")},
    {"url_scheme", url, NAME("http and https mixed up in the URL")},
    {"url_host", url, NAME("Another host in the URL")},
    {"url_port", url, NAME("Another port in the URL")},
    {"url_path", url, NAME("Another path in the URL")},
    {"url_trailing_slash", url, NAME("A slash at the end of the URL")},
    {"url_query", url, NAME("Another query in the URL")},
    {"header_order", content, NAME("Parts of the signed content in another order")},
    {"content_separator", content, NAME("Another separator in the signed content")},
    {"algorithm_sha1", algorithm, NAME("SHA-1")},
    {"algorithm_sha256", algorithm, NAME("SHA-256")},
    {"algorithm_sha384", algorithm, NAME("SHA-384")},
    {"algorithm_sha512", algorithm, NAME("SHA-512")},
    {"algorithm_md5", algorithm, NAME("MD5")},
    {"encoding_base64", encoding, NAME("Signature in base64")},
    {"encoding_base64url", encoding, NAME("Signature in base64url")},
    {"encoding_hex", encoding, NAME("Signature in hexadecimal")},
    {"encoding_hex_upper", encoding, NAME("Signature in hexadecimal capitals")},
    {"encoding_padding", encoding, NAME("Padding of the base64 signature")},
    {"other_header", NAME("the signature is in another header"), NAME("Signature in another header")},
    {"signature_prefix", encoding, NAME("Prefix of the signature")},
    {"signature_truncated", NAME("the signature was cut off"), NAME("Signature cut off")},
    {"other_scheme", NAME("another provider's scheme signed it"), NAME("The scheme of another provider")},
    {"timestamp_stale", NAME("the signature is right, the event is too old"), NAME("Event too old")},
    {"clock_skew", NAME("the signature is right, one of the clocks is wrong"), NAME("Clocks that differ")},
    {"unsigned", NAME("the event carries no signature"), NAME("No signature")},
    {"nothing_matches", NAME("the secret is probably another one"), NAME("Nothing matches")},
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

} // namespace creel
