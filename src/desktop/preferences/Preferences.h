#pragma once

#include <QDialog>

#include <memory>
#include <vector>

class QTabWidget;

namespace creel
{

class PlainLabel;
class Settings;
class Workbench;

// Units of the fields for sizes
constexpr qint64 kilobyte = 1024;
constexpr qint64 megabyte = 1024 * kilobyte;

/** One page of the preferences, made from its form. */
class PreferencesPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    /** Takes over what stands in the form; an error text keeps the dialog open. */
    virtual QString apply() = 0;
};

/** The pages of the preferences: receiver, store, secrets, appearance. */
class Preferences : public QDialog
{
    Q_OBJECT
public:
    Preferences(Workbench& workbench, Settings& settings, QWidget* parent = nullptr);
    void showStore();

private:
    void save();

    QTabWidget* m_tabs;
    std::vector<PreferencesPage*> m_pages;
    PlainLabel* m_problem;
};

} // namespace creel
