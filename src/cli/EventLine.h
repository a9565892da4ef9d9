#pragma once

#include "store/Event.h"

#include <QByteArray>

namespace creel
{

/**
 * An event in one line for a person: id, time (UTC), verdict, method, path, type, size, status, in columns of fixed
 * width. Safe on a terminal; what is too long for its column is cut.
 */
QByteArray eventLine(const EventRow& row);

/** The names of these columns. */
QByteArray eventLineHeading();

} // namespace creel
