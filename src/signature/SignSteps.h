#pragma once

#include "signature/SchemeRun.h"

namespace creel
{

/** The input with what was made put over it: headers replaced by name, body and URL. */
SignedMessage applied(const SignedMessage& message, const Signed& made);

/** The signature of content under a private or shared key, in bytes; an error where the key does not suit. */
Result<QByteArray> computeSignature(
    Algorithm algorithm, const Key& key, const Content& content, const QByteArray& body);

/** `{signature}`: encoded, and for tokens the text of the secret. */
QByteArray writtenSignature(const Scheme& scheme, QByteArrayView bytes);

/** A new message id in the scheme's form. */
QByteArray newMessageId(const Scheme& scheme);

/** Headers, query and JSON members of the scheme, with `values.signature` in place; `out.headers` and `out.url` are
 * added to. */
Result<void> emitSignature(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input,
    const TemplateValues& values, Signed& out);

/** The values that a new signature has: time, id, URL. */
TemplateValues newValues(const Scheme& scheme, const SchemeSettings& settings, const SigningInput& input);

/** The steps for a declarative scheme; `contents` as for `prepareWith`, called with a view on the message as it goes
 * out (first content counts). */
using SigningContent =
    std::function<std::vector<Content>(const MessageView& view, const TemplateValues& values, QByteArray* missing)>;
Result<Signed> signWith(const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input,
    const SigningContent& contents);

/** A JSON object with one top-level member set to a value written in JSON: an old one goes, the new one stands last.
 * Nothing where `body` is no object. */
std::optional<QByteArray> withJsonMember(const QByteArray& body, const QByteArray& member, const QByteArray& json);

/** A URL with one query parameter set. */
QByteArray withQuery(const QByteArray& url, const QByteArray& name, const QByteArray& value);

} // namespace creel
