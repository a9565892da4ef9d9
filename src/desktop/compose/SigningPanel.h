#pragma once

#include "base/SecretBytes.h"
#include "delivery/Draft.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace creel
{

class PlainLabel;
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
    void fillSecrets();
    void secretChosen();
    void refresh();

    Workbench& m_workbench;
    QComboBox* m_scheme;
    QComboBox* m_secret;
    QLineEdit* m_typed;
    PlainLabel* m_typedLabel;
    QComboBox* m_timeKind;
    QDateTimeEdit* m_time;
    PlainLabel* m_note;
    SchemeSettings m_settings;
    std::shared_ptr<const SecretBytes> m_read;
    qint64 m_wantedSecret = 0;
};

} // namespace creel
