#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

namespace creel
{

/** How a body is best shown. */
enum class PayloadKind : quint8 { Empty, Json, JsonLines, Form, Multipart, Xml, Html, Text, Image, Compressed, Binary };

/**
 * By content type first and by the bytes where it says nothing or is contradicted by them: what is declared JSON, text
 * or a form and holds NUL is binary; without a type (or as text/plain) what starts like JSON is JSON. `start`: the
 * first 4 KiB are enough.
 */
PayloadKind payloadKindOf(QByteArrayView contentType, QByteArrayView start);

/** `application/json` of `Application/JSON; charset=utf-8`: lower case, without parameters. */
QByteArray mediaType(QByteArrayView contentType);

} // namespace creel
