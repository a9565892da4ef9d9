#pragma once

#include "base/Result.h"
#include "delivery/HttpTypes.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace creel
{

/** Takes a body in pieces: in memory up to a limit, then in a temporary file (mode 0600). */
class BodySink
{
public:
    explicit BodySink(qint64 memoryBytes)
        : m_memoryBytes(memoryBytes)
    {
    }

    Result<void> add(QByteArrayView piece);
    qint64 size() const { return m_size; }
    /** Moves what was taken into the result. */
    Result<void> finish(HttpResult& result);

private:
    Result<void> spill();
    Result<void> writeFile(QByteArrayView piece);

    qint64 m_memoryBytes;
    qint64 m_size = 0;
    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
    std::shared_ptr<const SpilledBody> m_spilled;
};

} // namespace creel
