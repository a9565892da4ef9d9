#include "delivery/BodySink.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

namespace creel
{

Result<void> BodySink::add(QByteArrayView piece)
{
    m_size += piece.size();
    if (!m_file && m_size > m_memoryBytes) {
        const Result<void> spilled = spill();
        if (!spilled)
            return spilled;
    }
    if (m_file)
        return writeFile(piece);
    m_memory.append(piece);
    return {};
}

Result<void> BodySink::spill()
{
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/creel-answer-XXXXXX"));
    file->setAutoRemove(false);
    if (!file->open())
        return Error{ErrorCode::Io,
            QCoreApplication::translate("creel", "Can't make a temporary file for the answer: %1")
                .arg(file->errorString())};
    m_spilled = std::make_shared<const SpilledBody>(file->fileName());
    m_file = std::move(file);
    const QByteArray memory = std::exchange(m_memory, {});
    return writeFile(memory);
}

Result<void> BodySink::writeFile(QByteArrayView piece)
{
    if (m_file->write(piece.data(), piece.size()) == piece.size())
        return {};
    return Error{ErrorCode::Io,
        QCoreApplication::translate("creel", "Can't write the answer to %1: %2")
            .arg(m_file->fileName(), m_file->errorString())};
}

Result<void> BodySink::finish(HttpResult& result)
{
    result.response.bodySize = m_size;
    if (!m_file) {
        result.response.body = std::move(m_memory);
        return {};
    }
    result.spilled = std::move(m_spilled);
    const bool flushed = m_file->flush();
    const QString why = m_file->errorString();
    m_file->close();
    if (flushed)
        return {};
    return Error{ErrorCode::Io,
        QCoreApplication::translate("creel", "Can't write the answer to %1: %2").arg(result.spilled->path(), why)};
}

} // namespace creel
