#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace creel
{

/**
 * Writes JSON text member by member, in the order of the calls. Output is ASCII where it matters to a terminal: C0
 * and C1 controls, DEL, direction marks and line separators are written as `\uNNNN`, so that a line is safe to print
 * and keeps its value (RFC 8259, section 7).
 */
class JsonWriter
{
public:
    JsonWriter() = default;

    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(QByteArrayView name);

    /** Bytes of the wire: as UTF-8 where they are that, else as Latin-1. */
    JsonWriter& text(QByteArrayView bytes);
    JsonWriter& text(const QString& text);
    JsonWriter& number(qint64 value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    JsonWriter& base64(QByteArrayView bytes);
    /** A value that is JSON already. */
    JsonWriter& raw(QByteArrayView json);

    /** What was written so far; the writer goes on from there. Lets a large value leave in pieces. */
    QByteArray take();

private:
    void separate();
    QByteArray m_out;
    bool m_needsComma = false;
};

} // namespace creel
