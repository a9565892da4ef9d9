#include "cli/Batch.h"

#include "base/Clock.h"
#include "cli/Answers.h"
#include "exchange/JsonValue.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

QString badMember(const char* name)
{
    return QCoreApplication::translate("creel", "The member \"%1\" cannot be read.").arg(QLatin1String(name));
}

/** One line, as values. */
struct Job {
    std::shared_ptr<const Scheme> scheme;
    SignedMessage message;
    std::vector<NamedSecret> secrets;
    SchemeSettings settings;
    QByteArray id;
    qint64 nowUs = 0;
};

/** Empty where the member is absent; notes a problem where it is no string. */
QByteArray textMember(const JsonValue& line, const char* name, QString& problem)
{
    const JsonValue* value = line.find(name);
    if (value && !value->isString() && problem.isEmpty())
        problem = badMember(name);
    return value ? value->text() : QByteArray();
}

void readHeaders(const JsonValue& line, HeaderList& headers, QString& problem)
{
    const JsonValue* list = line.find("headers");
    if (!list)
        return;
    if (!list->isArray())
        problem = badMember("headers");
    for (const JsonValue& pair : list->items()) {
        if (pair.items().size() != 2 || !pair.items()[0].isString() || !pair.items()[1].isString())
            problem = badMember("headers");
        else
            headers.add(pair.items()[0].text(), pair.items()[1].text());
    }
}

void readSecretMembers(const JsonValue& line, std::vector<NamedSecret>& secrets, QString& problem)
{
    const auto add = [&](const JsonValue& value, const char* name) {
        if (value.isString())
            secrets.push_back({QString(), SecretBytes(value.text())});
        else
            problem = badMember(name);
    };
    if (const JsonValue* one = line.find("secret"))
        add(*one, "secret");
    if (const JsonValue* several = line.find("secrets")) {
        if (!several->isArray())
            problem = badMember("secrets");
        for (const JsonValue& value : several->items())
            add(value, "secrets");
    }
}

void readSettings(const JsonValue& line, SchemeSettings& settings, QString& problem)
{
    const JsonValue* object = line.find("cfg");
    if (!object)
        return;
    if (!object->isObject())
        problem = badMember("cfg");
    for (const auto& [name, value] : object->members()) {
        if (value.isObject() || value.isArray())
            problem = badMember("cfg");
        else if (value.boolean())
            settings.insert(name, *value.boolean() ? "true" : "false");
        else if (!value.isNull())
            settings.insert(name, value.text());
    }
}

void readBodyAndTime(const JsonValue& line, Job& job, QString& problem)
{
    const QByteArray body = textMember(line, "body_base64", problem);
    auto decoded = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        problem = badMember("body_base64");
    else
        job.message.body = std::move(*decoded);
    if (const JsonValue* now = line.find("now")) {
        const auto time = now->isArray() || now->isObject() ? std::nullopt : unixTimeUs(now->text());
        if (!time)
            problem = badMember("now");
        job.nowUs = time.value_or(job.nowUs);
    }
}

QString readJob(const SchemeCatalog& catalog, QByteArrayView text, Job& job)
{
    QString problem;
    const auto line = JsonValue::parse(text, &problem);
    if (!line)
        return problem;
    if (!line->isObject())
        return QCoreApplication::translate("creel", "The line is no JSON object.");
    const QByteArray scheme = textMember(*line, "scheme", problem);
    if (!scheme.isEmpty())
        job.scheme = catalog.find(scheme);
    if (!scheme.isEmpty() && !job.scheme && problem.isEmpty())
        problem = QCoreApplication::translate("creel", "There is no scheme \"%1\".").arg(QString::fromUtf8(scheme));
    if (const QByteArray method = textMember(*line, "method", problem); !method.isEmpty())
        job.message.method = method;
    if (const QByteArray url = textMember(*line, "url", problem); !url.isEmpty())
        job.message.url = url;
    if (const JsonValue* id = line->find("id"))
        job.id = id->text(); // a label may be a number too
    readHeaders(*line, job.message.headers, problem);
    readSecretMembers(*line, job.secrets, problem);
    readSettings(*line, job.settings, problem);
    readBodyAndTime(*line, job, problem);
    return problem;
}

QByteArray signJob(Job job, bool& ok)
{
    if (!job.scheme) {
        ok = false;
        return errorJson(badMember("scheme"));
    }
    SigningInput input;
    input.message = std::move(job.message);
    input.id = std::move(job.id);
    input.nowUs = job.nowUs;
    const auto answer =
        sign(*job.scheme, job.secrets.empty() ? SecretBytes() : job.secrets.front().value.clone(), job.settings, input);
    ok = answer.ok();
    return ok ? signedJson(*answer) : errorJson(answer.error().text);
}

} // namespace

bool readDefaults(CommandContext& context, const SchemeCatalog& catalog, const MessageOptions& message,
    const std::string& scheme, BatchDefaults& out)
{
    const auto refuse = [&context](const QString& text) {
        context.fail(exitUsage, text);
        return false;
    };
    if (!message.headers.empty() || !message.body.empty())
        return refuse(QCoreApplication::translate("creel", "With --batch, headers and body stand in each line."));
    if (!scheme.empty()) {
        out.scheme = catalog.find(toBytes(scheme));
        if (!out.scheme) {
            return refuse(
                QCoreApplication::translate("creel", "There is no scheme \"%1\". creel-cli schemes lists them.")
                    .arg(fromArgument(scheme)));
        }
    }
    auto settings = settingsFrom(message.settings);
    if (!settings)
        return refuse(settings.error().text);
    out.settings = *std::move(settings);
    out.method = toBytes(message.method);
    out.url = toBytes(message.url);
    if (!message.now.empty()) {
        out.nowUs = unixTimeUs(toBytes(message.now));
        if (!out.nowUs)
            return refuse(QCoreApplication::translate("creel", "--now takes seconds since 1970."));
    }
    return true;
}

QByteArray answerBatchLine(BatchKind kind, const std::shared_ptr<const SchemeCatalog>& catalog,
    const BatchDefaults& defaults, QByteArrayView line, bool& ok)
{
    Job job;
    job.scheme = defaults.scheme;
    job.settings = defaults.settings;
    job.message.method = defaults.method;
    job.message.url = defaults.url;
    job.nowUs = defaults.nowUs.value_or(SystemClock().nowUs());
    const QString problem = readJob(*catalog, line, job);
    ok = problem.isEmpty();
    if (!ok)
        return errorJson(problem);
    if (job.secrets.empty()) {
        for (const NamedSecret& secret : defaults.secrets)
            job.secrets.push_back({secret.name, secret.value.clone()});
    }
    if (kind == BatchKind::Sign)
        return signJob(std::move(job), ok);
    const std::vector<bool> named = namedOf(job.secrets);
    DiagnosisInput input{catalog, job.scheme, std::move(job.message), std::move(job.secrets), {},
        std::move(job.settings), {}, {}, job.nowUs};
    const Judged judged = judge(input);
    return verificationJson(judged.verification, named, judged.diagnosis);
}

int runBatch(BatchKind kind, Console& console, const std::shared_ptr<const SchemeCatalog>& catalog,
    const BatchDefaults& defaults)
{
    bool allRead = true;
    QByteArray line;
    while (readInputLine(line)) {
        bool ok = true;
        const QByteArray answer = answerBatchLine(kind, catalog, defaults, line, ok);
        allRead = allRead && ok;
        if (!console.line(answer))
            return exitFailed;
    }
    return allRead ? exitDone : exitNegative;
}

void startBatch(BatchKind kind, CommandContext& context, const MessageOptions& message, const std::string& scheme,
    const SecretOptions& secrets)
{
    const auto catalog = loadCatalog();
    const auto defaults = std::make_shared<BatchDefaults>();
    if (!readDefaults(context, *catalog, message, scheme, *defaults))
        return;
    readSecrets(secrets.sources(), context.workspaceFile, [kind, &context, catalog, defaults](SecretsRead read) {
        if (!read.problem.isEmpty())
            return context.fail(read.code, read.problem);
        defaults->secrets = std::move(read.secrets);
        context.finish(runBatch(kind, context.console, catalog, *defaults));
    });
}

} // namespace creel
