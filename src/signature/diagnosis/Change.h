#pragma once

#include "signature/Diagnosis.h"
#include "signature/Scheme.h"
#include "signature/Verifier.h"

#include <QByteArray>
#include <QByteArrayList>

#include <functional>
#include <vector>

namespace creel
{

/** Which changes exclude each other: two of one group are never tried together. */
enum class ChangeGroup : quint8 { Url, Time, Shape };

/** One thing that may have gone wrong, undone: applied to a copy of scheme and message. */
struct Change {
    QByteArrayList causes; ///< one, or several that this change undoes together
    ChangeGroup group = ChangeGroup::Url;
    QString detail; ///< fills the sentence of the cause: a style, a URL, a header
    std::function<void(Scheme&, SignedMessage&)> apply;
};

/** The same for what the user entered: read under another rule. */
struct SecretChange {
    QByteArray cause; ///< empty: the secret as the scheme reads it
    QString name; ///< of the secret, as a verification names it
    QByteArray entered;
    KeyRule rule;
    bool endpoints = true; ///< false: a secret of another endpoint
    bool rare = false; ///< hardly ever together with another mistake: combined last
};

/** Other URLs, times, templates. */
std::vector<Change> contentChanges(const Scheme& scheme, const SignedMessage& message, const DiagnosisInput& input);
/** Every secret as it is and in its other readings. */
std::vector<SecretChange> secretChanges(const Scheme& scheme, const DiagnosisInput& input);

/** Every cause that a search can prove: what is ruled out where none of them holds. */
QByteArrayList provableCauses();
/** The translated sentence of a cause. */
QString causeText(const QByteArray& cause, const QString& detail);
/** Several causes that hold only together. */
QString causesText(const QByteArrayList& causes, const QStringList& details);

} // namespace creel
