#include "desktop/shell/About.h"

#include "desktop/PlainText.h"
#include "desktop/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace creel
{

About::About(QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("About Creel"));
    auto* title = new PlainLabel(tr("Creel"), this);
    title->setProperty("kind", QStringLiteral("display"));
    auto* text = new PlainLabel(
        tr("Catches webhooks, keeps them byte for byte, and says whether their signature is good.\n\n"
           "Free software under the GNU General Public License, version 3 or later. It is made with Qt, OpenSSL, "
           "SQLite, Boost, simdjson, QScintilla, QtKeychain and CRoaring."),
        this);
    text->setWordWrap(true);
    auto* details = new PlainLabel(versions(), this);
    details->setFont(wireFont());
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setAccessibleName(tr("Versions"));
    auto* copy = new QPushButton(tr("Copy versions"), this);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versions()); });
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(details);
    layout->addLayout(buttons);
    resize(460, 300);
}

QString About::versions()
{
    return QStringLiteral("Creel %1\nQt %2 (built with %3), %4\n%5, %6")
        .arg(QStringLiteral(CREEL_VERSION), QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR),
            QGuiApplication::platformName(), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace creel
