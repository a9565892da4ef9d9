#include "desktop/Languages.h"

#include "desktop/EnglishPlurals.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// In a static library nothing else pulls the resource in; the macro wants the global namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(i18n);
}

namespace creel
{
namespace
{

const QString english = QStringLiteral("en");

/** The code of ours for a wanted language; nothing where there is none. Chinese in other letters is another one. */
QString codeFor(const QString& wanted)
{
    const QLocale locale(wanted);
    if (locale.language() == QLocale::Chinese)
        return locale.script() == QLocale::SimplifiedHanScript ? QStringLiteral("zh_CN") : QString();
    for (const Language& language : languages()) {
        if (QLocale(language.code).language() == locale.language())
            return language.code;
    }
    return {};
}

} // namespace

const QList<Language>& languages()
{
    static const QList<Language> all{{english, QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("zh_CN"), QStringLiteral("\u7b80\u4f53\u4e2d\u6587")}};
    return all;
}

QString languageCode(const QString& chosen, const QStringList& wanted)
{
    for (const Language& language : languages()) {
        if (language.code == chosen)
            return chosen;
    }
    for (const QString& one : wanted) {
        if (const QString code = codeFor(one); !code.isEmpty())
            return code;
    }
    return english;
}

Translations::Translations(const QString& code)
{
    initTranslations();
    const auto install = [this](std::shared_ptr<QTranslator> translator) {
        QCoreApplication::installTranslator(translator.get());
        m_installed.append(std::move(translator));
    };
    // The last one is asked first: the source's own English stands in for what a translation does not have.
    install(std::make_shared<EnglishPlurals>());
    if (code == english)
        return;
    auto qt = std::make_shared<QTranslator>();
    if (qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    auto own = std::make_shared<QTranslator>();
    if (own->load(QStringLiteral(":/i18n/creel_") + code))
        install(std::move(own));
}

Translations::~Translations()
{
    for (const auto& translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
}

} // namespace creel
