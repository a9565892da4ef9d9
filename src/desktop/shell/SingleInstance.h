#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace creel
{

/** Makes one process the owner of a workspace's window; a second start asks the owner to show it. */
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString& workspaceFile, QObject* parent = nullptr);

    /** True where another process owns it and was asked to come to the front. */
    bool raiseOther() const;
    /** Becomes the owner. True where the one before did not end by itself: what it listened on is still there. */
    bool own();
    QString name() const { return m_name; }

signals:
    void raiseWanted();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace creel
