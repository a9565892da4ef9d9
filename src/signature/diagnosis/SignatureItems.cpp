#include "signature/diagnosis/SignatureItems.h"

#include "base/Text.h"
#include "signature/Crypto.h"
#include "signature/SchemeRun.h"

#include <algorithm>

namespace creel
{
namespace
{

constexpr qsizetype maxHeaderValue = 2048;
/** The shortest text that may be a signature where none is expected. */
qsizetype leastText(const Scheme& scheme)
{
    return scheme.encoding == SignatureEncoding::Text ? 6 : 16;
}

bool isBinary(SignatureEncoding encoding)
{
    return encoding == SignatureEncoding::Hex || encoding == SignatureEncoding::HexUpper
        || encoding == SignatureEncoding::Base64 || encoding == SignatureEncoding::Base64Url;
}

bool isHex(SignatureEncoding encoding)
{
    return encoding == SignatureEncoding::Hex || encoding == SignatureEncoding::HexUpper;
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

QByteArray unquoted(QByteArray value)
{
    value = value.trimmed();
    while (value.size() > 2 && (value.startsWith('"') || value.startsWith('\'')) && value.endsWith(value[0]))
        value = value.mid(1, value.size() - 2).trimmed();
    while (value.endsWith(',') || value.endsWith(';'))
        value.chop(1);
    return value;
}

/** What is left of a value when words such as `sha256=`, `v1,` or `Bearer ` are cut from its start, one after the
 * other. */
QByteArrayList coresOf(const QByteArray& value)
{
    QByteArrayList cores{unquoted(value)};
    for (int round = 0; round < 4; ++round) {
        const QByteArray& core = cores.last();
        if (core.startsWith("0x") || core.startsWith("0X")) {
            cores << core.sliced(2);
            continue;
        }
        qsizetype at = 0;
        while (at < core.size() && at < 24 && isNameByte(core[at]))
            ++at;
        qsizetype behind = at;
        while (behind < core.size() && (core[behind] == ' ' || core[behind] == '\t'))
            ++behind;
        const bool separated = at > 0 && behind < core.size() - 8
            && (behind > at || core[behind] == '=' || core[behind] == ':' || core[behind] == ',');
        if (!separated)
            break;
        if (core[behind] == '=' || core[behind] == ':' || core[behind] == ',')
            ++behind;
        const QByteArray rest = unquoted(core.sliced(behind));
        // `=` may also be the padding of base64.
        if (rest.isEmpty() || rest == "=")
            break;
        cores << rest;
    }
    return cores;
}

/** How the scheme would write this item alone. */
QByteArray asSchemeWrites(const Scheme& scheme, const QByteArray& item)
{
    if (!scheme.extraction.keyValue.isEmpty() && !scheme.extraction.take.isEmpty())
        return scheme.extraction.take.first() + scheme.extraction.keyValue + item;
    return scheme.extraction.prefix + item;
}

/** Other keys of the same value (a time, as in `t=..,v1=..`), each with its separator. */
QByteArray otherKeys(const Scheme& scheme, const QByteArray& value)
{
    QByteArray others;
    if (scheme.extraction.keyValue.size() != 1 || scheme.extraction.separators.isEmpty())
        return others;
    for (const ItemGroup& group : cutItems(scheme, value)) {
        for (const auto& [key, text] : group.keys) {
            if (!scheme.extraction.take.contains(key))
                others += key + scheme.extraction.keyValue + text + scheme.extraction.separators.first(1);
        }
    }
    return others;
}

class ItemReader
{
public:
    ItemReader(const Scheme& scheme, std::vector<SignatureItem>& items)
        : m_scheme(scheme)
        , m_items(items)
    {
    }

    /** All items of a value, as the scheme cuts it and in every other way. */
    void read(const QByteArray& value, const QByteArrayList& causes, const QString& detail, std::size_t place)
    {
        m_place = place;
        for (const ItemGroup& group : cutItems(m_scheme, value)) {
            for (const auto& [item, algorithm] : group.items)
                decode(item, causes, detail);
        }
        if (value.size() > maxHeaderValue)
            return;
        QByteArrayList parts{value};
        if (!m_scheme.extraction.separators.isEmpty()) {
            for (const char separator : m_scheme.extraction.separators) {
                if (value.contains(separator))
                    parts += value.split(separator);
            }
        } else if (value.contains(',') || value.contains(';')) {
            parts += QByteArray(value).replace(';', ',').split(',');
        }
        const bool ownPlace = causes.isEmpty();
        for (const QByteArray& part : parts) {
            for (const QByteArray& core : coresOf(part)) {
                // The prefix that belongs there is not part of a token.
                const bool whole = m_scheme.encoding == SignatureEncoding::Text && !m_scheme.extraction.prefix.isEmpty()
                    && core.startsWith(m_scheme.extraction.prefix);
                if (core.size() >= leastText(m_scheme) && !whole)
                    decode(core, ownPlace ? QByteArrayList{"signature_prefix"} : causes,
                        ownPlace ? toText(value.left(24)) : detail);
            }
        }
    }

private:
    void add(const QByteArray& bytes, const QByteArrayList& causes, const QString& detail, const QByteArray& text)
    {
        if (bytes.isEmpty())
            return;
        for (SignatureItem& known : m_items) {
            if (known.place == m_place && known.bytes == bytes) {
                if (causes.size() < known.causes.size()) {
                    known.causes = causes;
                    known.detail = detail;
                }
                return;
            }
        }
        m_items.push_back({bytes, causes, detail, text, m_place});
    }

    /** The text in the scheme's encoding, and in others. */
    void decode(const QByteArray& item, const QByteArrayList& causes, const QString& detail)
    {
        const SignatureEncoding own = m_scheme.encoding;
        if (const auto plain = decodeSignature(item, own); plain && plain->canonical)
            add(plain->bytes, causes, detail, item);
        if (!isBinary(own) || item.size() < 12)
            return;
        if (isHex(own))
            fromHexScheme(item, causes, detail);
        else
            fromBase64Scheme(item, causes, detail);
    }

    void fromHexScheme(const QByteArray& item, const QByteArrayList& causes, const QString& detail)
    {
        const bool url = item.contains('-') || item.contains('_');
        const QByteArray bare = withoutPadding(item);
        const bool padded = item.endsWith('=') || bare.size() % 4 == 0;
        const QByteArray cause = url || !padded ? "encoding_base64url" : "encoding_base64";
        // Base64 has its padding, base64url mostly not; `+` and `/` tell the one from the other.
        const bool plain = item.contains('+') || item.contains('/');
        if (const auto bytes = fromAnyBase64(item))
            add(*bytes,
                causes
                    + (plain && !padded ? QByteArrayList{"encoding_base64", "encoding_padding"}
                                        : QByteArrayList{cause}),
                detail, item);
        innerHex(item, causes, detail);
    }

    void fromBase64Scheme(const QByteArray& item, const QByteArrayList& causes, const QString& detail)
    {
        if (const auto bytes = decodeHex(item)) {
            const bool capitals = item == item.toUpper() && item != item.toLower();
            add(*bytes, causes + QByteArrayList{capitals ? "encoding_hex_upper" : "encoding_hex"}, detail, item);
        }
        const bool url = item.contains('-') || item.contains('_');
        const bool plain = item.contains('+') || item.contains('/');
        if (const auto bytes = fromAnyBase64(item)) {
            const bool ownIsUrl = m_scheme.encoding == SignatureEncoding::Base64Url;
            const char* other = ownIsUrl ? "encoding_base64" : "encoding_base64url";
            const bool isOther = ownIsUrl ? plain : url;
            add(*bytes, causes + QByteArrayList{isOther ? other : "encoding_padding"}, detail, item);
        }
        innerHex(item, causes, detail);
    }

    /** Hex that was encoded in base64 once more. */
    void innerHex(const QByteArray& item, const QByteArrayList& causes, const QString& detail)
    {
        const auto text = fromAnyBase64(item);
        const auto bytes = text && text->size() >= 32 ? decodeHex(*text) : std::nullopt;
        if (bytes) {
            add(*bytes, causes + QByteArrayList{isHex(m_scheme.encoding) ? "encoding_base64" : "encoding_hex"}, detail,
                item);
        }
    }

    static QByteArray withoutPadding(QByteArray text)
    {
        while (text.endsWith('='))
            text.chop(1);
        return text;
    }

    static std::optional<QByteArray> fromAnyBase64(const QByteArray& item)
    {
        QByteArray text = withoutPadding(item).replace('-', '+').replace('_', '/');
        text += QByteArray((4 - text.size() % 4) % 4, '=');
        const auto decoded = decodeBase64(text);
        return decoded && decoded->bytes.size() >= 8 ? std::optional(decoded->bytes) : std::nullopt;
    }

    const Scheme& m_scheme;
    std::vector<SignatureItem>& m_items;
    std::size_t m_place = 0;
};

QByteArrayList ownValues(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    const MessageView view(message, settings);
    QByteArrayList values;
    for (const Locator& at : scheme.signature) {
        for (const QByteArray& value : view.all(at)) {
            if (!value.isEmpty())
                values << value;
        }
    }
    return values;
}

Scheme lenientOf(const Scheme& scheme, const QByteArrayList& values)
{
    Scheme lenient = scheme;
    lenient.encoding = SignatureEncoding::Text;
    lenient.extraction.prefixOptional = true;
    lenient.algorithmByLength.clear();
    if (!scheme.extraction.keyValue.isEmpty()) {
        for (const QByteArray& value : values) {
            for (const ItemGroup& group : cutItems(scheme, value)) {
                for (const auto& [key, text] : group.keys) {
                    if (text.size() >= leastText(scheme) && !lenient.extraction.take.contains(key))
                        lenient.extraction.take << key;
                }
            }
        }
    }
    return lenient;
}

bool isPrepared(const Scheme& lenient, const SignedMessage& message, const SchemeSettings& settings)
{
    const MessageView view(message, settings);
    return prepare(lenient, view).state == SignatureState::Unverified;
}

/** The header that the scheme reads its signature from: the one that is there, else the first. */
QByteArray ownHeader(const Scheme& scheme, const SignedMessage& message)
{
    for (const Locator& at : scheme.signature) {
        if (at.kind == Locator::Kind::Header && message.headers.contains(at.name))
            return at.name;
    }
    return scheme.signature.front().kind == Locator::Kind::Header ? scheme.signature.front().name : QByteArray();
}

} // namespace

std::vector<SignatureItem> ownItems(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    std::vector<SignatureItem> items;
    ItemReader reader(scheme, items);
    for (const QByteArray& value : ownValues(scheme, message, settings))
        reader.read(value, {}, {}, 0);
    std::stable_sort(
        items.begin(), items.end(), [](const auto& a, const auto& b) { return a.causes.size() < b.causes.size(); });
    return items;
}

SignatureReading readSignatures(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    const QByteArrayList values = ownValues(scheme, message, settings);
    SignatureReading reading{lenientOf(scheme, values), {}, ownItems(scheme, message, settings)};
    SignaturePlace own{message, isPrepared(reading.lenient, message, settings)};
    const QByteArray name = scheme.signature.empty() ? QByteArray() : ownHeader(scheme, message);
    const auto rewrite = [&](SignedMessage& changed, const QByteArray& value) {
        changed.headers.set(name, otherKeys(scheme, value) + asSchemeWrites(scheme, coresOf(value).last()));
        return isPrepared(reading.lenient, changed, settings);
    };
    if (!own.prepared && !name.isEmpty() && !values.isEmpty())
        own.prepared = rewrite(own.message, values.first());
    reading.places.push_back(std::move(own));
    if (name.isEmpty())
        return reading;
    ItemReader reader(scheme, reading.items);
    for (const HeaderField& field : message.headers) {
        const bool isOwn = std::any_of(scheme.signature.begin(), scheme.signature.end(), [&](const Locator& at) {
            return at.kind == Locator::Kind::Header && equalsIgnoreAsciiCase(at.name, field.name);
        });
        if (isOwn || field.value.size() < leastText(scheme) || field.value.size() > maxHeaderValue)
            continue;
        const std::size_t before = reading.items.size();
        reader.read(field.value, {"other_header"}, toText(field.name), reading.places.size());
        if (reading.items.size() == before)
            continue;
        SignaturePlace place{message, false};
        place.message.headers.set(name, field.value);
        place.prepared = isPrepared(reading.lenient, place.message, settings) || rewrite(place.message, field.value);
        reading.places.push_back(std::move(place));
    }
    return reading;
}

} // namespace creel
