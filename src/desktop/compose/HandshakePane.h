#pragma once

#include "base/StopToken.h"
#include "delivery/DeliveryQueue.h"
#include "desktop/event/Jobs.h"
#include "signature/Handshake.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QFrame;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace creel
{

class BytesView;
class PlainLabel;
class ResultView;
class SecretChooser;
class Workbench;

/**
 * The provider's side of a handshake: sends its challenge to any address and says whether the answer was right. The
 * exact bytes are there to be seen before; those are sent.
 */
class HandshakePane : public QWidget
{
    Q_OBJECT
public:
    /** Both must outlive it. */
    HandshakePane(Workbench& workbench, DeliveryQueue& queue, QWidget* parent = nullptr);
    ~HandshakePane() override;

    void choose(const QByteArray& handshake);
    void focusUrl();
    bool isSending() const { return m_sending != 0; }

public slots:
    /** Sends the challenge. */
    void play();
    void cancel();

signals:
    /** A send has ended, well or not; it is recorded. */
    void sent();
    void closeWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /** One challenge, with all that its answer is judged by. */
    struct Challenge {
        QByteArray id;
        QByteArray seed;
        qint64 nowUs = 0;
        QByteArray url;
        QMap<QByteArray, QByteArray> settings;
        std::shared_ptr<const SecretBytes> secret;
        BuiltRequest request;
    };
    QWidget* makeForm();
    QWidget* makeWire();
    void fill();
    void chosen();
    void changed();
    void build(std::function<void(const Result<Challenge>&)> done);
    void preview();
    void show(const Result<Challenge>& challenge);
    void deliver(const Challenge& challenge);
    void judge(const Challenge& challenge, const HttpResult& result);
    void showVerdict(const char* kind, const QString& title, const QStringList& lines);
    const HandshakeCatalog::Entry* entry() const;

    Workbench& m_workbench;
    DeliveryQueue& m_queue;
    std::shared_ptr<const HandshakeCatalog> m_catalog; ///< read when it is first looked at
    std::vector<HandshakeCatalog::Entry> m_entries;
    QByteArray m_wanted;

    QComboBox* m_handshake;
    QLineEdit* m_url;
    SecretChooser* m_secret;
    QFormLayout* m_form = nullptr;
    std::vector<std::pair<QByteArray, QLineEdit*>> m_settings;
    PlainLabel* m_note;
    QPushButton* m_play;
    QTabWidget* m_tabs;
    PlainLabel* m_wireNote = nullptr;
    BytesView* m_wire = nullptr;
    QFrame* m_verdict = nullptr;
    PlainLabel* m_verdictTitle = nullptr;
    PlainLabel* m_verdictText = nullptr;
    ResultView* m_result;

    std::optional<Challenge> m_challenge; ///< as it is shown
    qint64 m_madeAtUs = 0;
    quint64 m_sending = 0; ///< number in the queue, 0: none
    bool m_building = false; ///< to be sent
    QTimer m_later;
    Jobs m_jobs;
    StopSource m_buildStop;
    StopSource m_judgeStop;
};

} // namespace creel
