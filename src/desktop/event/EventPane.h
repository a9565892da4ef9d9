#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/Cover.h"
#include "desktop/event/Jobs.h"
#include "signature/Verdict.h"
#include "store/Event.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;
class QMenu;

namespace Ui
{
class EventPane;
}

namespace creel
{

class HandshakeBar;
class HeadersView;
class ResponseView;
class SignatureView;
class WhyView;
class Workbench;

/**
 * One event in detail: header line, then body, headers, signature and answer in tabs. Everything is read and verified
 * off the GUI thread; what is on the screen stays until the new is there. All that the sender wrote is shown as plain
 * text with what can't be seen made visible.
 */
class EventPane : public QWidget
{
    Q_OBJECT
public:
    enum Tab { BodyTab, HeadersTab, SignatureTab, ResponseTab };
    Q_ENUM(Tab)

    explicit EventPane(Workbench& workbench, QWidget* parent = nullptr);
    ~EventPane() override;

    void setEvent(EventId id);
    /** No event: the pane says what to do. */
    void clear();
    /** What is on the screen, with the start of its body at least. */
    const EventDetail& detail() const { return m_shown; }

    int currentTab() const;
    void setCurrentTab(int tab);
    /** A further tab at the end; the pane owns it. */
    int addTab(QWidget* page, const QString& title);
    /** Where buttons of other parts stand (Resend ...), left of Copy. */
    QHBoxLayout* actionArea() const;

    BodyView& bodyView() { return *m_body; }
    HandshakeBar& handshakeBar() { return *m_handshake; }
    HeadersView& headersView() { return *m_headers; }
    SignatureView& signatureView() { return *m_signature; }
    ResponseView& responseView() { return *m_response; }

    /** Shows what was read; for setEvent() and for tests without a store. */
    void showDetail(const EventDetail& detail, const QByteArray& body);
    void showVerification(const Verification& verification);

public slots:
    /** Copies have placeholders for credentials unless the user wants to see these (Workbench::screenMask). */
    void copyCurl();
    void copyBody();
    void copyHead();
    void copyRequest();
    void focusFind();
    /** Verifies again what is shown, e.g. after a secret was added. */
    void verifyAgain();

signals:
    /** The user wants to give the endpoint of the event its scheme or secret. */
    void addSecretRequested(const QByteArray& endpointPath);
    /** Something to tell in the status line. */
    void message(const QString& text);
    /** The event is on the screen. */
    void shown(EventId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Loading;
    void placeButtons();

    void makeTabs();
    QMenu* makeCopyMenu();
    void detailCame(Result<EventDetail> detail);
    void verify();
    void verificationCame(const Result<Verification>& verification);
    void showStoredVerdict();
    void readMore();
    void pieceCame(Result<QByteArray> piece);
    void finishReading(bool whole);
    void showHeader(const EventDetail& detail);
    void showError(const QString& text);
    void showOffer();
    void updateTabTitles();
    void showSecretsLink();
    void showCovered(const EventDetail& detail, const QByteArray& body, Cover cover);
    void finishShowing();
    static QString factsOf(const EventRow& row, qint64 size);

    Workbench& m_workbench;
    std::unique_ptr<::Ui::EventPane> m_ui;
    BodyView* m_body = nullptr;
    HandshakeBar* m_handshake = nullptr;
    HeadersView* m_headers = nullptr;
    SignatureView* m_signature = nullptr;
    WhyView* m_why = nullptr;
    ResponseView* m_response = nullptr;

    EventId m_wanted; ///< what is being read or shown
    quint64 m_generation = 0; ///< of setEvent(); answers of an older one are dropped
    std::unique_ptr<Loading> m_loading;
    EventDetail m_shown;
    QByteArray m_shownBody;
    Cover m_cover; ///< of what is shown
    Verdict m_verdict = Verdict::Unverified;
    QString m_looksLike; ///< name of the scheme that is offered; empty: nothing is
    std::optional<Result<Verification>> m_verified; ///< came before the event itself
    QTimer m_slow; ///< after 300 ms of reading the progress shows
    QTimer m_slowVerdict; ///< so long the last event's evidence stays while it is looked at
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
