#pragma once

#include "delivery/Draft.h"

#include <QScrollArea>

#include <memory>

class QLineEdit;

namespace Ui
{
class ComposeOptions;
}

namespace creel
{

/** How a draft is sent: framing, redirects, proxy, TLS and time limits. What is typed as a password is for this time.
 */
class OptionsPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit OptionsPanel(QWidget* parent = nullptr);
    ~OptionsPanel() override;

    void setDraft(const Draft& draft);
    void writeTo(Draft& draft) const;

signals:
    void changed();

private:
    void browse(QLineEdit* line, const QString& title);
    void refresh();

    std::unique_ptr<::Ui::ComposeOptions> m_ui;
    SendSettings m_base; ///< what no control holds
    bool m_showing = false;
};

} // namespace creel
