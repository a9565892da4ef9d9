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
class SecretBytes;
class Workbench;

/** What a new user sees until the first event is there: the address, a command, a button that sends a real event. */
class StartPane : public QWidget
{
    Q_OBJECT
public:
    StartPane(Workbench& workbench, SampleSender& samples, QWidget* parent = nullptr);
    ~StartPane() override;

    /** Why the receiver could not start, said where the address would stand; empty once it could. */
    void setProblem(const QString& problem);
    const QString& problem() const { return m_problem; }

signals:
    void endpointWanted();
    void copied(const QString& text);
    /** `sample`, an index of the sender's, has been answered: its event is stored. */
    void sampleSent(int sample);

private:
    void refresh();
    void send();
    void sendSigned(int sample, const SecretBytes* secret);
    void sent(int sample, const Result<int>& answer);

    Workbench& m_workbench;
    Receiver& m_receiver;
    SampleSender& m_samples;
    std::unique_ptr<Ui::StartPane> m_ui;
    QString m_intro; ///< while it listens
    QString m_problem;
};

} // namespace creel
