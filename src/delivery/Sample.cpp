#include "delivery/Sample.h"

#include "base/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

static void initSampleResources()
{
    Q_INIT_RESOURCE(samples);
}

namespace creel
{

Draft Sample::toDraft(const QByteArray& baseUrl) const
{
    Draft draft;
    draft.name = name;
    draft.method = method;
    draft.url = baseUrl + path;
    for (const HeaderField& field : headers)
        draft.fields.push_back({field.name, field.value});
    draft.body = body;
    draft.scheme = scheme;
    return draft;
}

Result<Sample> sampleFromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    Sample sample;
    sample.id = text("id").toUtf8();
    sample.name = text("name");
    sample.scheme = text("scheme").toUtf8();
    sample.method = text("method").toUtf8();
    sample.path = text("path").toUtf8();
    sample.body = text("body").toUtf8();
    sample.note = text("note");
    for (const QJsonValue& value : object.value(QLatin1String("headers")).toArray()) {
        const QJsonArray field = value.toArray();
        sample.headers.add(field.at(0).toString().toUtf8(), field.at(1).toString().toUtf8());
    }
    if (error.error != QJsonParseError::NoError || sample.id.isEmpty() || sample.name.isEmpty()
        || sample.method.isEmpty() || !sample.path.startsWith('/') || sample.body.isEmpty())
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The sample %1 can't be read.").arg(QString::fromUtf8(sample.id))};
    return sample;
}

SampleCatalog::SampleCatalog()
{
    initSampleResources();
    const QDir folder(QStringLiteral(":/samples"));
    for (const QString& name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        Result<Sample> sample = file.open(QIODevice::ReadOnly)
            ? sampleFromJson(file.readAll())
            : Result<Sample>(Error{ErrorCode::Io, file.errorString()});
        if (sample)
            m_samples.push_back(*std::move(sample));
        else
            qCWarning(logDelivery) << name << sample.error().text;
    }
    std::sort(m_samples.begin(), m_samples.end(), [](const Sample& a, const Sample& b) {
        const auto rank = [](const Sample& sample) { return sample.scheme == "stripe" ? 0 : 1; };
        return std::pair(rank(a), a.name) < std::pair(rank(b), b.name);
    });
}

const Sample* SampleCatalog::find(QByteArrayView id) const
{
    const auto found =
        std::find_if(m_samples.begin(), m_samples.end(), [id](const Sample& sample) { return sample.id == id; });
    return found == m_samples.end() ? nullptr : &*found;
}

const Sample* SampleCatalog::firstOf(QByteArrayView scheme) const
{
    const auto found = std::find_if(
        m_samples.begin(), m_samples.end(), [scheme](const Sample& sample) { return sample.scheme == scheme; });
    return found == m_samples.end() ? nullptr : &*found;
}

} // namespace creel
