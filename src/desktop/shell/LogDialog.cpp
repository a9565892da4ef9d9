#include "desktop/shell/LogDialog.h"

#include "desktop/PlainText.h"
#include "desktop/shell/LogFile.h"
#include "desktop/theme/Theme.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace creel
{
namespace
{

constexpr qint64 shownBytes = 256 * 1024;

} // namespace

LogDialog::LogDialog(QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("logDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log"));
    resize(860, 520);
    m_text->setReadOnly(true);
    m_text->setFont(wireFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Log"));
    m_text->setPlaceholderText(tr("Nothing was logged yet."));
    auto* place = new PlainLabel(this);
    place->setSenderText(QDir::toNativeSeparators(LogFile::usualFile()));
    place->setProperty("kind", QStringLiteral("secondary"));
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    place->setMinimumWidth(40);
    auto* again = new QPushButton(tr("Refresh"), this);
    auto* copy = new QPushButton(tr("Copy"), this);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(again, &QPushButton::clicked, this, &LogDialog::refresh);
    connect(
        copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* row = new QHBoxLayout;
    row->addWidget(place, 1);
    for (QPushButton* button : {again, copy, close})
        row->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addLayout(row);
    refresh();
}

void LogDialog::refresh()
{
    m_text->setPlainText(LogFile::tail(LogFile::usualFile(), shownBytes));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

} // namespace creel
