#pragma once

#include "base/Result.h"
#include "store/Endpoint.h"

#include <QDialog>
#include <QMap>

#include <memory>
#include <vector>

class QLineEdit;

namespace Ui
{
class EndpointEditor;
}

namespace creel
{

class SchemeModel;
class SecretRow;
class Workbench;

/** Makes or changes an endpoint: path, provider and secrets, and what senders are answered. */
class EndpointEditor : public QDialog
{
    Q_OBJECT
public:
    EndpointEditor(Workbench& workbench, const Endpoint& endpoint, QWidget* parent = nullptr);
    ~EndpointEditor() override;

    /** Puts the cursor where the secret is entered, or where the provider is chosen while there is none. */
    void focusSecret();

signals:
    void saved(const creel::Endpoint& endpoint);

protected:
    /** Return in the field for the provider goes on to the secret, the arrows go through the list below it. */
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void chooseScheme(const QByteArray& id);
    void showScheme();
    void showSecretNote();
    SecretRow* addSecretRow(const SecretRef& secret);
    void addOlderRow(const SecretRef& secret);
    void save();
    void finished(const Result<Endpoint>& result);
    void fail(const QString& text, QWidget* where);
    /** What stands in the form, or an error with the field it is about in `where`. */
    Result<Endpoint> read(QWidget*& where) const;
    Result<HeaderList> readHeaders() const;

    Workbench& m_workbench;
    Endpoint m_endpoint;
    std::unique_ptr<Ui::EndpointEditor> m_ui;
    SchemeModel* m_schemes;
    QByteArray m_scheme;
    std::vector<SecretRow*> m_secrets;
    QMap<QByteArray, QLineEdit*> m_settings;
    bool m_bodyIsText = true;
};

} // namespace creel
