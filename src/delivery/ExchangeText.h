#pragma once

#include "delivery/HttpTypes.h"
#include "delivery/Target.h"

#include <QAbstractSocket>
#include <QString>
#include <QStringList>

namespace creel
{

// What a user reads when an exchange fails: what happened, at which server, and what to do. Translated sentences.

QString lookupFailedText(const Target& target, const QString& detail);
QString connectFailedText(
    const Target& target, HttpPhase phase, QAbstractSocket::SocketError error, const QString& detail);
QString badCertificateText(const Target& target, const QStringList& problems);
QString keptConnectionClosedText(const Target& target);
QString noAnswerText(const Target& target);
QString brokenText(const Target& target, HttpPhase phase, const QString& detail);
QString badAnswerText(const Target& target, const QString& why);
QString tooManyInterimText(const Target& target);
QString phaseTimeoutText(const Target& target, HttpPhase phase, int limitMs);
QString totalTimeoutText(const Target& target, HttpPhase phase, int limitMs);

} // namespace creel
