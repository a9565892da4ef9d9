#pragma once

#include "delivery/HttpTypes.h"

#include <optional>

namespace creel
{

/**
 * The request that a redirect asks for (RFC 9110, section 15.4): 307 and 308 send the same again; 303, and 301 and 302
 * after a POST, ask with GET and without the body. Nothing where the answer is no redirect, where its Location can't be
 * read, or where it leads to another host or from https to http: credentials would go along.
 */
std::optional<HttpRequest> redirected(const HttpRequest& request, const Response& response);

} // namespace creel
