#pragma once

#include "base/SecretBytes.h"

#include <QString>
#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;

namespace creel
{

class Workbench;

/**
 * One secret: of the workspace, read from the keychain when it is chosen, or typed in for this time and kept nowhere.
 */
class SecretChooser : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 typed = 0; ///< in place of a SecretRef::id

    /** `prefix`: of the object names. */
    SecretChooser(Workbench& workbench, const QString& prefix, QWidget* parent = nullptr);
    ~SecretChooser() override;

    /** Drops what was typed. An id that is not there: to be typed. */
    void choose(qint64 id);
    qint64 chosen() const { return m_wanted; }
    /** Null: there is none (yet). Shared, so that work on another thread can hold it. */
    std::shared_ptr<const SecretBytes> secret() const;
    /** Why the chosen one can't be read; empty: it can. */
    const QString& problem() const { return m_problem; }

signals:
    void changed();

private:
    void fill();
    void taken();

    Workbench& m_workbench;
    QComboBox* m_list;
    QLineEdit* m_line;
    std::shared_ptr<const SecretBytes> m_read;
    QString m_problem;
    qint64 m_wanted = typed;
};

} // namespace creel
