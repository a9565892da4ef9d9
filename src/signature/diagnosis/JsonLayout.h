#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace creel
{

/** How a JSON text is laid out and its strings are written: what a library does when it writes a document again. */
struct JsonLayout {
    enum class Blanks : quint8 {
        Compact, ///< JSON.stringify, PHP, Go
        Python, ///< `", "` and `": "`: json.dumps, Ruby's and .NET's one-line forms
        Indent2,
        Indent4,
        IndentTab,
        ColonSpace, ///< `,` and `": "`
        CommaSpace, ///< `", "` and `:`
        Indent1,
        Indent3,
        Indent8,
        Jackson, ///< Java's: `"key" : value`, an indent of two, arrays in one line as `[ 1, 2 ]`
        Swift, ///< Apple's: `"key" : value`, an indent of two, an empty line in what is empty
        Qt, ///< QJsonDocument's: an indent of four, a line end in what is empty
    };
    enum class Keys : quint8 {
        Keep,
        Sorted, ///< by their bytes
        ByLength, ///< the shorter first, as PostgreSQL's jsonb and MySQL keep them
    };
    enum class Unicode : quint8 {
        Keep, ///< as each string stands
        Raw, ///< every escape above U+007F, and `\u003c` and its like, undone
        Escaped, ///< `\uxxxx`, lower-case hex, above U+007F
        EscapedUpper, ///< the same in upper-case hex
        EscapedHtml, ///< `<`, `>`, `&` (and U+2028, U+2029) escaped, as Go's encoding/json does; the rest raw
        EscapedGson, ///< those and `=`, `'` in lower-case hex, as Gson does; the rest raw
        EscapedHtmlQuotes, ///< above U+007F and `<>&'"+` as System.Text.Json does, upper-case hex
        EscapedTags, ///< above U+007F in lower-case and `<>&'"` in upper-case hex, as Symfony's JsonResponse does
    };
    enum class Slashes : quint8 { Keep, Escaped, Raw };
    Blanks blanks = Blanks::Compact;
    Unicode unicode = Unicode::Keep;
    Slashes slashes = Slashes::Keep;
    Keys keys = Keys::Keep;
    bool crlf = false; ///< the line ends of an indented layout, as Windows has them
};

/** A JSON document taken apart once and written in many layouts. Numbers keep their text. */
class JsonText
{
public:
    /** Nothing where the text is not one whole JSON document of at most `maxNodes` values. */
    static std::optional<JsonText> parse(QByteArrayView document, qsizetype maxNodes = 200'000);

    /** `numbers`: other texts for its numbers, an empty one keeps its own; null keeps all. */
    QByteArray write(const JsonLayout& layout, const std::vector<QByteArray>* numbers = nullptr) const;
    /** The layout of the blanks that the document itself has; nothing where no layout here writes it so. */
    std::optional<JsonLayout::Blanks> blanks() const { return m_blanks; }
    /** Its lines end with CRLF. */
    bool hasCrlf() const { return m_crlf; }
    bool isContainer() const;
    bool hasUnicodeEscapes() const { return m_hasEscapes; }
    bool hasRawUnicode() const { return m_hasRaw; }
    bool hasHtml() const { return m_hasHtml; }
    bool hasSlash() const { return m_hasSlash; }
    bool hasEscapedSlash() const { return m_hasEscapedSlash; }
    /** Where the texts of its numbers stand in the document. */
    const std::vector<QByteArrayView>& numbers() const { return m_numbers; }
    /** The key that each number stands under, through arrays too; with its quotes, empty where there is none. */
    const std::vector<QByteArrayView>& numberKeys() const { return m_numberKeys; }
    QByteArrayView document() const { return m_document; }

private:
    struct Node {
        char kind = 0; ///< `{`, `[`, `"` or `0` for anything else
        QByteArrayView text; ///< of a scalar
        QByteArrayView key; ///< with its quotes, in an object
        int firstChild = -1;
        int nextSibling = -1;
        int number = -1; ///< which of the numbers it is
    };
    struct Writing; ///< one run of `write`
    int build(class JsonScan& scan, QByteArrayView key, int depth, qsizetype maxNodes);
    void note(QByteArrayView string);
    std::vector<int> childrenOf(const Node& node, JsonLayout::Keys keys) const;
    std::vector<Node> m_nodes;
    std::vector<QByteArrayView> m_numbers;
    std::vector<QByteArrayView> m_numberKeys;
    QByteArrayView m_document;
    std::optional<JsonLayout::Blanks> m_blanks;
    bool m_crlf = false;
    bool m_hasEscapes = false;
    bool m_hasRaw = false;
    bool m_hasHtml = false;
    bool m_hasSlash = false;
    bool m_hasEscapedSlash = false;
};

/** The content of a JSON string (without quotes) written in another way. */
QByteArray rewriteJsonString(QByteArrayView content, JsonLayout::Unicode unicode, JsonLayout::Slashes slashes);

} // namespace creel
