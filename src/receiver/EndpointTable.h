#pragma once

#include "signature/SchemeCatalog.h"
#include "signature/Verifier.h"
#include "store/Endpoint.h"

#include <memory>
#include <vector>

namespace creel
{

/** Endpoints as the workers use them: immutable, swapped as a whole when anything changes. */
struct EndpointTable {
    struct Entry {
        Endpoint endpoint;
        std::shared_ptr<const Verifier> verifier; ///< null where the endpoint has no scheme
        std::shared_ptr<const Answer> answer;
    };
    std::shared_ptr<const SchemeCatalog> catalog;
    std::vector<Entry> entries;

    /** The entry whose path matches longest; `/` is always there. */
    const Entry& match(QByteArrayView path) const;
};

} // namespace creel
