#pragma once

#include "base/Result.h"
#include "delivery/Draft.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace creel
{

/** A sample event of a provider, as it would send it but for the signature. */
struct Sample {
    QByteArray id; ///< `stripe-charge-succeeded`
    QString name; ///< for the eye: `Stripe, charge.succeeded`
    QByteArray scheme;
    QByteArray method = "POST";
    QByteArray path; ///< where Creel suggests to receive it, e.g. `/stripe`
    HeaderList headers;
    QByteArray body; ///< may hold variables, see Variables
    QString note;

    /** `baseUrl`: `http://127.0.0.1:4747`, without a path. */
    Draft toDraft(const QByteArray& baseUrl) const;
};

/** The samples that are compiled in, from resources/samples. */
class SampleCatalog
{
public:
    SampleCatalog();
    const std::vector<Sample>& all() const { return m_samples; } ///< by name; Stripe's, the best known, first
    const Sample* find(QByteArrayView id) const;
    const Sample* firstOf(QByteArrayView scheme) const; ///< null where the scheme has none

private:
    std::vector<Sample> m_samples;
};

/** Reads one file of resources/samples. */
Result<Sample> sampleFromJson(const QByteArray& json);

} // namespace creel
