#pragma once

// Private to ContentDecoder.cpp: one class for each coding, over zlib, brotli and zstd.

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace creel
{

enum class StageResult { Ok, Broken, Stopped };

/** Undoes one coding, in pieces. */
class ContentStage
{
public:
    /** Takes what came out; false stops the stage. */
    using Sink = std::function<bool(QByteArrayView)>;

    virtual ~ContentStage() = default;
    virtual StageResult push(QByteArrayView in, const Sink& sink) = 0;
    /** The data are whole. */
    virtual bool isComplete() const = 0;

    /** Bytes of input used so far; after Broken, where it is broken (as near as the library tells). */
    qint64 offset() const { return m_offset; }

protected:
    qint64 m_offset = 0;
};

/** gzip, deflate, br, zstd or one of their old names in lower case; null for any other. */
std::unique_ptr<ContentStage> makeContentStage(QByteArrayView coding);

} // namespace creel
