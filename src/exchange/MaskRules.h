#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <set>

namespace creel
{

/**
 * Where credentials stand that a sender put into an event: names without regard to letter case, kept in lower case.
 * A value that the user edits; `Workbench::maskRules` has those in force, `Workbench::setMaskRules` saves others.
 *
 * What the user changed is kept in a file as the difference from the rules that the program brings, so that the header
 * of a scheme that comes later is masked too:
 * `{"headers":{"added":["x-my-token"],"removed":["cookie"]},"names":{"added":[],"removed":[]}}`.
 */
struct MaskRules {
    std::set<QByteArray> headers;
    std::set<QByteArray> names; ///< of query parameters, JSON members and form fields

    /** The rules of a new installation, without the headers of `token` and `basic` schemes, which
     * `Workbench::defaultMaskRules` adds. */
    static MaskRules standard();
    void addHeader(QByteArrayView name);
    void addName(QByteArrayView name);

    /** True for what can be the name of a header (RFC 9110, section 5.1: a token), at most 200 bytes. */
    static bool isHeaderName(QByteArrayView name);
    /** True for what can name a parameter or member: not empty, at most 200 bytes, no control characters. */
    static bool isName(QByteArrayView name);

    /** `defaults` with the changes of a rules file; an error names what cannot be read. Unknown members are errors. */
    static Result<MaskRules> fromJson(QByteArrayView json, const MaskRules& defaults);
    /** The changes that make these rules of `defaults`, as text of several lines. */
    QByteArray toJson(const MaskRules& defaults) const;
    /** The same with a file; `defaults` alone where there is none. At most 1 MiB is read. */
    static Result<MaskRules> load(const QString& file, const MaskRules& defaults);
    /** Replaces the file as a whole; removes it where nothing differs. Makes its folder. */
    Result<void> save(const QString& file, const MaskRules& defaults) const;

    friend bool operator==(const MaskRules&, const MaskRules&) = default;
};

} // namespace creel
