#pragma once

#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"

#include <QHash>

namespace creel
{

/** Look-up by id, and by the headers that give a provider away. */
struct SchemeCatalog::Index {
    struct Claim {
        const Scheme* scheme;
        const std::vector<Trait>* traits;
    };
    QHash<QByteArray, std::shared_ptr<const Scheme>> byId;
    QHash<QByteArray, std::vector<Claim>> byHeader; ///< by the first header trait, in lower case
    std::vector<Claim> byBody; ///< claims without a header

    void build(const std::vector<std::shared_ptr<const Scheme>>& schemes);
};

} // namespace creel
