#pragma once

#include "base/Ids.h"
#include "http/Message.h"
#include "signature/Verdict.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

// The numbers of these enums are stored in workspaces: never renumber.

/** What kind of evidence an event is. */
enum class EventState : quint8 {
    Complete = 0, ///< a whole, valid request
    Malformed = 1, ///< bytes that are not valid HTTP
    Incomplete = 2, ///< cut off half-way
    Refused = 3, ///< over a limit: 413, 431, 408, 503
};
QByteArray toWord(EventState state);
std::optional<EventState> eventStateFromWord(QByteArrayView word);

/** What a sender is answered. Shared: the same answer is stored once. */
struct Answer {
    int status = 200;
    HeaderList headers;
    QByteArray body;
    int delayMs = 0; ///< waited after the commit, before the first byte
    bool operator==(const Answer&) const = default;
};

/** The verdict as it is stored with an event; the rest of a Verification is made again when someone looks. */
struct StoredVerdict {
    SignatureState signature = SignatureState::Unverified;
    Freshness freshness = Freshness::None;
    QByteArray scheme; ///< id, empty where the endpoint has none
    Verdict verdict() const { return verdictOf(signature, freshness); }
    bool operator==(const StoredVerdict&) const = default;
};

/** An event on its way into the store. Move-only by use; the request is shared and never changes. */
struct NewEvent {
    qint64 receivedAtUs = 0; ///< microseconds since the epoch, UTC
    qint64 durationUs = 0; ///< first byte to request complete
    EventState state = EventState::Complete;
    QString reason; ///< why it is not complete; empty for a complete one
    QByteArray peer; ///< `127.0.0.1:53210`, `[::1]:53210`
    QByteArray endpoint; ///< path of the endpoint that caught it; `/` catches all
    std::shared_ptr<const Request> request;
    std::optional<BodyId> bodyId; ///< where the body was written in pieces; then `request->body` is empty
    StoredVerdict verdict;
    QString provider; ///< as recognised, may be empty
    QByteArray eventType;
    QByteArray providerId;
    bool handshake = false;
    std::shared_ptr<const Answer> answer; ///< null where none was sent
    // Only import fills these:
    QStringList tags;
    QString note;
    bool pinned = false;
};

/** One line of the event table: what is known without reading head or body. */
struct EventRow {
    EventId id;
    qint64 receivedAtUs = 0;
    qint64 durationUs = 0;
    EventState state = EventState::Complete;
    StoredVerdict verdict;
    QByteArray endpoint;
    QByteArray peer;
    QByteArray method;
    QByteArray target; ///< at most its first 2 000 bytes
    QString provider;
    QByteArray eventType;
    QByteArray providerId;
    qint64 bodySize = 0;
    int status = 0; ///< of the answer, 0 where none was sent
    bool pinned = false;
    bool handshake = false;
    QStringList tags;
    Sequence changed; ///< the change that last touched the row, 0 where none did
};

/** What became of an answer. */
enum class AnswerOutcome : quint8 { Unknown = 0, Written = 1, ClientGone = 2 };

/** An event as a whole but for a large body, which is read in pieces. */
struct EventDetail {
    EventRow row;
    std::shared_ptr<const Request>
        request; ///< `body` is filled where it was asked for and fits, else empty with `bodySize` set
    QString reason;
    QString note;
    std::shared_ptr<const Answer> answer;
    AnswerOutcome answerOutcome = AnswerOutcome::Unknown;
    qint64 answeredAfterUs = 0; ///< request complete to answer written, 0 unknown
};

} // namespace creel
