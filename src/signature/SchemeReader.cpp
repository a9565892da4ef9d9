#include "signature/SchemeReader.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonDocument.h"
#include "signature/JsonFields.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

namespace od = simdjson::ondemand;

constexpr qsizetype maxFileBytes = 256 * 1024;

constexpr std::array<Word<TimeUnit>, 5> timeUnits{{{"s", TimeUnit::Seconds}, {"ms", TimeUnit::Milliseconds},
    {"iso", TimeUnit::Iso}, {"http-date", TimeUnit::HttpDate}, {"iso-or-s", TimeUnit::IsoOrSeconds}}};
constexpr std::array<Word<KeyForm>, 7> keyForms{
    {{"none", KeyForm::None}, {"text", KeyForm::Text}, {"hex", KeyForm::Hex}, {"base64", KeyForm::Base64},
        {"sha1", KeyForm::Sha1}, {"public", KeyForm::Public}, {"text-or-public", KeyForm::TextOrPublic}}};
constexpr std::array<Word<KeyType>, 3> keyTypes{
    {{"rsa", KeyType::Rsa}, {"p256", KeyType::P256}, {"ed25519", KeyType::Ed25519}}};
constexpr std::array<Word<KeyWriting>, 8> keyWritings{
    {{"pem", KeyWriting::Pem}, {"certificate", KeyWriting::Certificate}, {"jwks", KeyWriting::Jwks},
        {"raw-base64", KeyWriting::RawBase64}, {"raw-hex", KeyWriting::RawHex}, {"spki-base64", KeyWriting::SpkiBase64},
        {"whpk", KeyWriting::Whpk}, {"text", KeyWriting::Text}}};

/** Walks one scheme. */
class SchemeFields final : public JsonFields
{
public:
    void readObject(od::value value, Scheme& scheme)
    {
        const char* place = placeOf(value);
        eachMember(value, [&](View name, od::value member) { readMember(name, member, scheme); });
        if (!failed())
            checkWhole(place, scheme);
    }

private:
    void readMember(View name, od::value value, Scheme& scheme);
    bool readEmission(View name, od::value value, Scheme& scheme);
    bool readDescription(View name, od::value value, Scheme& scheme);
    void readContent(od::value value, Scheme& scheme);
    void readBodyForms(od::value value, Scheme& scheme);
    void readExtraction(od::value value, Extraction& rule);
    void readKey(od::value value, KeyRule& rule);
    void readTimestamp(od::value value, TimestampRule& rule);
    void readRecognize(od::value value, Scheme& scheme);
    void readJwt(od::value value, JwtRule& rule);
    void readRfc9421(od::value value, Rfc9421Rule& rule);
    void readEmitJson(od::value value, Scheme& scheme);
    void checkWhole(const char* place, const Scheme& scheme);
};

void SchemeFields::readMember(View name, od::value value, Scheme& scheme)
{
    if (readDescription(name, value, scheme) || readEmission(name, value, scheme))
        return;
    if (name == "kind")
        scheme.kind = text(value);
    else if (name == "algorithm")
        scheme.algorithm = algorithm(value);
    else if (name == "encoding")
        scheme.encoding = encoding(value);
    else if (name == "signature")
        scheme.signature = locators(value);
    else if (name == "extraction")
        readExtraction(value, scheme.extraction);
    else if (name == "content")
        readContent(value, scheme);
    else if (name == "content_field")
        scheme.contentField = text(value);
    else if (name == "body_form_field")
        scheme.bodyFormField = text(value);
    else if (name == "body_also")
        readBodyForms(value, scheme);
    else if (name == "url_unescape")
        scheme.urlUnescape = texts(value);
    else if (name == "algorithm_by_length")
        eachMember(value, [&](View length, od::value which) {
            scheme.algorithmByLength.emplace_back(bytesOf(length).toByteArray().toInt(), algorithm(which));
        });
    else if (name == "key")
        readKey(value, scheme.key);
    else if (name == "timestamp")
        readTimestamp(value, scheme.timestamp.emplace());
    else if (name == "content_id")
        scheme.contentId = locators(value);
    else if (name == "jwt")
        readJwt(value, scheme.jwt.emplace());
    else if (name == "rfc9421")
        readRfc9421(value, scheme.rfc9421.emplace());
    else if (name == "settings")
        scheme.settings = texts(value);
    else if (name == "profiles")
        scheme.profileIds = texts(value);
    else if (name == "profile_of")
        scheme.profileOf = text(value);
    else
        unknown(name, value);
}

bool SchemeFields::readDescription(View name, od::value value, Scheme& scheme)
{
    if (name == "$schema")
        text(value);
    else if (name == "id")
        scheme.id = text(value);
    else if (name == "name")
        scheme.name = display(value);
    else if (name == "content_note")
        scheme.contentNote = display(value);
    else if (name == "event_id")
        scheme.eventId = locators(value);
    else if (name == "event_type")
        scheme.eventType = locators(value);
    else if (name == "attempt")
        eachMember(value, [&](View member, od::value part) {
            if (member == "at")
                scheme.attempt = locators(part);
            else if (member == "plus")
                scheme.attemptPlus = int(secondsOrNull(part).value_or(0));
            else
                unknown(member, part);
        });
    else if (name == "recognize")
        readRecognize(value, scheme);
    else if (name == "rotation")
        scheme.rotation = display(value);
    else if (name == "notes")
        scheme.notes = display(value);
    else if (name == "source")
        scheme.source = display(value);
    else if (name == "confidence")
        scheme.confidence = text(value);
    else
        return false;
    return true;
}

bool SchemeFields::readEmission(View name, od::value value, Scheme& scheme)
{
    if (name == "emit_headers")
        scheme.emitHeaders = templates(value);
    else if (name == "emit_query")
        scheme.emitQuery = templates(value);
    else if (name == "emit_json")
        readEmitJson(value, scheme);
    else if (name == "new_id_prefix")
        scheme.newIdPrefix = text(value);
    else
        return false;
    return true;
}

void SchemeFields::readContent(od::value value, Scheme& scheme)
{
    od::json_type type;
    if (value.type().get(type) == simdjson::SUCCESS && type == od::json_type::array) {
        eachElement(value, [&](od::value item) {
            scheme.content.push_back(templateText(item));
            scheme.content.back().optional = true;
        });
        return;
    }
    scheme.content.push_back(templateText(value));
}

void SchemeFields::readExtraction(od::value value, Extraction& rule)
{
    eachMember(value, [&](View name, od::value part) {
        if (name == "separator")
            rule.separators = texts(part).join();
        else if (name == "key_value")
            rule.keyValue = text(part);
        else if (name == "take")
            rule.take = texts(part);
        else if (name == "prefix")
            rule.prefix = text(part);
        else if (name == "prefix_optional")
            rule.prefixOptional = flag(part);
        else if (name == "prefix_ignore_case")
            rule.prefixIgnoreCase = flag(part);
        else if (name == "algorithms")
            eachMember(part, [&](View prefix, od::value which) {
                const QByteArray copy = bytesOf(prefix).toByteArray();
                rule.algorithms.emplace_back(copy, algorithm(which));
            });
        else
            unknown(name, part);
    });
}

void SchemeFields::readKey(od::value value, KeyRule& rule)
{
    eachMember(value, [&](View name, od::value part) {
        if (name == "form") {
            rule.form = word(part, keyForms);
        } else if (name == "strip") {
            rule.strip = texts(part);
        } else if (name == "prefix_required") {
            rule.prefixRequired = flag(part);
        } else if (name == "otherwise") {
            rule.otherwiseText = text(part) == "text";
        } else if (name == "separator") {
            const QByteArray separator = text(part);
            rule.separator = separator.isEmpty() ? char(0) : separator[0];
        } else if (name == "suffix") {
            rule.suffix = text(part);
        } else if (name == "normalize") {
            rule.nfkd = text(part) == "nfkd";
        } else if (name == "type") {
            rule.type = word(part, keyTypes);
        } else if (name == "written") {
            rule.written = word(part, keyWritings);
        } else if (name == "note") {
            rule.note = display(part);
        } else {
            unknown(name, part);
        }
    });
}

void SchemeFields::readTimestamp(od::value value, TimestampRule& rule)
{
    eachMember(value, [&](View name, od::value part) {
        if (name == "at")
            rule.at = locators(part);
        else if (name == "unit")
            rule.unit = word(part, timeUnits);
        else if (name == "tolerance_s")
            rule.toleranceS = secondsOrNull(part);
        else if (name == "future_s")
            rule.futureS = secondsOrNull(part);
        else if (name == "signed")
            rule.isSigned = flag(part);
        else if (name == "optional")
            rule.optional = flag(part);
        else
            unknown(name, part);
    });
}

void SchemeFields::readBodyForms(od::value value, Scheme& scheme)
{
    eachElement(value, [&](od::value item) {
        const char* place = placeOf(item);
        const QByteArray form = text(item);
        if (form != "decoded" && form != "escaped" && form != "latin1")
            fail(place, CoreText::tr("The form of the body \"%1\" is not known.").arg(toText(form)));
        scheme.bodyAlso << form;
    });
}

void SchemeFields::readRecognize(od::value value, Scheme& scheme)
{
    eachElement(value, [&](od::value list) {
        std::vector<Trait> traits;
        eachElement(list, [&](od::value item) {
            const char* place = placeOf(item);
            const QByteArray written = text(item);
            const qsizetype equals = written.indexOf('=');
            const auto at =
                locatorFromText(equals < 0 ? QByteArrayView(written) : QByteArrayView(written).first(equals));
            if (!at)
                fail(place, CoreText::tr("\"%1\" is not a place.").arg(toText(written)));
            traits.push_back({at.value_or(Locator()), equals < 0 ? QByteArray() : written.mid(equals + 1)});
        });
        scheme.recognize.push_back(std::move(traits));
    });
}

void SchemeFields::readJwt(od::value value, JwtRule& rule)
{
    eachMember(value, [&](View name, od::value part) {
        if (name == "algorithms")
            rule.algorithms = texts(part);
        else if (name == "issuer")
            rule.issuer = templateText(part);
        else if (name == "subject")
            rule.subject = templateText(part);
        else if (name == "audience")
            eachElement(part, [&](od::value item) { rule.audience.push_back(templateText(item)); });
        else if (name == "body_hash")
            eachMember(part, [&](View member, od::value inner) {
                if (member == "claim")
                    rule.bodyHashClaim = text(inner);
                else if (member == "encoding")
                    rule.bodyHashEncoding = encoding(inner);
                else if (member == "absent_when_empty")
                    rule.bodyHashAbsentWhenEmpty = flag(inner);
                else
                    unknown(member, inner);
            });
        else if (name == "url_hash_claim")
            rule.urlHashClaim = text(part);
        else if (name == "query_hash_claim")
            rule.queryHashClaim = text(part);
        else if (name == "true_claims")
            rule.trueClaims = texts(part);
        else if (name == "required")
            rule.required = texts(part);
        else if (name == "lifetime_s")
            rule.lifetimeS = secondsOrNull(part).value_or(300);
        else
            unknown(name, part);
    });
}

void SchemeFields::readRfc9421(od::value value, Rfc9421Rule& rule)
{
    eachMember(value, [&](View name, od::value part) {
        if (name == "components")
            rule.components = texts(part);
        else if (name == "parameters")
            rule.parameters = texts(part);
        else if (name == "label")
            rule.label = text(part);
        else
            unknown(name, part);
    });
}

void SchemeFields::readEmitJson(od::value value, Scheme& scheme)
{
    eachMember(value, [&](View name, od::value part) {
        JsonEmission emission;
        emission.member = bytesOf(name).toByteArray();
        od::json_type type;
        if (part.type().get(type) == simdjson::SUCCESS && type == od::json_type::object) {
            eachMember(part, [&](View inner, od::value written) {
                const QByteArray member = bytesOf(inner).toByteArray();
                emission.object.emplace_back(member, templateText(written));
            });
        } else {
            emission.value = templateText(part);
        }
        scheme.emitJson.push_back(std::move(emission));
    });
}

bool isGoodId(QByteArrayView id)
{
    if (id.isEmpty() || id.size() > 64)
        return false;
    for (const char c : id) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'))
            return false;
    }
    return true;
}

void SchemeFields::checkWhole(const char* place, const Scheme& scheme)
{
    if (!isGoodId(scheme.id))
        fail(place, CoreText::tr("\"id\" is absent or not made of a-z, 0-9, \"-\", \"_\" and \".\"."));
    else if (scheme.name.isEmpty())
        fail(place, CoreText::tr("\"name\" is absent."));
    else if (scheme.kind.isEmpty())
        fail(place, CoreText::tr("\"kind\" is absent: \"declarative\", where a description says all."));
    else if (!isKnownKind(scheme.kind))
        fail(place, CoreText::tr("The kind \"%1\" is not known.").arg(toText(scheme.kind)));
    else if (scheme.signature.empty() && scheme.algorithm != Algorithm::None)
        fail(place, CoreText::tr("\"signature\" is absent: the places where the signature stands."));
    else if (scheme.isDeclarative() && scheme.content.empty() && scheme.algorithm >= Algorithm::HmacMd5)
        fail(place, CoreText::tr("\"content\" is absent: the template of what is signed."));
    else if (scheme.jwt && (scheme.jwt->algorithms.isEmpty() || scheme.jwt->algorithms.contains("none")))
        fail(place, CoreText::tr("\"jwt\" must name its algorithms, and \"none\" is not one."));
}

qsizetype lineAt(QByteArrayView json, const char* place)
{
    const qsizetype offset =
        place && place >= json.data() && place <= json.data() + json.size() ? place - json.data() : 0;
    return 1 + qsizetype(std::count(json.begin(), json.begin() + offset, '\n'));
}

Error errorAt(QByteArrayView json, const char* place, const QString& reason)
{
    return {ErrorCode::Invalid, CoreText::tr("line %1: %2").arg(QString::number(lineAt(json, place)), reason)};
}

} // namespace

Result<std::shared_ptr<Scheme>> readScheme(QByteArrayView json)
{
    if (json.size() > maxFileBytes)
        return Error{ErrorCode::Invalid, CoreText::tr("The file is too large for a scheme.")};
    // simdjson does not say where a text stops being JSON.
    if (const auto broken = JsonDocument(json.toByteArray()).validate().error)
        return Error{ErrorCode::Invalid, CoreText::tr("line %1: %2").arg(QString::number(broken->line), broken->text)};
    od::parser parser;
    const simdjson::padded_string padded(json.data(), std::size_t(json.size()));
    const QByteArrayView held(padded.data(), json.size());
    od::document document;
    const auto made = parser.iterate(padded).get(document);
    od::value root;
    if (made != simdjson::SUCCESS || document.get_value().get(root) != simdjson::SUCCESS)
        return errorAt(held, held.data(), CoreText::tr("This is not a JSON object."));
    auto scheme = std::make_shared<Scheme>();
    SchemeFields reader;
    reader.readObject(root, *scheme);
    if (const char* rest = nullptr; !reader.failed() && document.current_location().get(rest) == simdjson::SUCCESS)
        reader.fail(held.data() + held.size(), CoreText::tr("Something stands behind the object."));
    if (reader.failed())
        return errorAt(held, reader.place(), reader.reason());
    return scheme;
}

Result<std::vector<std::shared_ptr<Scheme>>> readSchemeBundle(QByteArrayView json)
{
    od::parser parser;
    od::document document;
    od::array array;
    const auto made =
        parser.iterate(json.data(), std::size_t(json.size()), std::size_t(json.size()) + simdjson::SIMDJSON_PADDING)
            .get(document);
    if (made != simdjson::SUCCESS || document.get_array().get(array) != simdjson::SUCCESS)
        return Error{ErrorCode::Invalid, CoreText::tr("This is not a list of schemes.")};
    std::vector<std::shared_ptr<Scheme>> schemes;
    for (auto element : array) {
        od::value value;
        if (element.get(value) != simdjson::SUCCESS)
            return Error{ErrorCode::Invalid, CoreText::tr("This is not a list of schemes.")};
        auto scheme = std::make_shared<Scheme>();
        SchemeFields reader;
        reader.readObject(value, *scheme);
        if (reader.failed())
            return errorAt(json, reader.place(), reader.reason());
        schemes.push_back(std::move(scheme));
    }
    return schemes;
}

} // namespace creel
