#include "delivery/HttpTypes.h"

#include <QFile>

namespace creel
{

QByteArray toWord(HttpPhase phase)
{
    switch (phase) {
    case HttpPhase::Start:
        return "start";
    case HttpPhase::Lookup:
        return "lookup";
    case HttpPhase::Connect:
        return "connect";
    case HttpPhase::Tls:
        return "tls";
    case HttpPhase::Send:
        return "send";
    case HttpPhase::FirstByte:
        return "first_byte";
    case HttpPhase::Receive:
        return "receive";
    case HttpPhase::Done:
        return "done";
    }
    return {};
}

SpilledBody::~SpilledBody()
{
    QFile::remove(m_path);
}

} // namespace creel
