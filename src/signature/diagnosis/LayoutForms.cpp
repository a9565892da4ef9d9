// How a JSON document may have been laid out before a library parsed and wrote it.
#include "signature/diagnosis/LayoutForms.h"

#include "base/CoreText.h"

#include <utility>

namespace creel
{
namespace
{

using Blanks = JsonLayout::Blanks;
using Keys = JsonLayout::Keys;
using Slashes = JsonLayout::Slashes;
using Unicode = JsonLayout::Unicode;

QString styleName(Blanks blanks)
{
    switch (blanks) {
    case Blanks::Python:
        return CoreText::tr("with a blank after each comma and colon");
    case Blanks::Indent1:
        return CoreText::tr("with an indent of one blank");
    case Blanks::Indent2:
        return CoreText::tr("with an indent of two blanks");
    case Blanks::Indent3:
        return CoreText::tr("with an indent of three blanks");
    case Blanks::Indent4:
    case Blanks::Qt:
        return CoreText::tr("with an indent of four blanks");
    case Blanks::Indent8:
        return CoreText::tr("with an indent of eight blanks");
    case Blanks::IndentTab:
        return CoreText::tr("with an indent of tabs");
    case Blanks::Jackson:
    case Blanks::Swift:
        return CoreText::tr("with an indent of two blanks, and a blank before each colon");
    case Blanks::ColonSpace:
        return CoreText::tr("with a blank after each colon");
    case Blanks::CommaSpace:
        return CoreText::tr("with a blank after each comma");
    case Blanks::Compact:
        break;
    }
    return CoreText::tr("without blanks");
}

/** What was done to the layout on the way, named by the layout that arrived. */
QByteArray layoutCause(const JsonText& json)
{
    if (json.blanks() == Blanks::Compact)
        return "body_reserialized_compact";
    return json.document().contains('\n') ? "body_indented" : "body_reserialized_python";
}

/** Whether more was escaped on the way, or less, tells the number of escapes in what comes out. */
std::vector<std::pair<Unicode, QByteArray>> unicodeForms(const JsonText& json)
{
    std::vector<std::pair<Unicode, QByteArray>> forms{{Unicode::Keep, {}}};
    if (json.hasUnicodeEscapes())
        forms.emplace_back(Unicode::Raw, "body_unicode_escaped");
    if (json.hasRawUnicode() || json.hasUnicodeEscapes()) {
        forms.emplace_back(Unicode::Escaped, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedUpper, "body_unicode_unescaped");
    }
    if (json.hasHtml() || json.hasRawUnicode() || json.hasUnicodeEscapes()) {
        forms.emplace_back(Unicode::EscapedHtml, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedGson, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedHtmlQuotes, "body_unicode_unescaped");
        forms.emplace_back(Unicode::EscapedTags, "body_unicode_unescaped");
    }
    return forms;
}

std::vector<std::pair<Slashes, QByteArray>> slashForms(const JsonText& json)
{
    std::vector<std::pair<Slashes, QByteArray>> forms{{Slashes::Keep, {}}};
    if (json.hasEscapedSlash())
        forms.emplace_back(Slashes::Raw, "body_slashes_escaped");
    if (json.hasSlash())
        forms.emplace_back(Slashes::Escaped, "body_slashes_unescaped");
    return forms;
}

/** Blanks and line ends, likeliest first. */
constexpr std::pair<Blanks, bool> lineStyles[] = {{Blanks::Compact, false}, {Blanks::Indent2, false},
    {Blanks::Python, false}, {Blanks::Indent4, false}, {Blanks::Indent2, true}, {Blanks::IndentTab, false},
    {Blanks::ColonSpace, false}, {Blanks::CommaSpace, false}, {Blanks::Jackson, false}, {Blanks::Swift, false},
    {Blanks::Qt, false}, {Blanks::Indent4, true}, {Blanks::Jackson, true}, {Blanks::IndentTab, true},
    {Blanks::Indent3, false}, {Blanks::Indent1, false}, {Blanks::Indent8, false}};

bool isUsual(const JsonLayout& layout)
{
    if (layout.keys == Keys::ByLength
        || (layout.blanks != Blanks::Compact && layout.blanks != Blanks::Python && layout.blanks != Blanks::Indent2
            && layout.blanks != Blanks::Indent4))
        return false;
    switch (layout.unicode) {
    case Unicode::EscapedHtml: // Go, Rails, Gson and .NET leave slashes alone
    case Unicode::EscapedGson:
    case Unicode::EscapedHtmlQuotes:
        return layout.slashes != Slashes::Escaped;
    case Unicode::EscapedTags:
        return layout.slashes != Slashes::Raw;
    case Unicode::EscapedUpper:
        return false;
    default:
        return true;
    }
}

} // namespace

std::vector<LayoutForm> layoutForms(const JsonText& json, int count)
{
    std::vector<LayoutForm> forms;
    const QByteArray blanksCause = layoutCause(json);
    for (const Keys keys : {Keys::Keep, Keys::Sorted, Keys::ByLength}) {
        for (const auto& [slashes, slashCause] : slashForms(json)) {
            for (const auto& [unicode, unicodeCause] : unicodeForms(json)) {
                for (const auto& [blanks, crlf] : lineStyles) {
                    LayoutForm form{{blanks, unicode, slashes, keys, crlf}, {}, {}};
                    if (blanks != json.blanks()) {
                        form.causes << blanksCause;
                        form.detail = styleName(blanks);
                    } else if (crlf != json.hasCrlf() && json.document().contains('\n')) {
                        form.causes << "crlf";
                    }
                    if (keys != Keys::Keep)
                        form.causes << "body_sorted_keys";
                    if (!unicodeCause.isEmpty())
                        form.causes << unicodeCause;
                    if (!slashCause.isEmpty())
                        form.causes << slashCause;
                    form.usual = isUsual(form.layout);
                    if (form.causes.size() == count)
                        forms.push_back(std::move(form));
                }
            }
        }
    }
    return forms;
}

} // namespace creel
