#include "desktop/shell/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace creel
{
SingleInstance::SingleInstance(const QString& workspaceFile, QObject* parent)
    : QObject(parent)
{
    const QFileInfo info(workspaceFile);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    m_name = QStringLiteral("creel-") + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        // Who connects wants the window; nothing is read, so nothing can be sent that harms.
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            socket->disconnectFromServer();
            socket->deleteLater();
        }
        emit raiseWanted();
    });
}

bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    // A local name answers at once: connected, or in line behind others, or there is nobody.
    return socket.state() != QLocalSocket::UnconnectedState;
}

bool SingleInstance::own()
{
    const bool leftBehind = QFileInfo::exists(QDir(QDir::tempPath()).filePath(m_name));
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return leftBehind;
}

} // namespace creel
