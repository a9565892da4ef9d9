#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace creel
{

/** What is computed over the signed content. The JWS family (`alg` of RFC 7518) maps onto these. */
enum class Algorithm : quint8 {
    None, ///< unsigned by design
    Token, ///< the item equals the secret
    Basic, ///< the item is `Basic ` and base64 of the secret (RFC 7617)
    HmacMd5,
    HmacSha1,
    HmacSha256,
    HmacSha384,
    HmacSha512,
    Sha1, ///< a plain digest over content that holds the secret
    Sha256,
    Ed25519,
    RsaSha1, ///< RSASSA-PKCS1-v1_5, as all of these
    RsaSha256,
    RsaSha384,
    RsaSha512,
    EcdsaP256Sha256, ///< signature in DER (SEC 1)
    EcdsaP384Sha384,
    EcdsaP521Sha512,
    Jws, ///< named by the token itself, among those that the scheme allows
};

/** How the bytes of the signature are written. */
enum class SignatureEncoding : quint8 { None, Text, Hex, HexUpper, Base64, Base64Url, Jwt };

enum class TimeUnit : quint8 { Seconds, Milliseconds, Iso, HttpDate, IsoOrSeconds };

/** How the text that the user entered becomes a key. */
enum class KeyForm : quint8 {
    None, ///< no key
    Text, ///< its bytes as they are
    Hex,
    Base64,
    Sha1, ///< the raw SHA-1 of its text (Braintree)
    Public, ///< a public (to sign: private) key; every known way to write one is taken
    TextOrPublic, ///< PEM, JWKS and the like as a key pair's, anything else as text
};

/** How a key pair is written when Creel makes one for a test. */
enum class KeyWriting : quint8 { Pem, Certificate, Jwks, RawBase64, RawHex, SpkiBase64, Whpk, Text };

/** Which type a key pair has when Creel makes one for a test. */
enum class KeyType : quint8 { None, Rsa, P256, Ed25519 };

/** Where a value stands: `header:NAME`, `json:/pointer`, `form:NAME`, `query:NAME`, `multipart:NAME`, `sig:KEY`,
 * `jwt:CLAIM`, or `body` for the whole of it. After `#` a JSON pointer into that value. */
struct Locator {
    enum class Kind : quint8 { Header, Json, Form, Query, Multipart, Signature, Claim, Body };
    Kind kind = Kind::Header;
    QByteArray name;
    QByteArray inner; ///< pointer after `#`
    QByteArray text() const; ///< as it is written
    bool inBody() const
    {
        return kind == Kind::Json || kind == Kind::Form || kind == Kind::Multipart || kind == Kind::Body;
    }
};

/** A template: literals and variables, see `Template::parse`. */
struct TemplatePart {
    enum class Kind : quint8 {
        Literal,
        Body,
        Timestamp,
        Id,
        Url,
        Method,
        Path,
        Query,
        Header,
        Json,
        JsonRaw,
        BodyWithout,
        FormSorted,
        Sha256Hex,
        Crc32,
        QueryLower,
        Secret,
        Setting,
        Signature,
        Now,
        NowIso,
        NewId,
    };
    Kind kind = Kind::Literal;
    QByteArray argument; ///< the literal, or what stands after the colon
};
struct Template {
    std::vector<TemplatePart> parts;
    QByteArray text; ///< as it is written in the scheme
    bool optional = false; ///< left out as a whole where one of its values is absent

    bool uses(TemplatePart::Kind kind) const;
    bool isEmpty() const { return parts.empty(); }
    /** Nothing where a variable is unknown; `*unknown` then names it. */
    static std::optional<Template> parse(QByteArrayView text, QByteArray* unknown = nullptr);
};

/** How items are cut out of the value at a signature's place, in the order of the members. */
struct Extraction {
    QByteArray separators; ///< any of these splits; empty: one item
    QByteArray keyValue; ///< splits a part into key and value, at its first occurrence
    QByteArrayList take; ///< the keys that hold signatures
    QByteArray prefix;
    bool prefixOptional = false;
    bool prefixIgnoreCase = false;
    std::vector<std::pair<QByteArray, Algorithm>> algorithms; ///< prefixes that name the algorithm
};

struct KeyRule {
    KeyForm form = KeyForm::Text;
    QByteArrayList strip; ///< prefixes, cut in this order where they stand
    bool prefixRequired = false; ///< the last of `strip` must stand there
    bool otherwiseText = false; ///< without any prefix of `strip`, the text itself is the key
    char separator = 0; ///< several secrets in one
    QByteArray suffix; ///< put behind the text
    bool nfkd = false; ///< Unicode normalization form KD first
    KeyType type = KeyType::None;
    KeyWriting written = KeyWriting::Text;
    QString note; ///< in the words of the provider
};

struct TimestampRule {
    std::vector<Locator> at; ///< the first that is present
    TimeUnit unit = TimeUnit::Seconds;
    std::optional<qint64> toleranceS; ///< not checked where absent
    std::optional<qint64> futureS;
    bool isSigned = true;
    bool optional = false;
};

/** Rules on the claims of a JWT (RFC 7519). */
struct JwtRule {
    QByteArrayList algorithms; ///< RFC 7518 names; `none` is never among them
    std::optional<Template> issuer;
    std::optional<Template> subject;
    std::vector<Template> audience; ///< the first that has a value
    QByteArray bodyHashClaim;
    SignatureEncoding bodyHashEncoding = SignatureEncoding::Hex;
    bool bodyHashAbsentWhenEmpty = false;
    QByteArray urlHashClaim;
    QByteArray queryHashClaim;
    QByteArrayList trueClaims; ///< must be `true`
    QByteArrayList required; ///< time claims that must be there
    qint64 lifetimeS = 300; ///< of a token that Creel makes
};

/** A profile of RFC 9421 for signing. */
struct Rfc9421Rule {
    QByteArrayList components;
    QByteArrayList parameters;
    QByteArray label;
};

/** A condition on a request's head that gives a provider away: present, and starting with `prefix`. */
struct Trait {
    Locator at;
    QByteArray prefix;
};

/** What signing writes into the top level of a JSON body: one member, a string or an object of strings. */
struct JsonEmission {
    QByteArray member;
    std::optional<Template> value;
    std::vector<std::pair<QByteArray, Template>> object;
};

/**
 * How a provider signs, as data: read from a file under `resources/schemes/` (`scheme.schema.json` tells its form) or
 * the user's folder, and a plain value: a copy with changes is a scheme too. Immutable once it is in a catalogue.
 */
class Scheme
{
public:
    QByteArray id;
    QString name;
    QByteArray kind; ///< `declarative`, or a strategy of src/signature/kinds
    Algorithm algorithm = Algorithm::HmacSha256;
    SignatureEncoding encoding = SignatureEncoding::Hex;
    std::vector<Locator> signature; ///< every one that is present counts
    Extraction extraction;
    std::vector<Template> content; ///< joined with nothing
    QString contentNote; ///< the content of a kind, in words
    QByteArray contentField; ///< form field that is the content (`form-field-rsa`)
    QByteArray bodyFormField; ///< in a form, this field's value stands for `{body}`
    /** `{body}` too in these forms, after the body as it came: `decoded` (its content coding undone; this one first),
     * `escaped` (above U+007E as `\\uxxxx`), `latin1` (its UTF-16 units cut to their low bytes). */
    QByteArrayList bodyAlso;
    QByteArrayList urlUnescape; ///< escapes that some senders decode in `{url}` before they sign
    std::vector<std::pair<int, Algorithm>> algorithmByLength; ///< of the decoded signature
    KeyRule key;
    std::optional<TimestampRule> timestamp;
    std::vector<Locator> contentId; ///< `{id}`; the first that is present
    std::vector<Locator> eventId; ///< the provider's id of the event, for the eye
    std::vector<Locator> eventType;
    std::vector<Locator> attempt;
    int attemptPlus = 0;
    std::vector<std::vector<Trait>> recognize; ///< any list whose every trait holds
    std::vector<std::pair<QByteArray, Template>> emitHeaders;
    std::vector<std::pair<QByteArray, Template>> emitQuery;
    std::vector<JsonEmission> emitJson;
    QByteArray newIdPrefix;
    std::optional<JwtRule> jwt;
    std::optional<Rfc9421Rule> rfc9421;
    QByteArrayList settings; ///< names of `{cfg:NAME}` and of what the user may set
    QByteArrayList profileIds;
    QByteArray profileOf;
    QString rotation;
    QString notes; ///< doubts, shown to the user
    QString source;
    QByteArray confidence; ///< `library-verified`, `documented`, `own-profile`, `user`

    bool listedOrder = false; ///< a list of signed headers is taken as it stands, not sorted: tried by a diagnosis
    bool builtIn = true;
    /** Tried too, in order; the one that matches is named. */
    std::vector<std::shared_ptr<const Scheme>> profiles;

    /** A key pair: the verifying side holds the public key. */
    bool isAsymmetric() const { return key.form == KeyForm::Public; }
    bool isDeclarative() const { return kind == "declarative"; }
    bool contentUses(TemplatePart::Kind part) const;
};

/** The words of scheme files and of the command line. */
QByteArray toWord(Algorithm algorithm);
std::optional<Algorithm> algorithmFromWord(QByteArrayView word);
QByteArray toWord(SignatureEncoding encoding);
std::optional<SignatureEncoding> encodingFromWord(QByteArrayView word);
std::optional<Locator> locatorFromText(QByteArrayView text);

} // namespace creel
