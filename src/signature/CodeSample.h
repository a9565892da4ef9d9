#pragma once

#include "signature/Scheme.h"
#include "signature/Verifier.h"

#include <QString>

#include <vector>

namespace creel
{

enum class CodeLanguage : quint8 { Node, Python, Go, Java, Php, Ruby, CSharp };

struct CodeLanguageInfo {
    CodeLanguage language;
    QString name; ///< as people call it, e.g. `C#`
    QString fileName; ///< e.g. `verify.py`
};
const std::vector<CodeLanguageInfo>& codeLanguages();

/**
 * A whole program that verifies this very event and prints `valid` or `invalid`; the secret comes from the environment
 * variable WEBHOOK_SECRET. With the provider's official library where the language has one, else with the language's
 * own cryptography. A body of more than 16 KiB is read from the file `body.bin`. Empty where the scheme has nothing
 * that a program could compute (unsigned by design) or `verification` holds no signed content.
 *
 * What a sender wrote goes into string literals and base64 alone, escaped for the language.
 */
QString codeSample(
    CodeLanguage language, const Scheme& scheme, const SignedMessage& message, const Verification& verification);

} // namespace creel
