#include "Fuzz.h"

#include "payload/JsonDocument.h"
#include "payload/JsonPrinter.h"

using namespace creel;

namespace
{

/** Opens what is there, down to a bound; every node lies in its container, one behind the other. */
void walk(const JsonDocument& document)
{
    std::vector<JsonNode> open;
    if (const auto root = document.root())
        open.push_back(*root);
    for (int left = 2000; left > 0 && !open.empty(); --left) {
        const JsonNode node = open.back();
        open.pop_back();
        const JsonIndex index = document.open(node);
        qsizetype at = node.value.offset;
        for (const JsonNode& child : document.children(node, index, 0, 50)) {
            require(child.value.offset > at, "children are in order");
            at = child.value.offset + child.value.size;
            require(at <= node.value.offset + node.value.size || node.depth == 0, "a child lies in its container");
            document.name(child);
            open.push_back(child);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size).toByteArray();
    const JsonDocument document(bytes);
    const JsonReport report = document.validate();
    require(!report.error || report.error->offset <= bytes.size(), "an error lies in the text");
    walk(document);
    jsonAt(bytes, "/a/0");
    jsonAll(bytes, "/*/a");
    if (const auto without = jsonWithout(bytes, "a")) {
        require(without->size() < bytes.size(), "something was cut");
        require(report.error || !JsonDocument(*without).validate().error, "the rest is JSON");
    }
    require(!JsonDocument(jsonQuote(bytes)).validate().error, "a quoted text is JSON");

    QByteArray printed;
    JsonPrinter printer(bytes);
    while (printer.next(printed, 64))
        ;
    require(report.error.has_value() == (printer.brokenAt() >= 0), "printer and validation agree");
    if (!report.error) {
        QByteArray again;
        JsonPrinter second(printed);
        while (second.next(again, 4096))
            ;
        require(again == printed, "printing twice changes nothing");
    }
    return 0;
}
