#include "signature/Signer.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/SchemeSettings.h"
#include "signature/SignSteps.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace creel
{
namespace
{

using Part = TemplatePart::Kind;

/** A place in a body that the caller already wrote; a header is made anew. */
std::optional<QByteArray> inBody(const std::vector<Locator>& places, const MessageView& view)
{
    for (const Locator& at : places) {
        if (!at.inBody())
            continue;
        if (auto value = view.first(at))
            return value;
    }
    return std::nullopt;
}

/** Headers without the signature come first: the content may cover them. */
bool isEmittedAnew(const Template& text, const SigningInput& input)
{
    return text.uses(Part::Timestamp) || text.uses(Part::Now) || text.uses(Part::NowIso)
        || (text.uses(Part::Id) && !input.id.isEmpty());
}

std::optional<QByteArray> expandText(const Scheme& scheme, const Template& text, const SchemeSettings& settings,
    const SignedMessage& message, const TemplateValues& values, QByteArray* missing)
{
    const MessageView view(message, settings);
    const auto content = expand(scheme, text, view, values, missing);
    return content ? std::optional(contentBytes(*content, message.body)) : std::nullopt;
}

Result<void> addPlainHeaders(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input,
    const TemplateValues& values, SignedMessage& message)
{
    for (const auto& [name, text] : scheme.emitHeaders) {
        if (text.uses(Part::Signature) || (message.headers.contains(name) && !isEmittedAnew(text, input)))
            continue;
        if (auto value = expandText(scheme, text, settings, message, values, nullptr))
            message.headers.set(name, *std::move(value)); // without its setting the header stays away
    }
    return {};
}

/** Members of the body beside the signature: a time or an id that is not there yet. */
Result<void> addPlainMembers(
    const Scheme& scheme, const SchemeSettings& settings, const TemplateValues& values, SignedMessage& message)
{
    for (const JsonEmission& emission : scheme.emitJson) {
        if (!emission.value || emission.value->uses(Part::Signature)
            || jsonAt(message.body, "/" + emission.member).has_value())
            continue;
        const auto text = expandText(scheme, *emission.value, settings, message, values, nullptr);
        auto body = text ? withJsonMember(message.body, emission.member, jsonQuote(*text)) : std::nullopt;
        if (!body)
            return Error{ErrorCode::Invalid,
                CoreText::tr("The body is not a JSON object, so the signature has no place in it.")};
        message.body = *std::move(body);
    }
    return {};
}

} // namespace

SignedMessage applied(const SignedMessage& message, const Signed& made)
{
    SignedMessage result = message;
    for (const HeaderField& field : made.headers)
        result.headers.set(field.name, field.value);
    result.body = made.body;
    if (made.url)
        result.url = *made.url;
    return result;
}

QByteArray newMessageId(const Scheme& scheme)
{
    if (!scheme.newIdPrefix.isEmpty())
        return scheme.newIdPrefix + randomBytes(14).toHex();
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

std::optional<QByteArray> withJsonMember(const QByteArray& body, const QByteArray& member, const QByteArray& json)
{
    const QByteArray rest = jsonWithout(body, member).value_or(body);
    const auto whole = jsonAt(rest, "");
    if (!whole || whole->kind != JsonKind::Object)
        return std::nullopt;
    const qsizetype brace = rest.lastIndexOf('}');
    if (brace < 0)
        return std::nullopt;
    const bool isEmpty = QByteArrayView(rest).sliced(whole->offset + 1, brace - whole->offset - 1).trimmed().isEmpty();
    return rest.left(brace) + (isEmpty ? "" : ",") + jsonQuote(member) + ':' + json + rest.mid(brace);
}

QByteArray withQuery(const QByteArray& url, const QByteArray& name, const QByteArray& value)
{
    const qsizetype hash = url.indexOf('#');
    const QByteArray fragment = hash < 0 ? QByteArray() : url.mid(hash);
    const QByteArray whole = hash < 0 ? url : url.left(hash);
    const qsizetype mark = whole.indexOf('?');
    QByteArrayList parts;
    for (const QByteArray& part : mark < 0 ? QByteArrayList() : whole.mid(mark + 1).split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (!part.isEmpty() && percentDecoded(equals < 0 ? part : part.left(equals), true) != name)
            parts += part;
    }
    parts += percentEncoded(name) + '=' + percentEncoded(value);
    return whole.left(mark < 0 ? whole.size() : mark) + '?' + parts.join('&') + fragment;
}

Result<QByteArray> computeSignature(Algorithm algorithm, const Key& key, const Content& content, const QByteArray& body)
{
    const auto computation = Computation::beginSigning(algorithm, key);
    if (!computation)
        return Error{ErrorCode::Invalid,
            isAsymmetric(algorithm) ? CoreText::tr("Signing needs the private key, of the type that the scheme uses.")
                                    : CoreText::tr("The secret does not suit the algorithm of the scheme.")};
    for (const Piece& piece : content) {
        if (piece.kind == Piece::Kind::Body)
            computation->add(body);
        else if (piece.kind == Piece::Kind::Secret)
            computation->add(key.text.view());
        else
            computation->add(piece.bytes);
    }
    QByteArray made = computation->result();
    if (made.isEmpty())
        return Error{ErrorCode::Invalid, CoreText::tr("The key can't make a signature.")};
    return made;
}

QByteArray writtenSignature(const Scheme& scheme, QByteArrayView bytes)
{
    return scheme.algorithm == Algorithm::Token || scheme.algorithm == Algorithm::Basic
        ? bytes.toByteArray()
        : encodeSignature(bytes, scheme.encoding);
}

TemplateValues newValues(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input)
{
    const MessageView view(input.message, settings);
    TemplateValues values;
    values.nowUs = input.nowUs;
    values.newId = newMessageId(scheme);
    values.url = input.message.url;
    if (scheme.timestamp) {
        auto written = inBody(scheme.timestamp->at, view);
        const bool usable = written && parseTime(*written, scheme.timestamp->unit);
        values.timestamp = usable ? *std::move(written) : formatTime(input.nowUs, scheme.timestamp->unit);
    }
    // An id that stands in the body, where no header of this signature overrides it, is what will be read there.
    const bool fromHeader = std::any_of(scheme.contentId.begin(), scheme.contentId.end(),
        [](const Locator& at) { return at.kind == Locator::Kind::Header; });
    const auto own = view.first(scheme.contentId);
    const bool given = !input.id.isEmpty() && (fromHeader || !own);
    values.id = given ? input.id : own.value_or(newMessageId(scheme));
    return values;
}

Result<void> emitSignature(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input,
    const TemplateValues& values, Signed& out)
{
    SignedMessage message = input.message;
    message.body = out.body;
    QByteArray missing;
    const auto wrong = [&] {
        return Error{ErrorCode::Invalid,
            CoreText::tr("The setting \"%1\" is needed to sign with this scheme.").arg(toText(missing))};
    };
    for (const auto& [name, text] : scheme.emitHeaders) {
        if (!text.uses(Part::Signature))
            continue;
        auto value = expandText(scheme, text, settings, message, values, &missing);
        if (!value)
            return wrong();
        out.headers.add(name, *std::move(value));
    }
    for (const auto& [name, text] : scheme.emitQuery) {
        auto value = expandText(scheme, text, settings, message, values, &missing);
        if (!value)
            return wrong();
        out.url = withQuery(out.url.value_or(message.url), name, *value);
    }
    for (const JsonEmission& emission : scheme.emitJson) {
        if (emission.value && !emission.value->uses(Part::Signature))
            continue;
        QByteArray json;
        if (emission.value) {
            json = jsonQuote(
                expandText(scheme, *emission.value, settings, message, values, &missing).value_or(QByteArray()));
        } else {
            QByteArrayList members;
            for (const auto& [name, text] : emission.object)
                members += jsonQuote(name) + ':'
                    + jsonQuote(expandText(scheme, text, settings, message, values, &missing).value_or(QByteArray()));
            json = '{' + members.join(',') + '}';
        }
        auto body = withJsonMember(out.body, emission.member, json);
        if (!body)
            return Error{ErrorCode::Invalid,
                CoreText::tr("The body is not a JSON object, so the signature has no place in it.")};
        out.body = *std::move(body);
    }
    return {};
}

Result<Signed> signWith(const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input,
    const SigningContent& contents)
{
    TemplateValues values = newValues(scheme, settings, input);
    SignedMessage message = input.message;
    if (auto added = addPlainMembers(scheme, settings, values, message); !added)
        return added.error();
    if (auto added = addPlainHeaders(scheme, settings, input, values, message); !added)
        return added.error();

    const MessageView view(message, settings);
    QByteArray missing;
    const std::vector<Content> made = contents(view, values, &missing);
    if (made.empty())
        return Error{
            ErrorCode::Invalid, CoreText::tr("Something that is to be signed is absent: %1.").arg(toText(missing))};
    auto signature = computeSignature(scheme.algorithm, key, made.front(), message.body);
    if (!signature)
        return signature.error();
    values.signature = writtenSignature(scheme, *signature);

    Signed out;
    out.body = message.body;
    out.signedContent = contentBytes(made.front(), message.body);
    if (auto written = emitSignature(scheme, settings, input, values, out); !written)
        return written.error();
    // In the order of the scheme: the plain headers that are new, then those with the signature where they stand.
    HeaderList ordered;
    for (const auto& [name, text] : scheme.emitHeaders) {
        const auto value = text.uses(Part::Signature) ? out.headers.value(name) : message.headers.value(name);
        if (value && (text.uses(Part::Signature) || input.message.headers.value(name) != value))
            ordered.add(name, *value);
    }
    out.headers = std::move(ordered);
    return out;
}

Result<Signed> sign(
    const Scheme& scheme, const SecretBytes& secret, const SchemeSettings& settings, const SigningInput& input)
{
    if (scheme.algorithm == Algorithm::None)
        return Error{ErrorCode::Unsupported, CoreText::tr("%1 does not sign its webhooks.").arg(scheme.name)};
    auto changed = withSettings(std::make_shared<Scheme>(scheme), settings);
    if (!changed)
        return changed.error();
    const Scheme& used = **changed;
    auto keys = parseKeys(used.key, secret.view());
    if (!keys)
        return keys.error();
    if (const Kind* kind = kindOf(used.kind))
        return kind->sign(used, keys->front(), settings, input);
    return signWith(used, keys->front(), settings, input,
        [&](const MessageView& view, const TemplateValues& values, QByteArray* missing) {
            return contentsOf(used, view, values, missing);
        });
}

} // namespace creel
