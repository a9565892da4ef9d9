#include "base/Log.h"

namespace creel
{

Q_LOGGING_CATEGORY(logStore, "creel.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logReceiver, "creel.receiver", QtInfoMsg)
Q_LOGGING_CATEGORY(logDelivery, "creel.delivery", QtInfoMsg)
Q_LOGGING_CATEGORY(logSignature, "creel.signature", QtInfoMsg)
Q_LOGGING_CATEGORY(logSecrets, "creel.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "creel.app", QtInfoMsg)

} // namespace creel
