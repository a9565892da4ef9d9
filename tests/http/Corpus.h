#pragma once

#include "http/ParseFault.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

/**
 * The hand-made messages of tests/http/data/\*.txt.
 *
 *     === name [head=N] [fields=N] [body=N] [eof] [nobody]
 *     POST / HTTP/1.1\r\n          line ends of the file don't count, blanks at the start of a line neither
 *     X: \@\x01\r\n                \@ marks the byte of the fault, \R{3,ab} is ababab, \s a blank
 *     > fault BadFieldValue        what must come of it
 *
 * After `>`: `METHOD TARGET 1.x keep|close [continue]` (of a response `STATUS 1.x keep|close REASON`), `Name: value`
 * (if one is given, all are compared), `body B`, `framing B`, `trailer Name: value`, `interim STATUS`, and at the end
 * `fault F` or `incomplete`; neither means that the parser is idle. `eof`: the connection ends after the bytes.
 */
struct CorpusCase {
    QByteArray name;
    creel::ParseLimits limits;
    bool eof = false;
    bool noBody = false;
    QByteArray bytes;
    qint64 faultAt = -1;
    QByteArrayList expected;
};

std::vector<CorpusCase> readCorpus(const QByteArray& file);

/** Printable ASCII as it is, other bytes and the backslash escaped. */
QByteArray escaped(QByteArrayView bytes);

/** The lines of an outcome without the kinds (fields, framing) that the case does not ask for. */
QByteArrayList askedLines(const QByteArrayList& lines, const QByteArrayList& expected);

QByteArray faultName(creel::ParseFault fault);
