// A race on purpose, beside Qt's event loop and a mailbox: ThreadSanitizer must find it with tests/tsan.supp in force.
#include "base/Mailbox.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace
{

int plain = 0; // written by two threads without a lock

void work(int turns)
{
    for (int i = 0; i < turns; ++i)
        plain = plain + 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    creel::Mailbox<int> box;
    const std::unique_ptr<QThread> thread(QThread::create([&box] {
        work(10'000);
        box.post(1);
    }));
    QObject::connect(thread.get(), &QThread::finished, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    QTimer::singleShot(0, &app, [] { work(10'000); });
    thread->start();
    QCoreApplication::exec();
    thread->wait();
    std::printf("%d %zu\n", plain, box.takeAll().size());
    return 0;
}
