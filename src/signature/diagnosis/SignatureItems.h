#pragma once

#include "signature/Scheme.h"
#include "signature/Verifier.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <vector>

namespace creel
{

/** A signature as it may be meant, and what then stood in the way of reading it so. */
struct SignatureItem {
    QByteArray bytes;
    QByteArrayList causes; ///< empty: read as the scheme says
    QString detail;
    QByteArray text; ///< as it came
    std::size_t place = 0; ///< which of the places it was read at
};

/** Where a signature may stand: the scheme's own place, then other headers. */
struct SignaturePlace {
    SignedMessage message; ///< with the value where the scheme reads it
    bool prepared = false; ///< content can be built of it
};

struct SignatureReading {
    Scheme lenient; ///< takes any text as a signature: for the content alone
    std::vector<SignaturePlace> places; ///< the scheme's own first
    std::vector<SignatureItem> items; ///< the fewest causes first, none twice
};

/** Every reading of the signatures in a message; large headers are left out. */
SignatureReading readSignatures(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings);
/** Those at the scheme's own place alone, for a message whose body holds them. */
std::vector<SignatureItem> ownItems(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings);

} // namespace creel
