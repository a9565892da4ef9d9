#pragma once

#include "base/SecretBytes.h"
#include "store/Endpoint.h"
#include "store/Event.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace creel
{

class ListPane;
struct SampleKey;
class UndoList;
class Workbench;

/** What the user does to endpoints: new, edit, delete with undo, another order. */
class EndpointActions : public QObject
{
    Q_OBJECT
public:
    EndpointActions(Workbench& workbench, ListPane& list, UndoList& undo, QWidget* window);

    void create();
    void edit(const Endpoint& endpoint);
    /** Opens the endpoint of this path where its secret is entered. What `/` caught and no scheme verifies gets an
     * endpoint of its own, with the provider that `event` is recognised by. Nothing happens where there is none. */
    void addSecret(const QByteArray& path, const EventDetail& event);
    /** Makes the endpoint that verifies a sample; then `done`. */
    void addForSample(const SampleKey& key, const std::function<void()>& done);
    void remove(const Endpoint& endpoint);
    void reorder(const std::vector<Endpoint>& changed);

signals:
    void saved(const creel::Endpoint& endpoint);
    void problem(const QString& text);

private:
    void openEditor(const Endpoint& endpoint, bool atSecret);
    using Values = std::shared_ptr<std::vector<SecretBytes>>;
    /** Reads the secrets from `at` on, so that an undo can bring them back, then deletes. */
    void readThenRemove(const Endpoint& endpoint, std::size_t at, const Values& values);
    void removeNow(const Endpoint& endpoint, const Values& values);
    void bringBack(const Endpoint& endpoint, const Values& values);

    Workbench& m_workbench;
    ListPane& m_list;
    UndoList& m_undo;
    QWidget* m_window;
};

} // namespace creel
