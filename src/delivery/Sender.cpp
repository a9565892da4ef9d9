#include "delivery/Sender.h"

#include "base/Mailbox.h"

#include <QThread>

#include <map>

namespace creel
{

namespace
{

/** To the thread: send, or cancel where `request` is null. */
struct Order {
    quint64 id = 0;
    std::unique_ptr<HttpRequest> request;
};

struct Ended {
    quint64 id = 0;
    HttpResult result;
};

/** Lives on the sender's thread. */
class Worker final : public QObject
{
public:
    Worker(Mailbox<Order>& orders, Mailbox<Ended>& ended)
        : m_orders(orders)
        , m_ended(ended)
    {
    }

    void work()
    {
        // Made here, on its own thread, with the first order.
        if (!m_client)
            m_client = std::make_unique<HttpClient>();
        for (Order& order : m_orders.takeAll()) {
            if (order.request)
                begin(order.id, std::move(*order.request));
            else if (const auto found = m_numbers.find(order.id); found != m_numbers.end())
                m_client->cancel(found->second);
        }
    }

private:
    void begin(quint64 id, HttpRequest request)
    {
        m_numbers[id] = m_client->send(std::move(request), [this, id](HttpResult result) {
            m_numbers.erase(id);
            m_ended.post({id, std::move(result)});
        });
    }

    Mailbox<Order>& m_orders;
    Mailbox<Ended>& m_ended;
    std::unique_ptr<HttpClient> m_client;
    std::map<quint64, quint64> m_numbers; ///< ours to the client's
};

} // namespace

struct Sender::Private {
    Mailbox<Order> orders;
    Mailbox<Ended> ended;
    QThread thread;
    Worker* worker = nullptr;
    std::map<quint64, Done> waiting;
    quint64 last = 0;
};

Sender::Sender(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->worker = new Worker(d->orders, d->ended);
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->orders.setWake([worker = d->worker] {
        QMetaObject::invokeMethod(
            worker, [worker] { worker->work(); }, Qt::QueuedConnection);
    });
    d->ended.setWake([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                for (Ended& ended : d->ended.takeAll()) {
                    if (auto node = d->waiting.extract(ended.id))
                        node.mapped()(std::move(ended.result));
                }
            },
            Qt::QueuedConnection);
    });
    d->thread.setObjectName(QStringLiteral("creel-sender"));
    d->thread.start();
}

Sender::~Sender()
{
    d->thread.quit();
    d->thread.wait();
}

quint64 Sender::send(HttpRequest request, Done done)
{
    const quint64 id = ++d->last;
    d->waiting[id] = std::move(done);
    d->orders.post({id, std::make_unique<HttpRequest>(std::move(request))});
    return id;
}

void Sender::cancel(quint64 id)
{
    d->orders.post({id, nullptr});
}

int Sender::running() const
{
    return int(d->waiting.size());
}

} // namespace creel
