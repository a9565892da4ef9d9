#pragma once

#include "http/Url.h"
#include "signature/Scheme.h"
#include "signature/Verifier.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace creel
{

using FormFields = std::vector<std::pair<QByteArray, QByteArray>>;

/** Names and values of `application/x-www-form-urlencoded`, decoded, in order, duplicates apart. */
FormFields decodeFormFields(QByteArrayView text);

/** Looks values up in a message by locator; the form is read once, when it is asked for. Not thread-safe. */
class MessageView
{
public:
    MessageView(const SignedMessage& message, const SchemeSettings& settings)
        : m_message(message)
        , m_settings(settings)
    {
    }
    const SignedMessage& message() const { return m_message; }
    const SchemeSettings& settings() const { return m_settings; }

    /** Every value at a place; `sig:` and `jwt:` have none here. A `*` in a JSON pointer gives each element. */
    std::vector<QByteArray> all(const Locator& at) const;
    std::optional<QByteArray> first(const Locator& at) const;
    std::optional<QByteArray> first(const std::vector<Locator>& places) const;

    QByteArray path() const; ///< of the URL, raw, without query
    QByteArray query() const; ///< of the URL, raw, without the question mark
    const FormFields& form() const; ///< of the body
    bool isForm() const; ///< by Content-Type
    /** Offset and size of a field's value in a multipart/form-data body (RFC 7578). */
    std::optional<std::pair<qsizetype, qsizetype>> multipartField(QByteArrayView name) const;
    /** The body that is signed: the field `formField` where the body is a form and that is set, else as it came. */
    QByteArray bodyOr(const QByteArray& formField) const;

private:
    const SignedMessage& m_message;
    const SchemeSettings& m_settings;
    mutable std::optional<FormFields> m_form;
};

} // namespace creel
