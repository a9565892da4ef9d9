#pragma once

#include "base/Error.h"
#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace creel
{

/**
 * Undoes Content-Encoding (RFC 9110, section 8.4): gzip (many members too), deflate (zlib, and raw as some send it),
 * br, zstd (window up to 8 MB, RFC 9659), identity, and up to five of them one after the other. Streaming; never more
 * than `maxBytes` come out, of the last coding or of one in between. Not thread-safe.
 */
class ContentDecoder
{
public:
    /** `contentEncoding` is the field's value, several fields joined by commas; empty means identity. */
    static Result<ContentDecoder> make(QByteArrayView contentEncoding, qint64 maxBytes);
    ContentDecoder(ContentDecoder&&) noexcept;
    ContentDecoder& operator=(ContentDecoder&&) noexcept;
    ~ContentDecoder();

    /**
     * Adds to `out` what `piece` gives. An error names the coding and the byte of its input; what came out before it is
     * in `out` and right. After an error the decoder is done.
     */
    Result<void> decode(QByteArrayView piece, QByteArray& out);
    /** The input has ended: an error where the data are cut off. No input at all is taken as an empty body. */
    Result<void> finish();

    /** The error was that `maxBytes` is reached. */
    bool limitReached() const;

private:
    struct Private;
    explicit ContentDecoder(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

/** What came out of a whole body, also where it ended in an error. */
struct DecodedContent {
    QByteArray bytes;
    std::optional<Error> error;
    bool limitReached = false;
};

DecodedContent decodeContent(QByteArrayView contentEncoding, QByteArrayView body, qint64 maxBytes);

} // namespace creel
