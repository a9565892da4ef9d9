#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/kinds/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

using Part = TemplatePart::Kind;

QByteArray placeName(const Locator& at)
{
    return at.kind == Locator::Kind::Header ? at.name : at.text();
}

/** A place in the message, or a key of the signature's own header. */
std::optional<QByteArray> lookUp(const std::vector<Locator>& places, const MessageView& view, const ItemGroup& group)
{
    for (const Locator& at : places) {
        auto value = at.kind == Locator::Kind::Signature ? group.key(at.name) : view.first(at);
        if (value)
            return value;
    }
    return std::nullopt;
}

std::vector<Candidate> decodeItems(const Scheme& scheme, const ItemGroup& group)
{
    std::vector<Candidate> candidates;
    for (const auto& [item, algorithm] : group.items) {
        auto decoded = decodeSignature(item, scheme.encoding);
        if (!decoded || decoded->bytes.isEmpty())
            continue;
        Candidate candidate{item, std::move(decoded->bytes), decoded->canonical, algorithm};
        for (const auto& [length, named] : scheme.algorithmByLength) {
            if (candidate.bytes.size() == length)
                candidate.algorithm = named;
        }
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

struct Found {
    QByteArray header;
    QByteArray value;
};

std::vector<Found> findSignatures(const Scheme& scheme, const MessageView& view)
{
    std::vector<Found> found;
    for (const Locator& at : scheme.signature) {
        for (QByteArray& value : view.all(at)) {
            if (!value.isEmpty())
                found.push_back({placeName(at), std::move(value)});
        }
    }
    return found;
}

/** One group of items with its time, id and content, or a reason why it can't be read. */
std::optional<Check> checkOf(const Scheme& scheme, const MessageView& view, const ItemGroup& group,
    const ContentMaker& contents, QString& reason)
{
    Check check;
    check.candidates = decodeItems(scheme, group);
    if (check.candidates.empty()) {
        reason = group.items.empty() ? CoreText::tr("The signature does not have the form that the scheme expects.")
                                     : CoreText::tr("The signature can't be decoded: it is not written in %1.")
                                           .arg(toText(toWord(scheme.encoding)));
        return std::nullopt;
    }
    TemplateValues values;
    values.group = &group;
    values.url = view.message().url;
    if (scheme.timestamp) {
        values.timestamp = lookUp(scheme.timestamp->at, view, group);
        const QString place = toText(scheme.timestamp->at.empty() ? QByteArray() : placeName(scheme.timestamp->at[0]));
        if (!values.timestamp && !scheme.timestamp->optional) {
            reason = CoreText::tr("The timestamp is absent: %1.").arg(place);
            return std::nullopt;
        }
        if (values.timestamp) {
            check.timestampUs = parseTime(*values.timestamp, scheme.timestamp->unit);
            if (!check.timestampUs) {
                reason = CoreText::tr("The timestamp can't be read: %1.").arg(place);
                return std::nullopt;
            }
        }
    }
    values.id = lookUp(scheme.contentId, view, group);
    QByteArray missing;
    check.contents = contents(values, &missing);
    if (check.contents.empty()) {
        reason = CoreText::tr("Something that is signed is absent: %1.").arg(toText(missing));
        return std::nullopt;
    }
    return check;
}

} // namespace

Prepared prepareWith(const Scheme& scheme, const MessageView& view, const ContentMaker& contents)
{
    const std::vector<Found> found = findSignatures(scheme, view);
    if (found.empty())
        return missingSignature(scheme);
    Prepared prepared;
    prepared.header = found.front().header;
    prepared.received = found.front().value;
    QString reason;
    for (const auto& [header, value] : found) {
        for (const ItemGroup& group : cutItems(scheme, value)) {
            QString why;
            auto check = checkOf(scheme, view, group, contents, why);
            if (check) {
                check->header = header;
                prepared.checks.push_back(*std::move(check));
            } else if (reason.isEmpty()) {
                reason = why;
            }
        }
    }
    if (prepared.checks.empty())
        return malformed(prepared.header, *prepared.received, reason);
    prepared.timestampUs = prepared.checks.front().timestampUs;
    return prepared;
}

Prepared prepareDeclarative(const Scheme& scheme, const MessageView& view)
{
    return prepareWith(scheme, view,
        [&](const TemplateValues& values, QByteArray* missing) { return contentsOf(scheme, view, values, missing); });
}

Prepared prepare(const Scheme& scheme, const MessageView& view)
{
    if (const Kind* kind = kindOf(scheme.kind))
        return kind->prepare(scheme, view);
    return prepareDeclarative(scheme, view);
}

bool canStream(const Scheme& scheme, const MessageView& view)
{
    if (!scheme.isDeclarative() || !scheme.profiles.empty() || !isStreamable(scheme.algorithm))
        return false;
    const auto inBody = [](const Locator& at) { return at.inBody(); };
    const auto any = [&](const std::vector<Locator>& places) {
        return std::any_of(places.begin(), places.end(), inBody);
    };
    if (any(scheme.signature) || any(scheme.contentId) || (scheme.timestamp && any(scheme.timestamp->at)))
        return false;
    if (!scheme.bodyFormField.isEmpty() && view.isForm())
        return false;
    if (scheme.bodyAlso == QByteArrayList{"decoded"} ? view.message().headers.contains("Content-Encoding")
                                                     : !scheme.bodyAlso.isEmpty())
        return false;
    int bodies = 0;
    for (const Template& text : scheme.content) {
        for (const TemplatePart& part : text.parts) {
            if (part.kind == Part::Json || part.kind == Part::JsonRaw || part.kind == Part::BodyWithout
                || part.kind == Part::FormSorted || part.kind == Part::Sha256Hex || part.kind == Part::Crc32)
                return false;
            bodies += part.kind == Part::Body;
        }
    }
    return bodies <= 1;
}

} // namespace creel
