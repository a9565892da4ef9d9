#pragma once

#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

namespace creel::test
{

/** A disk of 8 MB, mounted for the test. */
class SmallDisk
{
public:
    SmallDisk()
    {
#ifdef Q_OS_LINUX
        m_mounted =
            m_folder.isValid() && ::mount("creel-test", qPrintable(m_folder.path()), "tmpfs", 0, "size=8m") == 0;
#endif
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_mounted)
            ::umount2(qPrintable(m_folder.path()), MNT_DETACH);
#endif
    }
    bool isMounted() const
    {
        return m_mounted;
    }
    bool setReadOnly(bool readOnly) const
    {
#ifdef Q_OS_LINUX
        return ::mount("creel-test", qPrintable(m_folder.path()), "tmpfs",
                   MS_REMOUNT | (readOnly ? static_cast<unsigned long>(MS_RDONLY) : 0UL), "size=8m")
            == 0;
#else
        return !readOnly;
#endif
    }
    QString path(const QString& name) const
    {
        return m_folder.filePath(name);
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace creel::test
