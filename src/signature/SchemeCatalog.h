#pragma once

#include "base/Result.h"
#include "http/HeaderList.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace creel
{

class Scheme;

/**
 * Every scheme, by id: the built-in ones (compiled-in resource `:/schemes`) and the user's own (a folder of JSON
 * files). Immutable after loading, shared between threads. A broken file is told in `problems()` and harms nothing
 * else.
 */
class SchemeCatalog
{
public:
    SchemeCatalog();
    ~SchemeCatalog();
    SchemeCatalog(const SchemeCatalog&) = delete;
    SchemeCatalog& operator=(const SchemeCatalog&) = delete;

    /** Built-in schemes, then those of `userFolder` (may be empty), which may not take a built-in id. */
    static std::shared_ptr<const SchemeCatalog> load(const QString& userFolder = {});

    std::shared_ptr<const Scheme> find(QByteArrayView id) const;
    /** In the order of the catalogue, by name for the eye. */
    const std::vector<std::shared_ptr<const Scheme>>& all() const { return m_schemes; }
    /** Translated messages with file, line and reason. */
    const QStringList& problems() const { return m_problems; }

private:
    friend struct Recognition recognize(const SchemeCatalog& catalog, const Scheme* scheme, const HeaderList& headers,
        QByteArrayView target, QByteArrayView bodyStart);
    std::vector<std::shared_ptr<const Scheme>> m_schemes;
    QStringList m_problems;
    struct Index;
    std::unique_ptr<Index> m_index;
};

/** What a request gives away about who sent it, from its head (and the start of its body) alone. */
struct Recognition {
    QByteArray schemeId; ///< the scheme that its headers point to, or empty
    QString provider; ///< display name, e.g. `Stripe`, or empty
    QByteArray eventType; ///< e.g. `charge.succeeded`, or empty
    QByteArray providerId; ///< the provider's id of the event, or empty
    qint64 attempt = 0; ///< the provider's count of attempts, 0 unknown
};

/**
 * Recognises provider, type and id. `scheme`: the endpoint's scheme, or null for a guess by headers. `bodyStart`: the
 * first 64 KiB at most are looked at. Cheap: runs for each event on a receiver worker.
 */
Recognition recognize(const SchemeCatalog& catalog, const Scheme* scheme, const HeaderList& headers,
    QByteArrayView target, QByteArrayView bodyStart);

/** The same where the endpoint's scheme says who sends (`scheme.recognize` is not empty), but for `schemeId` and
 * `attempt`, which stay unset: no other scheme is looked at. */
Recognition recognizeAs(
    const Scheme& scheme, const HeaderList& headers, QByteArrayView target, QByteArrayView bodyStart);

} // namespace creel
