#pragma once

#include "signature/Verifier.h"
#include "signature/diagnosis/JsonLayout.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace creel
{

/** A body as it may have been signed, with what was then done to it on its way. */
struct BodyForm {
    QByteArrayList causes;
    QString detail; ///< fills the sentence of the first cause
    QByteArray bytes;
    bool usual = false; ///< a layout that a common library writes: tried even where combinations cost too much
};

/** False: enough. */
using BodySink = std::function<bool(const BodyForm&)>;

/**
 * Every other body that a received one may have been: laid out anew, with other line ends, encodings, compression.
 * Made one after the other when asked for, none twice. The message must outlive it.
 */
class BodyForms
{
public:
    /** `few`: fewer forms of numbers, where each form costs more than a hash. */
    explicit BodyForms(const SignedMessage& message, bool few = false);

    /** Those that exactly `count` causes (1 to 4) explain, likeliest first. False when the sink had enough. */
    bool each(int count, const BodySink& sink);
    /** The same for documents whose numbers were written again, too: many, and so apart. For 2 and 3 causes. */
    bool eachWithNumbers(int count, const BodySink& sink);

private:
    bool emitForm(QByteArrayList causes, QByteArray bytes, const QString& detail = {}, bool usual = false);
    bool emitBytes(const char* cause, QByteArray bytes, const QString& detail = {})
    {
        return emitForm({cause}, std::move(bytes), detail);
    }
    bool lineEnds();
    bool emptiness();
    bool layouts(int count, bool usual);
    bool layoutsWithEnds(int count);
    bool numbers();
    bool numbersInLayouts(int count);
    bool doubleEncoding();
    bool forms();
    bool charsets();
    bool base64();
    bool compression();

    const SignedMessage& m_message;
    const QByteArray& m_body;
    QByteArray m_before; ///< a byte order mark
    QByteArray m_core; ///< what stands between that and blanks at the end
    QByteArray m_after;
    std::optional<JsonText> m_json; ///< of the core, where it is a container
    qsizetype m_escapes = 0; ///< how many `\u` it has
    bool m_isJsonString = false;
    bool m_few = false;
    const BodySink* m_sink = nullptr;
    QSet<std::size_t> m_seen;
};

/** Other ways to write the same form, by what usual libraries escape. */
std::vector<QByteArray> otherFormEncodings(const QByteArray& body);
/** `name=value`, the value encoded in each of those ways. */
std::vector<QByteArray> formsWith(const QByteArray& name, const QByteArray& value);
std::vector<std::pair<QByteArray, QByteArray>> formFieldsOf(const QByteArray& body);

/** gzip and zlib streams that usual libraries make of these bytes. */
std::vector<QByteArray> deflatedForms(const QByteArray& body);
/** What was compressed, by the content coding that is named or by the look of the bytes. */
std::vector<QByteArray> inflatedForms(const QByteArray& body, const QByteArray& contentEncoding);

struct CharsetForm {
    QByteArray bytes;
    QString detail;
};
/** The same text in other character encodings. */
std::vector<CharsetForm> charsetForms(const QByteArray& body);

} // namespace creel
