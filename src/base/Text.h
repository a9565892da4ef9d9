#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace creel
{

/** True when the bytes are UTF-8 throughout (RFC 3629: no overlong forms, surrogates or values past U+10FFFF). */
bool isUtf8(QByteArrayView bytes);

/** Bytes that came over the wire, for reading: as UTF-8 where they are that, else as Latin-1. Nothing is dropped. */
QString toText(QByteArrayView bytes);

/**
 * Sender text made safe to show in one line or (with `keepLines`) in many: C0 and C1 controls, DEL, bidirectional and
 * zero-width characters and line separators appear as visible marks (`<U+202E>`; line feed and tab as arrows). At most
 * `maxChars` characters; a cut ends in an ellipsis. For painting only: what is copied stays exact.
 */
QString toVisible(QStringView text, qsizetype maxChars = 1000, bool keepLines = false);

/**
 * Sender bytes for a terminal: control characters (C0 but line feed and tab if `keepLines`, DEL, C1), bidirectional
 * marks and invalid UTF-8 as `\xNN` or `\u{N}`. Safe against terminal escapes.
 */
QByteArray toTerminal(QByteArrayView bytes, bool keepLines = false);

/** `1.9 KB`, `73 B`, `12.4 MB`: powers of 1024, C locale; the window localizes numbers itself. */
QString humanSize(qint64 bytes);

/** ASCII lower case, without regard to the locale. */
QByteArray asciiLower(QByteArrayView text);
bool equalsIgnoreAsciiCase(QByteArrayView a, QByteArrayView b);
/** Without leading and trailing blanks and tabs (RFC 9110, section 5.6.3, OWS). */
QByteArrayView trimOws(QByteArrayView text);

} // namespace creel
