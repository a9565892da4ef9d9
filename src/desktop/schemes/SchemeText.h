#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace creel
{

/** Scheme files as the editor writes and reads them. */

/** The object as a file: indented, members in the order of resources/schemes. */
QByteArray schemeText(const QJsonObject& scheme);
/** Nothing where it is not a JSON object. */
std::optional<QJsonObject> schemeObject(const QByteArray& json);
/** The description of a built-in scheme; empty where there is none of this id. */
QJsonObject builtInScheme(const QByteArray& id);
/** What "New" begins with: an HMAC-SHA256 in hex over the body. */
QJsonObject newScheme(const QString& name, const QString& id);
/** An id made of a name: `Acme Billing` gives `acme-billing`. */
QString schemeIdOf(const QString& name);

/** `header:X` is written `X`, several are parted by commas. */
QString placesText(const QJsonValue& places);
QJsonArray placesOf(const QString& text);

/** The headers that signing adds, as the form's parts give them; empty where they cannot be made from these. */
QJsonArray emittedHeaders(const QJsonObject& scheme);

} // namespace creel
