#pragma once

#include "cli/Arguments.h"
#include "store/Endpoint.h"

#include <string>
#include <vector>

namespace creel
{

/** What `--endpoint PATH[,scheme=ID][,secret-env=NAME]...` says. */
struct EndpointArgument {
    Endpoint endpoint;
    std::vector<SecretSource> secrets;
};

/** `%2C` stands for a comma; an error tells the part that is not understood. */
Result<EndpointArgument> endpointFromArgument(const std::string& text, const SchemeCatalog& catalog);

} // namespace creel
