#pragma once

#include "base/SecretBytes.h"
#include "delivery/Draft.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;

namespace creel
{

class PlainLabel;
class SecretChooser;
class Workbench;

/**
 * How a draft is signed: scheme, secret and time. A secret of the workspace is read from the keychain when it is
 * chosen; one that is typed is for this time and is kept nowhere.
 */
class SigningPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SigningPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~SigningPanel() override;

    void setDraft(const Draft& draft);
    void writeTo(Draft& draft) const;
    /** Null: there is none. Shared, so that a build on another thread can hold it. */
    std::shared_ptr<const SecretBytes> secret() const;
    /** The clock of the signature; nothing: now. */
    std::optional<qint64> timeUs() const;
    QString schemeName() const; ///< empty: not signed

signals:
    void changed();

private:
    void refresh();
    void fillSettings();

    Workbench& m_workbench;
    QComboBox* m_scheme;
    SecretChooser* m_secret;
    QComboBox* m_timeKind;
    QDateTimeEdit* m_time;
    PlainLabel* m_note;
    SchemeSettings m_settings; ///< as the draft has them
    QFormLayout* m_form = nullptr;
    std::vector<std::pair<QByteArray, QLineEdit*>> m_settingLines;
};

} // namespace creel
