#pragma once

#include <QJsonObject>
#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;

namespace Ui
{
class SchemeForm;
}

namespace creel
{

/** A declarative scheme as fields. What has no field keeps its value; a field changes its own member alone. */
class SchemeForm : public QWidget
{
    Q_OBJECT
public:
    explicit SchemeForm(QWidget* parent = nullptr);
    ~SchemeForm() override;

    void setScheme(const QJsonObject& scheme);
    const QJsonObject& scheme() const { return m_scheme; }
    /** `fixedId`: the scheme exists, and endpoints know it by its id. */
    void setEditable(bool editable, bool fixedId);
    void focusName();

signals:
    void edited();

private:
    void connectFields();
    void makeInsertMenu();
    void fill();
    /** Runs `change` on the object after the user changed a field, and keeps the headers of signing in step. */
    template <class Change> void change(Change change);
    void setExtraction(const char* name, const QJsonValue& value);
    void setKey(const char* name, const QJsonValue& value);
    void changeTimestamp();

    std::unique_ptr<::Ui::SchemeForm> m_ui;
    QJsonObject m_scheme;
    bool m_filling = false;
    bool m_idFollowsName = false;
};

} // namespace creel
