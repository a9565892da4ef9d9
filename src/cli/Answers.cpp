#include "cli/Answers.h"

#include "exchange/JsonWriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

template <class Value> void writeBytes(JsonWriter& json, QByteArrayView name, const Value& value)
{
    json.key(name);
    if (value)
        json.text(QByteArrayView(*value));
    else
        json.null();
}

void writeText(JsonWriter& json, QByteArrayView name, const QByteArray& value)
{
    json.key(name);
    if (value.isEmpty())
        json.null();
    else
        json.text(QByteArrayView(value));
}

/** By its name, or as a number where it has none. */
void writeSecret(JsonWriter& json, const std::optional<QString>& secret, const std::vector<bool>& named)
{
    json.key("secret");
    if (!secret) {
        json.null();
        return;
    }
    bool isNumber = false;
    const qint64 index = secret->toLongLong(&isNumber);
    const bool unnamed = isNumber && index >= 0 && index < qint64(named.size()) && !named[std::size_t(index)];
    if (unnamed)
        json.number(index);
    else
        json.text(*secret);
}

void writeWords(JsonWriter& json, QByteArrayView name, const QByteArrayList& words)
{
    json.key(name).beginArray();
    for (const QByteArray& word : words)
        json.text(QByteArrayView(word));
    json.endArray();
}

void writeCauses(JsonWriter& json, const std::vector<Cause>& causes)
{
    json.key("diagnosis").beginArray();
    for (const Cause& cause : causes) {
        json.beginObject().key("cause").text(QByteArrayView(cause.cause)).key("text").text(cause.text);
        if (!cause.causes.isEmpty())
            writeWords(json, "causes", cause.causes);
        if (cause.secret)
            json.key("secret").text(*cause.secret);
        if (!cause.ruledOut.isEmpty())
            writeWords(json, "ruled_out", cause.ruledOut);
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray verificationJson(
    const Verification& verification, const std::vector<bool>& namedSecrets, const Diagnosis& diagnosis)
{
    JsonWriter json;
    json.beginObject();
    json.key("verdict").text(QByteArrayView(toWord(verification.verdict())));
    json.key("signature").text(QByteArrayView(toWord(verification.signature)));
    json.key("freshness").text(QByteArrayView(toWord(verification.freshness)));
    json.key("age_s");
    if (verification.ageS)
        json.number(*verification.ageS);
    else
        json.null();
    writeText(json, "scheme", verification.scheme);
    writeText(json, "header", verification.header);
    writeSecret(json, verification.secret, namedSecrets);
    writeBytes(json, "expected", verification.expected);
    writeBytes(json, "received", verification.received);
    json.key("signed_content_base64");
    if (verification.signedContent)
        json.base64(*verification.signedContent);
    else
        json.null();
    json.key("reason").text(verification.reason);
    if (verification.verdict() != Verdict::Valid)
        writeCauses(json, diagnosis.causes);
    std::vector<Hint> hints = verification.hints;
    for (const Hint& hint : diagnosis.hints) {
        const auto same = [&](const Hint& other) { return other.hint == hint.hint; };
        if (std::none_of(hints.begin(), hints.end(), same))
            hints.push_back(hint);
    }
    if (!hints.empty()) {
        json.key("hints").beginArray();
        for (const Hint& hint : hints)
            json.beginObject().key("hint").text(QByteArrayView(hint.hint)).key("text").text(hint.text).endObject();
        json.endArray();
    }
    return json.endObject().take();
}

QByteArray signedJson(const Signed& answer)
{
    JsonWriter json;
    json.beginObject().key("headers").beginArray();
    for (const HeaderField& field : answer.headers)
        json.beginArray().text(QByteArrayView(field.name)).text(QByteArrayView(field.value)).endArray();
    json.endArray().key("body_base64").base64(answer.body);
    if (answer.url)
        json.key("url").text(QByteArrayView(*answer.url));
    return json.endObject().take();
}

QByteArray errorJson(const QString& text)
{
    JsonWriter json;
    return json.beginObject().key("error").text(text).endObject().take();
}

std::vector<bool> namedOf(const std::vector<NamedSecret>& secrets)
{
    std::vector<bool> named;
    for (const NamedSecret& secret : secrets)
        named.push_back(!secret.name.isEmpty());
    return named;
}

Judged judge(const DiagnosisInput& input)
{
    if (!input.scheme)
        return {unverified(QCoreApplication::translate("creel", "No scheme was given, so nothing was verified.")), {}};
    std::vector<NamedSecret> secrets;
    for (const NamedSecret& secret : input.secrets)
        secrets.push_back({secret.name, secret.value.clone()});
    const Verifier verifier(input.scheme, std::move(secrets), input.settings);
    Judged judged{verifier.verify(input.message, input.nowUs), {}};
    judged.diagnosis = diagnose(input, judged.verification);
    return judged;
}

Verification unverified(const QString& reason, const QByteArray& scheme)
{
    Verification verification;
    verification.scheme = scheme;
    verification.reason = reason;
    return verification;
}

} // namespace creel
