#pragma once

#include "base/Error.h"
#include "http/HeaderList.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace creel
{

/** One part; its data are `size` bytes at `offset` of the body. */
struct MultipartPart {
    HeaderList headers;
    QByteArray name; ///< of Content-Disposition (RFC 7578, section 4.2), quotes undone, else empty
    std::optional<QByteArray> fileName; ///< as the sender wrote it: never use it as a path
    QByteArray contentType; ///< the field's value, `text/plain` where there is none (section 4.4)
    qsizetype offset = 0;
    qsizetype size = 0;
};

/**
 * Reads a multipart body (RFC 2046, section 5.1; RFC 7578) part by part. Preamble and epilogue are passed over. Nothing
 * is copied but headers; the bytes must outlive the reader.
 */
class MultipartReader
{
public:
    struct Limits {
        int parts = 1'000;
        qsizetype headBytes = 16 * 1024; ///< of one part
        int headerFields = 64; ///< of one part
    };

    /** `contentType` is the value of the message's field, with its boundary. */
    MultipartReader(QByteArrayView contentType, QByteArrayView body);
    MultipartReader(QByteArrayView contentType, QByteArrayView body, const Limits& limits);

    /** The next part, or nothing at the end or at an error. */
    std::optional<MultipartPart> next();
    /** Why there is no further part, with the byte offset; nothing where the body ended as it should. */
    const std::optional<Error>& error() const { return m_error; }

private:
    struct Delimiter {
        qsizetype start = -1; ///< of the CRLF before it, or of the body
        qsizetype end = 0; ///< after its line
        bool last = false;
    };
    Delimiter findDelimiter(qsizetype from) const;
    bool readHead(MultipartPart& part, QByteArrayView head, qsizetype offset);
    std::optional<MultipartPart> fail(const char* sentence, qsizetype offset);

    QByteArrayView m_body;
    Limits m_limits;
    QByteArray m_mark; ///< `--boundary`
    Delimiter m_open;
    int m_parts = 0;
    std::optional<Error> m_error;
};

/**
 * The value of a parameter of a field like Content-Type or Content-Disposition (RFC 9110, section 5.6.6); the name
 * without regard to letter case, quotes and backslashes undone. Nothing where there is none.
 */
std::optional<QByteArray> fieldParameter(QByteArrayView value, QByteArrayView name);

} // namespace creel
