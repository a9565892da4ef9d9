#include "delivery/Draft.h"

#include "base/Text.h"
#include "delivery/Target.h"
#include "http/Url.h"
#include "payload/JsonPointer.h"
#include "signature/Scheme.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{

namespace
{

/** Lower-case names of the fields that belong to one connection (RFC 9110, section 7.6.1). */
QByteArrayList hopByHop(const HeaderList& headers)
{
    QByteArrayList names{
        "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te", "upgrade"};
    for (const QByteArray& value : headers.values("Connection")) {
        for (const QByteArray& name : value.split(','))
            names.append(asciiLower(name.trimmed()));
    }
    return names;
}

bool nameIs(const DraftField& field, QByteArrayView name)
{
    return equalsIgnoreAsciiCase(field.name, name);
}

void removeFields(Draft& draft, const std::vector<Locator>& places)
{
    for (const Locator& at : places) {
        if (at.kind == Locator::Kind::Header)
            std::erase_if(draft.fields, [&at](const DraftField& field) { return nameIs(field, at.name); });
        else if (at.kind == Locator::Kind::Json && at.name.startsWith('/') && at.name.count('/') == 1)
            draft.body = jsonWithout(draft.body, at.name.sliced(1)).value_or(draft.body);
    }
}

} // namespace

HeaderList Draft::headers() const
{
    HeaderList list;
    for (const DraftField& field : fields) {
        if (field.enabled && !field.automatic)
            list.add(field.name, field.value);
    }
    return list;
}

Result<Draft> draftFromEvent(const EventDetail& event, const QByteArray& url)
{
    if (event.row.state != EventState::Complete || !event.request)
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "This event is not a whole request and can't be sent again.")};
    const Request& request = *event.request;
    if (request.body.size() != request.bodySize)
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The body of this event is too large to be sent again from here.")};
    const Result<Url> parsed = Url::parse(url);
    if (!parsed)
        return parsed.error();
    Draft draft;
    draft.method = request.method;
    draft.url = url;
    draft.body = request.body;
    draft.variables = false;
    draft.chunked = request.chunked;
    draft.originalHead = request.head;
    draft.versionMinor = request.versionMinor;
    draft.leftOut = {"User-Agent", "Accept"};
    if (parsed->path.isEmpty() && !parsed->query) {
        draft.originalTarget = request.target;
        if (request.target.startsWith('/'))
            draft.url += request.target;
    }
    if (request.chunked && !request.framingCut)
        draft.framing = request.framing;
    const QByteArrayList dropped = hopByHop(request.headers);
    for (const HeaderField& field : request.headers) {
        const QByteArray name = asciiLower(field.name);
        if (name == "host" || name == "content-length" || name == "transfer-encoding")
            draft.fields.push_back({field.name, {}, true});
        else if (!dropped.contains(name))
            draft.fields.push_back({field.name, field.value});
    }
    if (!request.chunked && request.body.isEmpty() && !request.headers.contains("Content-Length"))
        draft.leftOut.append("Content-Length");
    // Of HTTP/1.1, such as an import may hold, every server would refuse it.
    if (request.versionMinor == 0 && !request.headers.contains("Host"))
        draft.leftOut.append("Host");
    return draft;
}

void stripSignature(Draft& draft, const Scheme& scheme)
{
    removeFields(draft, scheme.signature);
    if (scheme.timestamp)
        removeFields(draft, scheme.timestamp->at);
    for (const auto& [name, value] : scheme.emitHeaders) {
        if (value.uses(TemplatePart::Kind::Signature) || value.uses(TemplatePart::Kind::Timestamp)
            || value.uses(TemplatePart::Kind::Now) || value.uses(TemplatePart::Kind::NowIso))
            std::erase_if(draft.fields, [&name = name](const DraftField& field) { return nameIs(field, name); });
    }
    for (const JsonEmission& emission : scheme.emitJson) {
        if (!emission.value)
            draft.body = jsonWithout(draft.body, emission.member).value_or(draft.body);
    }
}

} // namespace creel
