#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"
#include "delivery/Draft.h"

#include <QByteArrayList>
#include <QMap>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

class Scheme;

/** How long built bytes are good to be sent; older ones are built again, for the signature's time. */
constexpr qint64 builtFreshUs = 60'000'000;

/** A line of the head, and who wrote it. */
struct BuiltLine {
    enum class Origin : quint8 { RequestLine, User, Creel, Signature };
    QByteArray bytes; ///< without the CRLF
    Origin origin = Origin::User;
};

/** What is kept of a request: its bytes, with a placeholder for a secret that stands in them. */
struct RecordedRequest {
    QByteArray url;
    QByteArray head;
    QByteArray body; ///< with the transfer coding
};

/** The exact bytes that will be sent, and what they are made of, to be shown before. */
struct BuiltRequest {
    HttpRequest request;
    std::vector<BuiltLine> lines; ///< of `request.head`, in order
    QByteArray method;
    QByteArray body; ///< before transfer coding: what is signed
    QByteArray signedContent; ///< empty where nothing was signed
    QByteArrayList unknownVariables;
    /** Where the signature is the secret itself (a token, Basic): instead of the bytes, which are never stored. */
    std::optional<RecordedRequest> recorded;
};

struct BuildContext {
    std::shared_ptr<const Scheme> scheme; ///< of `draft.scheme`; null: it is not signed
    const SecretBytes* secret = nullptr; ///< needed with `scheme`
    QMap<QByteArray, QByteArray> variables; ///< of the workspace
    qint64 nowUs = 0;
    QByteArray messageId; ///< empty: that of the draft's headers, else a new one where the scheme needs one
};

/**
 * Variables, then the signature over exactly the bytes that go out, then the head. Refuses what could be read as more
 * than one line or one request (a CR or LF in a value, a blank in the method), and a scheme without its secret.
 */
Result<BuiltRequest> buildRequest(const Draft& draft, const BuildContext& context);

} // namespace creel
