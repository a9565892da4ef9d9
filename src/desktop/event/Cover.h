#pragma once

#include "exchange/Mask.h"

#include <QByteArrayList>

#include <optional>

namespace creel
{

struct Verification;

/**
 * An event as the screen and copies show it: with placeholders for credentials, or as it came where the user wants to
 * see them. What was computed from it (the signed content, a signature that is a token) is covered by the same values.
 */
class Cover
{
public:
    Cover() = default;
    /** `body`: all that is there of it. Takes a while for large ones: not for the GUI thread then. */
    Cover(const EventDetail& detail, const QByteArray& body, const std::optional<Mask>& mask);

    /** With its body. */
    const EventDetail& detail() const { return m_detail; }
    /** The head as it came, but for values that are credentials: `detail()` has lengths and codings that go with its
     * body instead. */
    const Request& head() const { return m_head; }
    int values() const { return m_values; }
    /** Other bytes that hold values of the event. */
    QByteArray text(QByteArray bytes) const;
    /** `secretIsSignature`: the scheme compares the secret itself. */
    Verification verification(Verification verification, bool secretIsSignature) const;

    static constexpr qsizetype atOnce = 256 * 1024; ///< larger bodies are covered on another thread

private:
    EventDetail m_detail;
    Request m_head; ///< without a body
    std::optional<Mask> m_mask;
    QByteArrayList m_seen; ///< longest first
    int m_values = 0;
};

} // namespace creel
