#pragma once

#include <functional>

namespace creel
{

/**
 * Asks the Secret Service whether its default collection is locked. libsecret answers "no such entry" where a prompt to
 * unlock was dismissed, and the user must not be told that a secret is gone that is only locked. False where no Secret
 * Service answers (and on other systems, whose keychains tell by themselves). Answers later on this thread.
 */
void askWhetherLocked(std::function<void(bool)> done);

} // namespace creel
