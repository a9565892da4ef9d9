#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/MessageView.h"
#include "signature/SchemeIndex.h"

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

constexpr qsizetype maxLookedAt = 64 * 1024;
constexpr qsizetype maxShown = 200;

/** Where most senders put the type of an event, for senders that nobody describes. */
const std::vector<Locator>& commonTypes()
{
    static const std::vector<Locator> places{{Locator::Kind::Header, "ce-type", {}}, {Locator::Kind::Json, "/type", {}},
        {Locator::Kind::Json, "/event_type", {}}, {Locator::Kind::Json, "/event", {}}};
    return places;
}

/** A JSON text that was cut off can't be read at all; with string and list closed it can, up to there. */
QByteArray readableStart(QByteArrayView looked)
{
    const bool isJson = looked.startsWith('{') || looked.startsWith('[');
    const bool isWhole = looked.size() < maxLookedAt && looked.endsWith(looked.startsWith('{') ? '}' : ']');
    if (!isJson || isWhole || jsonAt(looked, ""))
        return QByteArray::fromRawData(looked.data(), looked.size());
    QByteArray closed = looked.toByteArray();
    while (closed.endsWith('\\'))
        closed.chop(1);
    const char* ends = looked.startsWith('{') ? "}" : "]";
    const QByteArray inString = closed + '"' + ends;
    return jsonAt(inString, "") ? inString : closed + ends;
}

bool isShort(const QByteArray& text)
{
    return !text.isEmpty() && !text.startsWith('{') && !text.startsWith('[');
}

bool inHeaders(const std::vector<Locator>& places)
{
    return std::all_of(places.begin(), places.end(),
        [](const Locator& at) { return at.kind == Locator::Kind::Header && at.inner.isEmpty(); });
}

QByteArray shownHeader(const HeaderList& headers, const std::vector<Locator>& places)
{
    for (const Locator& at : places) {
        if (const HeaderField* const field = headers.find(at.name))
            return field->value.left(maxShown);
    }
    return {};
}

/** Looks into a message; its body is made readable only once something asks for it, which headers mostly spare. */
class Look
{
public:
    Look(const HeaderList& headers, QByteArrayView target, QByteArrayView body)
        : m_body(body)
        , m_view(m_message, m_settings)
    {
        m_message.headers = headers;
        m_message.url = target.toByteArray();
    }

    std::optional<QByteArray> at(const Locator& place)
    {
        if (place.kind != Locator::Kind::Header && !std::exchange(m_hasBody, true))
            m_message.body = readableStart(m_body);
        return m_view.first(place);
    }
    std::optional<QByteArray> at(const std::vector<Locator>& places)
    {
        for (const Locator& place : places) {
            if (auto value = at(place))
                return value;
        }
        return std::nullopt;
    }
    QByteArray shown(const std::vector<Locator>& places) { return at(places).value_or(QByteArray()).left(maxShown); }
    QByteArray commonType()
    {
        for (const Locator& place : commonTypes()) {
            const auto value = at(place);
            if (value && isShort(*value))
                return value->left(maxShown);
        }
        return {};
    }
    /** Headers first: most claims fail there already. */
    bool holdAll(const std::vector<Trait>& traits)
    {
        const auto holds = [&](bool headers) {
            return std::all_of(traits.begin(), traits.end(), [&](const Trait& trait) {
                if ((trait.at.kind == Locator::Kind::Header) != headers)
                    return true;
                const auto value = at(trait.at);
                return value && value->startsWith(trait.prefix);
            });
        };
        return holds(true) && holds(false);
    }

private:
    const QByteArrayView m_body;
    bool m_hasBody = false;
    const SchemeSettings m_settings;
    SignedMessage m_message;
    const MessageView m_view;
};

} // namespace

void SchemeCatalog::Index::build(const std::vector<std::shared_ptr<const Scheme>>& schemes)
{
    for (const auto& scheme : schemes) {
        for (const std::vector<Trait>& traits : scheme->recognize) {
            const auto header = std::find_if(
                traits.begin(), traits.end(), [](const Trait& t) { return t.at.kind == Locator::Kind::Header; });
            if (header != traits.end())
                byHeader[asciiLower(header->at.name)].push_back({scheme.get(), &traits});
            else if (!traits.empty())
                byBody.push_back({scheme.get(), &traits});
        }
    }
}

Recognition recognize(const SchemeCatalog& catalog, const Scheme* scheme, const HeaderList& headers,
    QByteArrayView target, QByteArrayView bodyStart)
{
    Look look(headers, target, bodyStart.first(std::min(bodyStart.size(), maxLookedAt)));

    const Scheme* best = nullptr;
    std::size_t bestCount = 0;
    const auto judge = [&](const SchemeCatalog::Index::Claim& claim) {
        if (claim.traits->size() > bestCount && look.holdAll(*claim.traits)) {
            best = claim.scheme;
            bestCount = claim.traits->size();
        }
    };
    if (catalog.m_index) {
        for (const HeaderField& field : headers) {
            const auto claims = catalog.m_index->byHeader.constFind(asciiLower(field.name));
            if (claims != catalog.m_index->byHeader.constEnd())
                std::for_each(claims->begin(), claims->end(), judge);
        }
        if (!best && !scheme)
            std::for_each(catalog.m_index->byBody.begin(), catalog.m_index->byBody.end(), judge);
    }

    // An endpoint's own scheme says who sends there; one that only says how (a generic HMAC) does not.
    const bool ownSpeaks = scheme && !scheme->recognize.empty();
    const Scheme* who = ownSpeaks ? scheme : best;
    Recognition found;
    if (best)
        found.schemeId = best->id;
    if (who) {
        found.provider = who->name;
        found.eventType = look.shown(who->eventType);
        found.providerId = look.shown(who->eventId);
        const QByteArray attempt = look.at(who->attempt).value_or(QByteArray());
        bool isNumber = false;
        const qint64 count = attempt.toLongLong(&isNumber);
        if (isNumber && count >= 0 && count < 1'000'000)
            found.attempt = count + who->attemptPlus;
    } else if (scheme) {
        found.eventType = look.shown(scheme->eventType);
        found.providerId = look.shown(scheme->eventId);
        found.provider = scheme->settings.contains("header") ? QString() : scheme->name;
    }
    if (found.eventType.isEmpty())
        found.eventType = look.commonType();
    return found;
}

Recognition recognizeAs(
    const Scheme& scheme, const HeaderList& headers, QByteArrayView target, QByteArrayView bodyStart)
{
    Recognition found;
    found.provider = scheme.name;
    if (inHeaders(scheme.eventType) && inHeaders(scheme.eventId)) {
        found.eventType = shownHeader(headers, scheme.eventType);
        found.providerId = shownHeader(headers, scheme.eventId);
        if (!found.eventType.isEmpty())
            return found;
    }
    Look look(headers, target, bodyStart.first(std::min(bodyStart.size(), maxLookedAt)));
    found.eventType = look.shown(scheme.eventType);
    found.providerId = look.shown(scheme.eventId);
    if (found.eventType.isEmpty())
        found.eventType = look.commonType();
    return found;
}

} // namespace creel
