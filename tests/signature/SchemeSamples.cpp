#include "SchemeSamples.h"

namespace creel
{
namespace
{

constexpr auto formType = "application/x-www-form-urlencoded";

struct Shape {
    const char* id;
    const char* type;
    const char* body;
    bool covers;
};

// Bodies of the schemes that read more than bytes. COVERED must be signed, LOOSE must not.
const Shape shapes[] = {
    {"webhookdo-envelope", "application/json",
        R"({"id":"evt_1COVERED","event_type":"LOOSE","payload":{"a":"COVERED"},"timestamp":"2026-01-02T03:00:00Z"})",
        true},
    {"webhookdo-envelope-payload", "application/json",
        R"({"id":"evt_1","event_type":"LOOSE","payload":{"a":"COVERED"},"timestamp":"2026-01-02T03:00:00Z"})", true},
    {"webhookdo-envelope-body", "application/json",
        R"({"id":"evt_1","event_type":"COVERED","payload":{"a":"COVERED"},"timestamp":"2026-01-02T03:00:00Z"})", true},
    {"mailgun", "application/json", R"({"event-data":{"event":"LOOSE"}})", false},
    {"linear", "application/json", R"({"action":"COVERED","webhookTimestamp":1767322800000})", true},
    {"adyen", "application/json",
        R"({"live":"false","notificationItems":[{"NotificationRequestItem":{"pspReference":"COVERED","reason":"LOOSE",)"
        R"("merchantAccountCode":"M","merchantReference":"R","amount":{"value":1130,"currency":"EUR"},)"
        R"("eventCode":"AUTHORISATION","success":"true"}},{"NotificationRequestItem":{"pspReference":"2COVERED",)"
        R"("additionalData":{"x":"LOOSE"},"success":"true"}}]})",
        true},
    {"aws-sns", "text/plain; charset=UTF-8",
        R"({"Type":"Notification","MessageId":"m","TopicArn":"arn","Subject":"COVERED","Message":"COVERED\n\u00fc",)"
        R"("Timestamp":"2026-01-02T03:00:00.000Z","SignatureVersion":"1","Extra":"LOOSE",)"
        R"("SigningCertURL":"https://sns.us-east-1.amazonaws.com/a.pem"})",
        true},
    {"microsoft-graph", "application/json", R"({"value":[{"id":"LOOSE"},{"id":"b"}]})", false},
    {"twilio", formType, "From=%2B1COVERED&To=b&Body=a+b", true},
    {"mandrill", formType, "mandrill_events=%5B%7B%22COVERED%22%7D%5D", true},
    {"plivo-v3", formType, "From=COVERED&To=b", true},
    {"paddle-classic", formType, "alert_id=1&alert_name=COVERED&email=a%40b", true},
    {"braintree", formType, "bt_payload=COVERED%0A", true},
    {"travis", formType, "payload=%7B%22COVERED%22%3A1%7D&other=LOOSE", true},
    {"dropbox-sign", "multipart/form-data; boundary=xyz",
        "--xyz\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n"
        "{\"event\":{\"event_time\":\"13COVERED\",\"event_type\":\"sent\",\"event_hash\":\"\"},\"x\":\"LOOSE\"}\r\n--"
        "xyz--\r\n",
        true},
    {"kinde", "application/jwt", R"({"type":"COVERED"})", true},
    {"twilio-json", "application/json", R"({"a":"COVERED"})", true},
    {"hygraph", "application/json", R"({"a":"COVERED"})", true},
};

bool coversNothing(const Scheme& scheme)
{
    using Part = TemplatePart::Kind;
    return scheme.isDeclarative() && !scheme.contentUses(Part::Body) && !scheme.contentUses(Part::Sha256Hex)
        && !scheme.contentUses(Part::Crc32);
}

} // namespace

SchemeSample sampleFor(const Scheme& scheme, qint64)
{
    SchemeSample sample;
    sample.message.method = "POST";
    sample.message.url = "https://hooks.example.com/in/abc?a=1&data.id=77";
    sample.message.headers.add("Host", "hooks.example.com");
    sample.message.headers.add("X-Unrelated", "LOOSE");
    for (const char* name : {"webhook_id", "public_key", "api_key", "client_key", "key"})
        sample.settings.insert(name, QByteArray("cfg-") + name);
    for (const Shape& shape : shapes) {
        if (scheme.id == shape.id) {
            sample.message.headers.add("Content-Type", shape.type);
            sample.message.body = shape.body;
            sample.coversBody = shape.covers;
            sample.anyBody = scheme.id == "twilio-json";
            return sample;
        }
    }
    sample.message.headers.add("Content-Type", "application/json");
    sample.message.body = R"({"event":"COVERED"})";
    sample.anyBody = true;
    const bool urlOnly = scheme.id == "plivo-v2" || scheme.id == "monday" || scheme.id == "google-pubsub"
        || scheme.id == "atlassian-connect";
    sample.coversBody = !urlOnly && !coversNothing(scheme);
    return sample;
}

} // namespace creel
