#pragma once

#include <QString>

namespace creel
{

/** What kind of thing went wrong; a caller decides by it, a user reads `Error::text`. */
enum class ErrorCode {
    Invalid, ///< the input is not what it should be
    NotFound, ///< there is no such thing
    Io, ///< a file, a disk, a socket
    Full, ///< no room left on the disk, or the medium is read-only
    Locked, ///< a keychain or a file is locked
    TooNew, ///< made by a later version of Creel
    Cancelled, ///< a StopToken was stopped
    Unsupported, ///< known and not possible here
};

/** An error as a value. `text` is a translated sentence that says what, where and what to do; it never holds a secret.
 */
struct Error {
    ErrorCode code = ErrorCode::Invalid;
    QString text;
};

} // namespace creel
