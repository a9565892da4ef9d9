#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "signature/SchemeCatalog.h"
#include "store/EventWriter.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace creel
{

/**
 * Puts NDJSON lines into a workspace as new events. Holds at most 32 MiB that are not yet committed: `add` then waits
 * for the writer, so it is for worker threads and the command line. Provider, type and provider id are recognised
 * anew.
 */
class Importer
{
public:
    Importer(EventWriter& writer, std::shared_ptr<const SchemeCatalog> catalog, const Clock& clock);
    ~Importer(); ///< waits for what is on its way
    Importer(const Importer&) = delete;
    Importer& operator=(const Importer&) = delete;

    /** One line. An error tells what is wrong with it and harms nothing else. */
    Result<void> add(QByteArrayView line);
    /** Waits for the last commit; the number of events that are stored, or what the store said. */
    Result<qint64> finish();

private:
    struct State;
    void wait(qint64 most);
    std::optional<BodyId> storeBody(const NewEvent& event, const QByteArray& body);

    EventWriter& m_writer;
    std::shared_ptr<const SchemeCatalog> m_catalog;
    const Clock& m_clock;
    std::shared_ptr<State> m_state; ///< shared with the writer's callbacks
};

} // namespace creel
