#pragma once

#include "desktop/event/SignatureView.h"
#include "store/EventReader.h"

namespace creel
{

class Workbench;

/** What the Signature tab tells beside a verification: names of scheme and secrets, what the event looks like where
 * nothing is verified, and why a secret has no value. `body`: as far as it was read. */
SignatureFacts signatureFacts(Workbench& workbench, const Endpoint& endpoint, const EventDetail& event,
    const QByteArray& body, const Verification& verification);

} // namespace creel
