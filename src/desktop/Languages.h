#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class QTranslator;

namespace creel
{

/** A language of the window. */
struct Language {
    QString code; ///< as QLocale takes it: `de`, `zh_CN`
    QString name; ///< in itself
};

/** All of them, English, in which the source is written, first. */
const QList<Language>& languages();

/**
 * The code of the language to use. `chosen` is a code, or `system`: then the first of `wanted` (QLocale::uiLanguages,
 * most wanted first, BCP 47) that there is. English where there is none.
 */
QString languageCode(const QString& chosen, const QStringList& wanted);

/** Translates the window, Qt's own texts included, for as long as it lives. GUI thread, before the first widget. */
class Translations
{
public:
    explicit Translations(const QString& code);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

private:
    QList<std::shared_ptr<QTranslator>> m_installed;
};

} // namespace creel
