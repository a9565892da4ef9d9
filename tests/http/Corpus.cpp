#include "Corpus.h"

#include <QFile>

#include <algorithm>

namespace
{

QByteArray unescaped(QByteArrayView text, qint64* mark, qsizetype before)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        switch (text[++i]) {
        case 'r':
            out += '\r';
            break;
        case 'n':
            out += '\n';
            break;
        case 't':
            out += '\t';
            break;
        case 's':
            out += ' ';
            break;
        case '0':
            out += '\0';
            break;
        case 'x':
            out += QByteArray::fromHex(text.sliced(i + 1, 2).toByteArray());
            i += 2;
            break;
        case '@':
            if (mark)
                *mark = before + out.size();
            break;
        case 'R': {
            const qsizetype comma = text.indexOf(',', i);
            const qsizetype end = text.indexOf('}', comma);
            const int count = text.sliced(i + 2, comma - i - 2).toByteArray().toInt();
            out += unescaped(text.sliced(comma + 1, end - comma - 1), nullptr, 0).repeated(count);
            i = end;
            break;
        }
        default:
            out += text[i];
        }
    }
    return out;
}

CorpusCase startCase(const QByteArray& line)
{
    CorpusCase made;
    QByteArrayList words = line.split(' ');
    while (!words.isEmpty()) {
        const QByteArray word = words.takeLast();
        const qint64 number = word.mid(word.indexOf('=') + 1).toLongLong();
        if (word.startsWith("head="))
            made.limits.headBytes = number;
        else if (word.startsWith("fields="))
            made.limits.headerFields = int(number);
        else if (word.startsWith("body="))
            made.limits.bodyBytes = number;
        else if (word == "eof")
            made.eof = true;
        else if (word == "nobody")
            made.noBody = true;
        else {
            words.append(word);
            break;
        }
    }
    made.name = words.join(' ');
    return made;
}

bool isField(const QByteArray& line)
{
    return line.contains(':') && !line.contains(" 1.0 ") && !line.contains(" 1.1 ") && !line.startsWith("framing ")
        && !line.startsWith("trailer ") && !line.startsWith("body ");
}

} // namespace

std::vector<CorpusCase> readCorpus(const QByteArray& name)
{
    QFile file(QStringLiteral(CREEL_TEST_DATA "/") + QString::fromLatin1(name));
    std::vector<CorpusCase> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith("=== ")) {
            cases.push_back(startCase(line.sliced(4)));
            continue;
        }
        CorpusCase& last = cases.back();
        if (line.startsWith("> "))
            last.expected.append(line.sliced(2));
        else
            last.bytes += unescaped(line, &last.faultAt, last.bytes.size());
    }
    return cases;
}

QByteArray escaped(QByteArrayView bytes)
{
    QByteArray out;
    for (const char c : bytes) {
        if (c == '\r')
            out += "\\r";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\\')
            out += "\\\\";
        else if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f)
            out += "\\x" + QByteArray(1, c).toHex();
        else
            out += c;
    }
    return out;
}

QByteArray faultName(creel::ParseFault fault)
{
    static constexpr const char* names[] = {"None", "TlsOnPlainPort", "Http2Preface", "BadMethod", "BadTarget",
        "BadVersion", "UnsupportedVersion", "BadStatusLine", "BareLf", "BareCr", "BlankBeforeFields", "ObsFold",
        "BadFieldName", "BlankBeforeColon", "MissingColon", "BadFieldValue", "MissingHost", "DuplicateHost", "BadHost",
        "BadContentLength", "DuplicateContentLength", "LengthAndTransferEncoding", "BadTransferEncoding",
        "TransferEncodingInHttp10", "BadConnection", "BadChunkSize", "BadChunkExtension", "ChunkLineTooLong",
        "BadChunkEnd", "FramingInTrailer", "HeadTooLarge", "TooManyFields", "BodyTooLarge", "Incomplete"};
    return names[int(fault)];
}

QByteArrayList askedLines(const QByteArrayList& lines, const QByteArrayList& expected)
{
    const auto any = [&](auto&& is) { return std::any_of(expected.begin(), expected.end(), is); };
    const auto isFraming = [](const QByteArray& line) { return line.startsWith("framing "); };
    const bool fields = any(isField);
    const bool framing = any(isFraming);
    QByteArrayList kept;
    for (const QByteArray& line : lines) {
        if ((fields || !isField(line)) && (framing || !isFraming(line)))
            kept += line;
    }
    return kept;
}
