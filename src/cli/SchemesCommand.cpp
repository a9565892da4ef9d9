#include "cli/Arguments.h"
#include "exchange/JsonWriter.h"
#include "signature/Scheme.h"

#include <algorithm>

namespace creel
{
namespace
{

void writeNames(JsonWriter& json, QByteArrayView key, const QByteArrayList& names)
{
    json.key(key).beginArray();
    for (const QByteArray& name : names)
        json.text(QByteArrayView(name));
    json.endArray();
}

QByteArrayList placesOf(const Scheme& scheme)
{
    QByteArrayList places;
    for (const Locator& place : scheme.signature)
        places += place.text();
    return places;
}

QByteArray schemeJson(const Scheme& scheme)
{
    JsonWriter json;
    json.beginObject();
    json.key("id").text(QByteArrayView(scheme.id));
    json.key("name").text(scheme.name);
    json.key("kind").text(QByteArrayView(scheme.kind));
    json.key("algorithm").text(QByteArrayView(toWord(scheme.algorithm)));
    json.key("encoding").text(QByteArrayView(toWord(scheme.encoding)));
    writeNames(json, "signature", placesOf(scheme));
    json.key("tolerance_s");
    if (scheme.timestamp && scheme.timestamp->toleranceS)
        json.number(*scheme.timestamp->toleranceS);
    else
        json.null();
    writeNames(json, "settings", scheme.settings);
    json.key("public_key").boolean(scheme.isAsymmetric());
    json.key("confidence").text(QByteArrayView(scheme.confidence));
    json.key("built_in").boolean(scheme.builtIn);
    json.key("notes").text(scheme.notes);
    json.key("source").text(scheme.source);
    return json.endObject().take();
}

/** Columns as wide as their widest entry. */
QByteArray table(const SchemeCatalog& catalog)
{
    qsizetype id = 0;
    qsizetype algorithm = 0;
    for (const auto& scheme : catalog.all()) {
        id = qMax(id, scheme->id.size());
        algorithm = qMax(algorithm, toWord(scheme->algorithm).size());
    }
    QByteArray out;
    for (const auto& scheme : catalog.all()) {
        out += scheme->id.leftJustified(id + 2) + toWord(scheme->algorithm).leftJustified(algorithm + 2)
            + scheme->name.toUtf8() + '\n';
    }
    return out;
}

void runSchemes(CommandContext& context)
{
    const auto catalog = loadCatalog();
    for (const QString& problem : catalog->problems())
        context.console.message(problem);
    bool written = true;
    if (context.json) {
        for (const auto& scheme : catalog->all())
            written = written && context.console.write(schemeJson(*scheme) + '\n');
    } else {
        written = context.console.write(table(*catalog));
    }
    context.finish(written && context.console.flush() ? exitDone : exitFailed);
}

} // namespace

void addSchemesCommand(CLI::App& app, CommandLine& line)
{
    CLI::App* command = addCommand(
        app, line, "schemes", "Lists the signature schemes", "creel-cli schemes --json | grep '\"id\":\"stripe\"'");
    command->callback([&line] { line.run = runSchemes; });
}

} // namespace creel
