#pragma once

#include "exchange/MaskRules.h"
#include "store/Event.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace creel
{

/**
 * Puts placeholders for credentials. The same value always becomes the same placeholder under one key (an HMAC-SHA256
 * of it, cut to 48 bits), so that events can still be compared, and nothing of the value can be read back from it.
 * Everything that is not a credential keeps its bytes. Immutable; any thread.
 */
class Mask
{
public:
    /** `key`: any bytes that belong to the workspace, such as its uuid. */
    Mask(MaskRules rules, QByteArray key);

    /** How often a placeholder was put, and for what where that is asked for. */
    struct Count {
        int values = 0;
        QByteArrayList* seen = nullptr; ///< gets each value as it was written and as it is meant (unescaped)
    };

    const MaskRules& rules() const { return m_rules; }
    bool isSecretHeader(QByteArrayView name) const;
    bool isSecretName(QByteArrayView name) const;

    QByteArray placeholder(QByteArrayView value) const;
    /** A header's value: whole where its name is listed (`Bearer` and the like stay). */
    QByteArray headerValue(QByteArrayView name, QByteArrayView value, Count& count) const;
    HeaderList headers(const HeaderList& fields, Count& count) const;
    /** A request target or URL: the listed parameters of its query. */
    QByteArray target(QByteArrayView target, Count& count) const;
    /** A raw head: request line and fields; also of what is not quite HTTP. */
    QByteArray head(QByteArrayView head, Count& count) const;
    /** JSON, form or multipart by its content type or its look; other bytes stay. Not for encoded (gzip) bodies. */
    QByteArray body(QByteArrayView body, QByteArrayView contentType, Count& count) const;

    /**
     * A copy of an event with its whole body in memory. A body in a content coding that holds a credential is written
     * decoded; then and where its length changed the head says so (`Content-Encoding` gone, `Content-Length` new) and
     * chunks become one.
     */
    EventDetail event(const EventDetail& detail, Count& count) const;

private:
    /** Counts a value and gives its placeholder. `written`: with its escapes. */
    QByteArray put(QByteArrayView value, QByteArrayView written, Count& count) const;
    QByteArray requestBody(Request& request, const QByteArray& contentType, Count& count) const;
    QByteArray json(QByteArrayView text, Count& count) const;
    QByteArray form(QByteArrayView text, Count& count) const;
    QByteArray multipart(QByteArrayView text, QByteArrayView boundary, Count& count) const;

    MaskRules m_rules;
    QByteArray m_key;
};

} // namespace creel
