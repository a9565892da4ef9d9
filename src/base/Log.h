#pragma once

#include <QLoggingCategory>

namespace creel
{

// Logs never hold a secret that the user entered, nor a body or a header value of an event.
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logReceiver)
Q_DECLARE_LOGGING_CATEGORY(logDelivery)
Q_DECLARE_LOGGING_CATEGORY(logSignature)
Q_DECLARE_LOGGING_CATEGORY(logSecrets)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace creel
