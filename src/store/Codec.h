#pragma once

#include "http/HeaderList.h"
#include "http/Message.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>

namespace creel
{

// The forms in which small lists stand in a workspace; never change them, add new ones.

/** Pairs of byte strings: each with its length as a LEB128 number before it. Empty for an empty list. */
QByteArray encodeFields(const HeaderList& fields);
/** What could be read of it: broken bytes end the list. */
HeaderList decodeFields(QByteArrayView bytes);

QByteArray encodeMap(const QMap<QByteArray, QByteArray>& map);
QMap<QByteArray, QByteArray> decodeMap(QByteArrayView bytes);

/**
 * Fills method, target, version and headers of a request from its head, which was found to be valid when it came.
 * Folded lines are joined by one blank (RFC 9112, section 5.2). False, and nothing is filled, where there is no
 * request line.
 */
bool readHead(Request& request);

} // namespace creel
