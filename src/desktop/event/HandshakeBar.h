#pragma once

#include "base/Result.h"
#include "store/Event.h"

#include <QWidget>

#include <functional>
#include <memory>

class QPushButton;

namespace creel
{

class PlainLabel;
class Workbench;

/**
 * What is to be said of a provider's challenge: that Creel answered it; and where the provider wants a URL to be
 * visited (AWS SNS), the offer to do so. Nothing is visited until the user says so, and only what the handshake's
 * description allows (https, the provider's host).
 */
class HandshakeBar : public QWidget
{
    Q_OBJECT
public:
    /** Asks a URL once by GET, without following redirects; gives the status. */
    using Visitor = std::function<void(const QByteArray& url, std::function<void(Result<int>)> done)>;

    explicit HandshakeBar(Workbench& workbench, QWidget* parent = nullptr);
    ~HandshakeBar() override;

    /** `event` with its body. Hides where there is nothing to say. */
    void setDetail(const EventDetail& event);
    /** Instead of the network. */
    void setVisitor(Visitor visitor) { m_visitor = std::move(visitor); }

private:
    void askToVisit();
    void visit();

    Workbench& m_workbench;
    PlainLabel* m_text;
    PlainLabel* m_result;
    QPushButton* m_visit;
    EventId m_event;
    QByteArray m_url; ///< may be visited
    Visitor m_visitor;
};

} // namespace creel
