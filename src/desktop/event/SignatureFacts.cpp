#include "desktop/event/SignatureFacts.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "signature/Scheme.h"

#include <algorithm>

namespace creel
{

namespace
{

constexpr qsizetype recognizedBytes = 64 * 1024;

/** Why no secret of an endpoint has a value, where that is so. */
QString whyMissing(Workbench& workbench, const Endpoint& endpoint)
{
    const std::vector<SecretRef> missing = workbench.secretsWithoutValue(endpoint);
    if (missing.empty() || missing.size() < endpoint.secrets.size())
        return {};
    const QString name = toVisible(missing.front().name, 100);
    switch (workbench.secrets().state()) {
    case SecretStore::State::Missing:
        return SignatureView::tr(
            "The value of the secret \"%1\" was held while Creel ran, as there is no system keychain. "
            "Enter it again: what is already here is then verified, too.")
            .arg(name);
    case SecretStore::State::Locked:
        return SignatureView::tr("The value of the secret \"%1\" can't be read. %2")
            .arg(name, workbench.secrets().stateText());
    default:
        break;
    }
    return SignatureView::tr(
        "The value of the secret \"%1\" is not in the keychain of this computer. Enter it again: what "
        "is already here is then verified, too.")
        .arg(name);
}

QString nameOf(const Workbench& workbench, const QByteArray& scheme)
{
    const auto known = workbench.catalog()->find(scheme);
    return known ? known->name : toText(scheme);
}

} // namespace

SignatureFacts signatureFacts(Workbench& workbench, const Endpoint& endpoint, const EventDetail& event,
    const QByteArray& body, const Verification& verification)
{
    SignatureFacts facts;
    facts.schemeName = nameOf(workbench, verification.scheme.isEmpty() ? endpoint.scheme : verification.scheme);
    facts.receivedAtUs = event.row.receivedAtUs;
    facts.hasSecrets = !endpoint.secrets.empty();
    for (const SecretRef& secret : endpoint.secrets)
        facts.secretNames << secret.name;
    facts.missingSecret = whyMissing(workbench, endpoint);
    facts.complete = event.row.state == EventState::Complete;
    facts.mayChange = !workbench.workspace().isReadOnly();
    if (!facts.schemeName.isEmpty() || !facts.complete || !event.request)
        return facts;
    const QByteArrayView start = QByteArrayView(body).first(std::min(body.size(), recognizedBytes));
    const Recognition seen =
        recognize(*workbench.catalog(), nullptr, event.request->headers, event.request->target, start);
    facts.looksLike = seen.schemeId.isEmpty() ? QString() : nameOf(workbench, seen.schemeId);
    return facts;
}

} // namespace creel
