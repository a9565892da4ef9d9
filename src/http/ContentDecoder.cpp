#include "http/ContentDecoder.h"

#include "base/Text.h"
#include "http/ContentStages.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace creel
{
namespace
{

constexpr std::size_t mostCodings = 5;

struct Step {
    std::unique_ptr<ContentStage> stage;
    QByteArray coding;
    qint64 made = 0;
};

} // namespace

struct ContentDecoder::Private {
    std::vector<Step> steps; ///< in the order of decoding: the last coding of the field first
    qint64 maxBytes = 0;
    qint64 fed = 0;
    qint64 copied = 0;
    bool limitReached = false;
    std::optional<Error> error;

    Error limitError() const
    {
        return {ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The decoded body is larger than the limit of %1 bytes")
                .arg(maxBytes)};
    }

    Error broken(const Step& step) const
    {
        return {ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The body is not valid %1 (byte %2)")
                .arg(QString::fromLatin1(step.coding), QString::number(step.stage->offset()))};
    }

    /** Runs `in` through the steps from `index` on; false after an error. */
    bool run(std::size_t index, QByteArrayView in, QByteArray& out)
    {
        if (index == steps.size()) {
            const qsizetype taken = qsizetype(qMin(qint64(in.size()), maxBytes - copied));
            out.append(in.first(taken));
            copied += taken;
            if (taken < in.size())
                setLimit();
            return taken == in.size();
        }
        Step& step = steps[index];
        const StageResult result = step.stage->push(in, [&](QByteArrayView piece) {
            step.made += piece.size();
            if (index + 1 < steps.size() && step.made > maxBytes) {
                setLimit();
                return false;
            }
            return run(index + 1, piece, out);
        });
        if (result == StageResult::Broken)
            error = broken(step);
        return result == StageResult::Ok;
    }

    void setLimit()
    {
        limitReached = true;
        error = limitError();
    }
};

ContentDecoder::ContentDecoder(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

ContentDecoder::ContentDecoder(ContentDecoder&&) noexcept = default;
ContentDecoder& ContentDecoder::operator=(ContentDecoder&&) noexcept = default;
ContentDecoder::~ContentDecoder() = default;

Result<ContentDecoder> ContentDecoder::make(QByteArrayView contentEncoding, qint64 maxBytes)
{
    auto made = std::make_unique<Private>();
    made->maxBytes = maxBytes;
    for (const QByteArray& word : contentEncoding.toByteArray().split(',')) {
        const QByteArray coding = asciiLower(trimOws(word));
        if (coding.isEmpty() || coding == "identity")
            continue;
        auto stage = makeContentStage(coding);
        if (!stage) {
            return Error{ErrorCode::Unsupported,
                QCoreApplication::translate("creel",
                    "The body is encoded as \"%1\", which Creel cannot decode: it shows the bytes as they came")
                    .arg(toVisible(toText(coding), 40))};
        }
        if (made->steps.size() == mostCodings)
            return Error{
                ErrorCode::Invalid, QCoreApplication::translate("creel", "The body is encoded more than five times")};
        made->steps.push_back(Step{std::move(stage), coding, 0});
    }
    std::reverse(made->steps.begin(), made->steps.end());
    return ContentDecoder(std::move(made));
}

Result<void> ContentDecoder::decode(QByteArrayView piece, QByteArray& out)
{
    if (d->error)
        return *d->error;
    if (piece.isEmpty())
        return {};
    d->fed += piece.size();
    if (!d->run(0, piece, out))
        return *d->error;
    return {};
}

Result<void> ContentDecoder::finish()
{
    if (d->error)
        return *d->error;
    if (d->fed == 0)
        return {};
    for (const Step& step : d->steps) {
        if (!step.stage->isComplete()) {
            d->error = Error{ErrorCode::Invalid,
                QCoreApplication::translate("creel", "The %1 data of the body are cut off (byte %2)")
                    .arg(QString::fromLatin1(step.coding), QString::number(step.stage->offset()))};
            return *d->error;
        }
    }
    return {};
}

bool ContentDecoder::limitReached() const
{
    return d->limitReached;
}

DecodedContent decodeContent(QByteArrayView contentEncoding, QByteArrayView body, qint64 maxBytes)
{
    DecodedContent content;
    auto decoder = ContentDecoder::make(contentEncoding, maxBytes);
    if (!decoder) {
        content.error = decoder.error();
        return content;
    }
    Result<void> result = decoder->decode(body, content.bytes);
    if (result)
        result = decoder->finish();
    if (!result)
        content.error = result.error();
    content.limitReached = decoder->limitReached();
    return content;
}

} // namespace creel
