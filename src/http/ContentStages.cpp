#include "http/ContentStages.h"

#include <QByteArray>
#include <QtEndian>

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <array>

namespace creel
{
namespace
{

constexpr std::size_t outBytes = 32 * 1024;
using OutBuffer = std::array<char, outBytes>;

/** zlib takes at most 4 GB at once; a piece is never near that, but the type is. */
constexpr qsizetype mostIn = 1 << 30;

class InflateStage final : public ContentStage
{
public:
    explicit InflateStage(bool gzip)
        : m_gzip(gzip)
    {
        if (gzip)
            start(15 + 16);
    }
    ~InflateStage() override
    {
        if (m_started)
            inflateEnd(&m_stream);
    }
    InflateStage(const InflateStage&) = delete;
    InflateStage& operator=(const InflateStage&) = delete;

    StageResult push(QByteArrayView in, const Sink& sink) override
    {
        if (!m_started) {
            // Two bytes tell the zlib form from the raw one (RFC 1950, section 2.2).
            const qsizetype taken = qMin(in.size(), 2 - m_first.size());
            m_first.append(in.first(taken));
            in = in.sliced(taken);
            if (m_first.size() < 2)
                return StageResult::Ok;
            const auto first = static_cast<unsigned char>(m_first[0]);
            const auto second = static_cast<unsigned char>(m_first[1]);
            const bool zlib = (first & 0x0fU) == 8 && (first * 256U + second) % 31 == 0;
            start(zlib ? 15 : -15);
            if (const StageResult result = inflateAll(m_first, sink); result != StageResult::Ok)
                return result;
        }
        for (; in.size() > mostIn; in = in.sliced(mostIn)) {
            if (const StageResult result = inflateAll(in.first(mostIn), sink); result != StageResult::Ok)
                return result;
        }
        return inflateAll(in, sink);
    }

    bool isComplete() const override { return m_ended; }

private:
    void start(int windowBits) { m_started = inflateInit2(&m_stream, windowBits) == Z_OK; }

    StageResult inflateAll(QByteArrayView in, const Sink& sink)
    {
        if (!m_started)
            return StageResult::Broken;
        OutBuffer out;
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
        m_stream.avail_in = uInt(in.size());
        bool full = false;
        while (m_stream.avail_in > 0 || full) {
            if (m_ended) {
                // The next member of a gzip file; anything else does not belong here.
                if (!m_gzip)
                    return StageResult::Broken;
                inflateReset(&m_stream);
                m_ended = false;
            }
            m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
            m_stream.avail_out = uInt(out.size());
            const uInt before = m_stream.avail_in;
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            m_offset += before - m_stream.avail_in;
            const auto made = qsizetype(out.size() - m_stream.avail_out);
            if (made > 0 && !sink(QByteArrayView(out.data(), made)))
                return StageResult::Stopped;
            m_ended = code == Z_STREAM_END;
            full = m_stream.avail_out == 0 && !m_ended;
            if (code == Z_BUF_ERROR)
                break;
            if (code != Z_OK && !m_ended)
                return StageResult::Broken;
        }
        return StageResult::Ok;
    }

    z_stream m_stream{};
    bool m_gzip;
    bool m_started = false;
    bool m_ended = false;
    QByteArray m_first;
};

class BrotliStage final : public ContentStage
{
public:
    StageResult push(QByteArrayView in, const Sink& sink) override
    {
        OutBuffer out;
        auto left = std::size_t(in.size());
        const auto* next = reinterpret_cast<const std::uint8_t*>(in.data());
        while (true) {
            if (isComplete())
                return left == 0 ? StageResult::Ok : StageResult::Broken;
            std::size_t room = out.size();
            auto* target = reinterpret_cast<std::uint8_t*>(out.data());
            const std::size_t before = left;
            const BrotliDecoderResult code =
                BrotliDecoderDecompressStream(m_state.get(), &left, &next, &room, &target, nullptr);
            m_offset += qint64(before - left);
            const auto made = qsizetype(out.size() - room);
            if (made > 0 && !sink(QByteArrayView(out.data(), made)))
                return StageResult::Stopped;
            if (code == BROTLI_DECODER_RESULT_ERROR)
                return StageResult::Broken;
            if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
                return StageResult::Ok;
        }
    }

    bool isComplete() const override { return BrotliDecoderIsFinished(m_state.get()); }

private:
    struct Free {
        void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
    };
    std::unique_ptr<BrotliDecoderState, Free> m_state{BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

class ZstdStage final : public ContentStage
{
public:
    ZstdStage() { ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, 23); }

    StageResult push(QByteArrayView in, const Sink& sink) override
    {
        while (!in.isEmpty()) {
            if (!m_headerRead) {
                const qsizetype taken = qMin(in.size(), headerSize() - m_header.size());
                m_header.append(in.first(taken));
                in = in.sliced(taken);
                m_complete = false;
                if (m_header.size() >= magicBytes && !isFrame())
                    return StageResult::Broken;
                if (m_header.size() < headerSize())
                    continue;
                m_headerRead = true;
                QByteArrayView header(m_header);
                if (const StageResult result = decodeFrame(header, sink); result != StageResult::Ok)
                    return result;
            } else if (const StageResult result = decodeFrame(in, sink); result != StageResult::Ok) {
                return result;
            }
            if (m_complete) {
                m_header.clear();
                m_headerRead = false;
            }
        }
        return StageResult::Ok;
    }

    bool isComplete() const override { return m_complete; }

private:
    struct Free {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };

    static constexpr qsizetype magicBytes = 4;

    /**
     * What the library must get in one piece: where a header comes in two, and the second looks like a frame of its
     * own, libzstd 1.5.4 decodes that one (its shortcut for a frame that is whole in the input looks at the last piece
     * alone).
     */
    qsizetype headerSize() const
    {
        if (m_header.size() < magicBytes)
            return magicBytes;
        if (isSkippable())
            return 8;
        if (m_header.size() == magicBytes)
            return magicBytes + 1;
        const auto descriptor = static_cast<unsigned char>(m_header[magicBytes]); // RFC 8878, section 3.1.1.1.1
        const bool singleSegment = (descriptor >> 5U & 1U) != 0;
        const unsigned contentSize = descriptor >> 6U;
        const unsigned dictionary = descriptor & 3U;
        return magicBytes + 1 + (singleSegment ? 0 : 1) + (dictionary == 3 ? 4 : dictionary)
            + (contentSize == 0 ? qsizetype(singleSegment) : qsizetype(1) << contentSize);
    }

    quint32 magic() const { return qFromLittleEndian<quint32>(m_header.constData()); }
    bool isSkippable() const { return (magic() & 0xFFFFFFF0U) == 0x184D2A50U; }
    /** A frame or a skippable one (RFC 8878, section 3.1): the library would read its own older formats too. */
    bool isFrame() const { return magic() == 0xFD2FB528U || isSkippable(); }

    /** Decodes until the end of the frame or of `in`, and leaves in `in` what follows. */
    StageResult decodeFrame(QByteArrayView& in, const Sink& sink)
    {
        OutBuffer out;
        ZSTD_inBuffer input{in.data(), std::size_t(in.size()), 0};
        bool full = false;
        while (input.pos < input.size || full) {
            ZSTD_outBuffer output{out.data(), out.size(), 0};
            const std::size_t before = input.pos;
            const std::size_t code = ZSTD_decompressStream(m_context.get(), &output, &input);
            m_offset += qint64(input.pos - before);
            if (ZSTD_isError(code))
                return StageResult::Broken;
            m_complete = code == 0;
            if (output.pos > 0 && !sink(QByteArrayView(out.data(), qsizetype(output.pos))))
                return StageResult::Stopped;
            if (m_complete)
                break;
            full = output.pos == output.size;
        }
        in = in.sliced(qsizetype(input.pos));
        return StageResult::Ok;
    }

    std::unique_ptr<ZSTD_DCtx, Free> m_context{ZSTD_createDCtx()};
    QByteArray m_header; ///< of the present frame, as far as it has come
    bool m_headerRead = false;
    bool m_complete = false;
};

} // namespace

std::unique_ptr<ContentStage> makeContentStage(QByteArrayView coding)
{
    if (coding == QByteArrayView("gzip") || coding == QByteArrayView("x-gzip"))
        return std::make_unique<InflateStage>(true);
    if (coding == QByteArrayView("deflate"))
        return std::make_unique<InflateStage>(false);
    if (coding == QByteArrayView("br"))
        return std::make_unique<BrotliStage>();
    if (coding == QByteArrayView("zstd"))
        return std::make_unique<ZstdStage>();
    return nullptr;
}

} // namespace creel
