#include "exchange/CurlExporter.h"

#include "base/Text.h"

#include <algorithm>

namespace creel
{
namespace
{

// Linux takes at most 128 KiB in one argument, and `'` becomes four bytes.
constexpr qsizetype argumentBytes = 24 * 1024;

/** What a terminal shows as it stands: a command is looked at, and pasted, before it runs. */
bool isPlain(QByteArrayView bytes)
{
    return toTerminal(bytes, true) == bytes;
}

/** What `printf` reads as these bytes: ASCII only, and safe between single quotes. */
QByteArray printfFormat(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte >= 0x7F || c == '\'' || c == '\\' || (c == '-' && out.isEmpty())) {
            const char octal[] = {
                '\\', char('0' + (byte >> 6U)), char('0' + ((byte >> 3U) & 7U)), char('0' + (byte & 7U))};
            out.append(octal, 4);
        } else {
            if (c == '%')
                out += '%';
            out += c;
        }
    }
    return out;
}

/** One word for sh. A command substitution drops line ends at its end: callers have none there. */
QByteArray quoted(QByteArrayView bytes)
{
    if (!isPlain(bytes))
        return "\"$(printf '" + printfFormat(bytes) + "')\"";
    QByteArray out = bytes.toByteArray();
    out.replace('\'', "'\\''");
    return '\'' + out + '\'';
}

bool isPlainTarget(QByteArrayView target)
{
    static constexpr QByteArrayView safe = "/-_.~%?&=:@!$()*+,;";
    return target.startsWith('/') && !target.contains(QByteArrayView("/.")) && !target.startsWith(QByteArrayView("//"))
        && std::all_of(target.begin(), target.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || safe.contains(c);
           });
}

QByteArray headerOptions(const Request& request, bool sendsBody)
{
    QByteArray out;
    for (const HeaderField& field : request.headers) {
        // `Name;` is curl's way to send a field without a value
        out += " -H " + quoted(field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value);
    }
    for (const char* added : {"Host", "User-Agent", "Accept"}) {
        if (!request.headers.contains(added))
            out += " -H '" + QByteArray(added) + ":'";
    }
    if (sendsBody) {
        for (const char* added : {"Content-Type", "Expect"}) {
            if (!request.headers.contains(added))
                out += " -H '" + QByteArray(added) + ":'";
        }
    }
    return out;
}

} // namespace

QByteArray baseOf(const Request& request)
{
    const QByteArray host = request.headers.value("Host").value_or(QByteArray());
    const bool safe = !host.isEmpty() && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-'
            || c == ':' || c == '[' || c == ']' || c == '_';
    });
    return "http://" + (safe ? host : QByteArray("127.0.0.1:4747"));
}

QByteArray toCurl(const Request& request, const QByteArray& base)
{
    const bool sendsBody = !request.body.isEmpty() || request.chunked;
    // printf keeps line ends that a command substitution would cut
    const bool piped = sendsBody && (request.body.size() > argumentBytes || !isPlain(request.body));
    QByteArray out;
    if (piped)
        out += "printf '" + printfFormat(request.body) + "' | ";
    out += "curl";
    if (request.versionMinor == 0)
        out += " --http1.0";
    else
        out += " --http1.1";
    if (request.method == "HEAD" && !sendsBody)
        out += " --head";
    else
        out += " -X " + quoted(request.method);
    out += headerOptions(request, sendsBody);
    if (piped)
        out += " --data-binary @-";
    else if (sendsBody)
        out += " --data-raw " + quoted(request.body);
    if (isPlainTarget(request.target))
        return out + ' ' + quoted(base + request.target);
    return out + " --request-target " + quoted(request.target) + ' ' + quoted(base + '/');
}

} // namespace creel
