#include "cli/Batch.h"

#include "base/Clock.h"
#include "cli/Answers.h"
#include "cli/Arguments.h"
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
    job.scheme = scheme.isEmpty() ? nullptr : catalog.find(scheme);
    if (!scheme.isEmpty() && !job.scheme && problem.isEmpty())
        problem = QCoreApplication::translate("creel", "There is no scheme \"%1\".").arg(QString::fromUtf8(scheme));
    job.message.method = textMember(*line, "method", problem);
    if (job.message.method.isEmpty())
        job.message.method = "POST";
    job.message.url = textMember(*line, "url", problem);
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

QByteArray answerBatchLine(
    BatchKind kind, const std::shared_ptr<const SchemeCatalog>& catalog, QByteArrayView line, qint64 nowUs, bool& ok)
{
    Job job;
    job.nowUs = nowUs;
    const QString problem = readJob(*catalog, line, job);
    ok = problem.isEmpty();
    if (!ok)
        return errorJson(problem);
    if (kind == BatchKind::Sign)
        return signJob(std::move(job), ok);
    const std::vector<bool> named = namedOf(job.secrets);
    DiagnosisInput input{catalog, job.scheme, std::move(job.message), std::move(job.secrets), {},
        std::move(job.settings), {}, {}, job.nowUs};
    const Judged judged = judge(input);
    return verificationJson(judged.verification, named, judged.diagnosis);
}

int runBatch(BatchKind kind, Console& console, const std::shared_ptr<const SchemeCatalog>& catalog, QByteArrayView now)
{
    const SystemClock clock;
    const auto fixed = now.isEmpty() ? std::nullopt : unixTimeUs(now);
    if (!now.isEmpty() && !fixed) {
        console.message(QCoreApplication::translate("creel", "--now takes seconds since 1970."));
        return exitUsage;
    }
    bool allRead = true;
    QByteArray line;
    while (readInputLine(line)) {
        bool ok = true;
        const QByteArray answer = answerBatchLine(kind, catalog, line, fixed.value_or(clock.nowUs()), ok);
        allRead = allRead && ok;
        if (!console.line(answer))
            return exitFailed;
    }
    return allRead ? exitDone : exitNegative;
}

} // namespace creel
