#pragma once

#include "base/SecretBytes.h"
#include "store/Endpoint.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace creel
{

/** One secret of an endpoint: its name and its value, which is dots until it is revealed. A stored value is never
 * read back: its fingerprint stands in its place, and typing replaces it. */
class SecretRow : public QWidget
{
    Q_OBJECT
public:
    explicit SecretRow(const SecretRef& secret, QWidget* parent = nullptr);
    ~SecretRow() override;

    SecretRef secret() const; ///< with the name as it is now
    bool isNew() const { return m_secret.id == 0; }
    bool hasValue() const;
    /** What was typed, exactly; empty where nothing was. */
    SecretBytes value() const;
    /** The value is not at hand: says that it is wanted again. */
    void setMissing();
    void focusValue();

signals:
    void removeWanted();

private:
    SecretRef m_secret;
    QLineEdit* m_name;
    QLineEdit* m_value;
    QPushButton* m_reveal;
};

} // namespace creel
