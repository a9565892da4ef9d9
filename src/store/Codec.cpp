#include "store/Codec.h"

#include "base/Text.h"

#include <optional>

namespace creel
{
namespace
{

void putBytes(QByteArray& out, QByteArrayView bytes)
{
    quint64 size = quint64(bytes.size());
    while (size >= 0x80) {
        out.append(char(size | 0x80));
        size >>= 7;
    }
    out.append(char(size));
    out.append(bytes);
}

std::optional<QByteArray> takeBytes(QByteArrayView& in)
{
    quint64 size = 0;
    for (int shift = 0; shift < 63 && !in.isEmpty(); shift += 7) {
        const quint8 byte = quint8(in.front());
        in = in.sliced(1);
        size |= quint64(byte & 0x7f) << shift;
        if (byte & 0x80)
            continue;
        if (size > quint64(in.size()))
            return std::nullopt;
        QByteArray bytes = in.first(qsizetype(size)).toByteArray();
        in = in.sliced(qsizetype(size));
        return bytes;
    }
    return std::nullopt;
}

template <class Add> void takePairs(QByteArrayView in, Add add)
{
    while (!in.isEmpty()) {
        std::optional<QByteArray> name = takeBytes(in);
        std::optional<QByteArray> value = name ? takeBytes(in) : std::nullopt;
        if (!value)
            return;
        add(std::move(*name), std::move(*value));
    }
}

QByteArrayView takeLine(QByteArrayView& in)
{
    const qsizetype end = in.indexOf('\n');
    QByteArrayView line = end < 0 ? in : in.first(end);
    in = end < 0 ? QByteArrayView() : in.sliced(end + 1);
    if (line.endsWith('\r'))
        line = line.chopped(1);
    return line;
}

bool readRequestLine(Request& request, QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first || !line.sliced(last + 1).startsWith("HTTP/1."))
        return false;
    request.method = line.first(first).toByteArray();
    request.target = trimOws(line.sliced(first + 1, last - first - 1)).toByteArray();
    request.versionMinor = line.endsWith('0') ? 0 : 1;
    return true;
}

} // namespace

QByteArray encodeFields(const HeaderList& fields)
{
    QByteArray out;
    for (const HeaderField& field : fields) {
        putBytes(out, field.name);
        putBytes(out, field.value);
    }
    return out;
}

HeaderList decodeFields(QByteArrayView bytes)
{
    HeaderList fields;
    takePairs(bytes, [&](QByteArray name, QByteArray value) { fields.add(std::move(name), std::move(value)); });
    return fields;
}

QByteArray encodeMap(const QMap<QByteArray, QByteArray>& map)
{
    QByteArray out;
    for (auto it = map.begin(); it != map.end(); ++it) {
        putBytes(out, it.key());
        putBytes(out, it.value());
    }
    return out;
}

QMap<QByteArray, QByteArray> decodeMap(QByteArrayView bytes)
{
    QMap<QByteArray, QByteArray> map;
    takePairs(bytes, [&](const QByteArray& name, const QByteArray& value) { map.insert(name, value); });
    return map;
}

bool readHead(Request& request)
{
    QByteArrayView rest(request.head);
    QByteArrayView line = takeLine(rest);
    if (line.isEmpty()) // one empty line may stand before the request line (RFC 9112, section 2.2)
        line = takeLine(rest);
    if (!readRequestLine(request, line))
        return false;
    QByteArray name;
    QByteArray value;
    bool any = false;
    const auto finish = [&] {
        if (any)
            request.headers.add(name, value);
    };
    while (!rest.isEmpty()) {
        line = takeLine(rest);
        if (line.isEmpty())
            break;
        if (any && (line.front() == ' ' || line.front() == '\t')) {
            value += ' ';
            value += trimOws(line);
            continue;
        }
        finish();
        const qsizetype colon = line.indexOf(':');
        any = colon > 0;
        if (any) {
            name = line.first(colon).toByteArray();
            value = trimOws(line.sliced(colon + 1)).toByteArray();
        }
    }
    finish();
    return true;
}

} // namespace creel
