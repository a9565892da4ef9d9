#pragma once

#include "base/Result.h"

#include <QWidget>

#include <memory>

namespace Ui
{
class StartPane;
}

namespace creel
{

class Receiver;
class SampleSender;

/** What a new user sees until the first event is there: the address, a command, a button that sends a real event. */
class StartPane : public QWidget
{
    Q_OBJECT
public:
    StartPane(Receiver& receiver, SampleSender& samples, QWidget* parent = nullptr);
    ~StartPane() override;

signals:
    void endpointWanted();
    void copied(const QString& text);

private:
    void refresh();
    void send();
    void sent(const Result<int>& answer);

    Receiver& m_receiver;
    SampleSender& m_samples;
    std::unique_ptr<Ui::StartPane> m_ui;
};

} // namespace creel
