// A race on purpose, beside Qt's event loop and a mailbox: ThreadSanitizer must find it with tests/tsan.supp in force.
#include "base/Mailbox.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <thread>

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
    std::thread thread([&box] {
        work(10'000);
        box.post(1);
    });
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &app, [&box] {
        work(10);
        if (!box.takeAll().empty())
            QCoreApplication::quit();
    });
    poll.start(1);
    work(10'000);
    QCoreApplication::exec();
    thread.join();
    std::printf("%d\n", plain);
    return 0;
}
