#include "desktop/shell/EndpointActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/UndoList.h"
#include "desktop/start/SampleSender.h"

#include <QPointer>

#include <algorithm>

namespace creel
{

EndpointActions::EndpointActions(Workbench& workbench, ListPane& list, UndoList& undo, QWidget* window)
    : QObject(window)
    , m_workbench(workbench)
    , m_list(list)
    , m_undo(undo)
    , m_window(window)
{
}

void EndpointActions::create()
{
    Endpoint endpoint;
    const auto snapshot = m_workbench.workspace().endpoints();
    const auto& known = *snapshot;
    for (const Endpoint& other : known)
        endpoint.position = std::max(endpoint.position, other.position + 1);
    edit(endpoint);
}

void EndpointActions::edit(const Endpoint& endpoint)
{
    if (m_workbench.workspace().isReadOnly())
        return;
    Endpoint shown = endpoint;
    if (!shown.id.isValid() && shown.path == "/") {
        const auto snapshot = m_workbench.workspace().endpoints();
        const auto& known = *snapshot;
        const bool stored =
            std::any_of(known.begin(), known.end(), [](const Endpoint& e) { return e.path == "/" && e.id.isValid(); });
        shown.path = stored || shown.position > 0 ? QByteArray() : shown.path;
    }
    openEditor(shown, false);
}

void EndpointActions::addForSample(const SampleKey& key, const std::function<void()>& done)
{
    Endpoint endpoint;
    const auto known = m_workbench.workspace().endpoints();
    for (const Endpoint& other : *known) {
        endpoint.position = std::max(endpoint.position, other.position + 1);
        if (other.path == key.path)
            endpoint = other;
    }
    endpoint.path = key.path;
    endpoint.scheme = key.scheme;
    SecretRef secret;
    secret.name = tr("%1, secret of the sample").arg(toText(key.path));
    secret.fingerprint = fingerprint(key.secret.view());
    if (key.isPublic)
        secret.publicKey = key.secret.view().toByteArray();
    endpoint.secrets = {secret};
    std::vector<SecretBytes> values;
    values.push_back(key.isPublic ? SecretBytes() : key.secret.clone());
    const QPointer<EndpointActions> self(this);
    m_workbench.saveEndpoint(endpoint, std::move(values), [self, done](const Result<Endpoint>& result) {
        if (!self)
            return;
        if (!result.ok()) {
            emit self->problem(result.error().text);
            return;
        }
        emit self->saved(*result);
        done();
    });
}

void EndpointActions::openEditor(const Endpoint& endpoint, bool atSecret)
{
    auto* editor = new EndpointEditor(m_workbench, endpoint, m_window);
    connect(editor, &EndpointEditor::saved, this, &EndpointActions::saved);
    editor->open();
    if (atSecret)
        editor->focusSecret();
}

void EndpointActions::addSecret(const QByteArray& path, const EventDetail& event)
{
    if (m_workbench.workspace().isReadOnly())
        return;
    const auto known = m_workbench.workspace().endpoints();
    const auto at = [&known](const QByteArray& wanted) {
        return std::find_if(known->begin(), known->end(), [&](const Endpoint& e) { return e.path == wanted; });
    };
    const auto caught = at(path);
    if (caught == known->end())
        return;
    Endpoint endpoint = *caught;
    const QByteArray target = event.request ? event.request->path() : QByteArray();
    if (path == "/" && endpoint.scheme.isEmpty() && target.startsWith('/') && target != "/") {
        const auto own = at(target);
        endpoint = own == known->end() ? Endpoint() : *own;
        if (own == known->end())
            endpoint.path = target;
        for (const Endpoint& other : *known)
            endpoint.position =
                endpoint.id.isValid() ? endpoint.position : std::max(endpoint.position, other.position + 1);
    }
    if (endpoint.scheme.isEmpty() && event.request) {
        const QByteArrayView body = event.request->body;
        endpoint.scheme = recognize(*m_workbench.catalog(), nullptr, event.request->headers, event.request->target,
            body.first(std::min<qsizetype>(body.size(), 64 << 10)))
                              .schemeId;
    }
    openEditor(endpoint, true);
}

void EndpointActions::remove(const Endpoint& endpoint)
{
    if (endpoint.path == "/" || m_workbench.workspace().isReadOnly())
        return;
    readThenRemove(endpoint, 0, std::make_shared<std::vector<SecretBytes>>());
}

void EndpointActions::readThenRemove(const Endpoint& endpoint, std::size_t at, const Values& values)
{
    const std::size_t current = endpoint.secrets.size();
    if (at == current + endpoint.olderSecrets.size()) {
        removeNow(endpoint, values);
        return;
    }
    const SecretRef& secret = at < current ? endpoint.secrets[at] : endpoint.olderSecrets[at - current];
    const QPointer<EndpointActions> self(this);
    m_workbench.secrets().read(
        m_workbench.workspace().uuid(), secret.id, [self, endpoint, at, values](Result<SecretBytes> value) {
            // A secret that can't be read was not usable before either: the endpoint comes back without its value.
            values->push_back(value.ok() ? std::move(value).value() : SecretBytes());
            if (self)
                self->readThenRemove(endpoint, at + 1, values);
        });
}

void EndpointActions::removeNow(const Endpoint& endpoint, const Values& values)
{
    const QPointer<EndpointActions> self(this);
    m_workbench.deleteEndpoint(endpoint.id, [self, endpoint, values](const Result<void>& result) {
        if (!self)
            return;
        if (!result.ok()) {
            emit self->problem(result.error().text);
            return;
        }
        const QString text = tr("Endpoint %1 deleted").arg(toVisible(toText(endpoint.path), 100));
        self->m_undo.push(tr("Undo: %1").arg(text), [self, endpoint, values] {
            if (self)
                self->bringBack(endpoint, values);
        });
        self->m_list.offer(text, tr("Undo"), [self] {
            if (self)
                self->m_undo.undo();
        });
    });
}

void EndpointActions::bringBack(const Endpoint& endpoint, const Values& values)
{
    Endpoint again = endpoint;
    again.id = EndpointId();
    std::vector<SecretBytes> copies;
    for (auto* refs : {&again.secrets, &again.olderSecrets}) {
        for (SecretRef& secret : *refs) {
            secret.id = 0;
            copies.push_back((*values)[copies.size()].clone());
        }
    }
    const QPointer<EndpointActions> self(this);
    m_workbench.saveEndpoint(again, std::move(copies), [self](const Result<Endpoint>& result) {
        if (!self)
            return;
        if (result.ok())
            emit self->saved(*result);
        else
            emit self->problem(result.error().text);
    });
}

void EndpointActions::reorder(const std::vector<Endpoint>& changed)
{
    const QPointer<EndpointActions> self(this);
    for (const Endpoint& endpoint : changed) {
        std::vector<SecretBytes> unchanged(endpoint.secrets.size());
        m_workbench.saveEndpoint(endpoint, std::move(unchanged), [self](const Result<Endpoint>& result) {
            if (self && !result.ok())
                emit self->problem(result.error().text);
        });
    }
}

} // namespace creel
