#pragma once

#include "app/Diagnoser.h"
#include "base/StopToken.h"
#include "signature/CodeSample.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <cstddef>
#include <functional>

class QMenu;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace creel
{

class BytesView;
class PlainLabel;
class SignatureView;
class Workbench;

/**
 * Why an event did not verify: puts the causes into the banner of a SignatureView, with what can be done about them,
 * and the bytes that would verify below the signed content. Looks for them off the GUI thread; the next event stops
 * the search for the last one.
 */
class WhyView : public QObject
{
    Q_OBJECT
public:
    /** The view must outlive it. `cover` puts placeholders for what is not to be seen. */
    WhyView(Workbench& workbench, SignatureView& view, std::function<QByteArray(const QByteArray&)> cover);

    /** Looks for the reason of what the view shows now, unless that is valid and nothing is to be told. */
    void explain(EventId id);
    /** Gives up a search; what is shown stays. */
    void stop();
    /** Nothing is explained (any more). */
    void clear();

    /** Shows a finding; for explain() and for tests without a store. */
    void show(const Diagnosed& found);

signals:
    /** Something to tell in the status line. */
    void message(const QString& text);
    void changeSecretWanted();

private:
    void makeBanner();
    void makeEvidence();
    void came(const Result<Diagnosed>& result);
    void showCauses();
    void showHints();
    void showRuledOut(bool open);
    void offerCode();
    void chooseCause(std::size_t index);
    void showDifference();
    void copyCode(CodeLanguage language);
    void addLine(QVBoxLayout& layout, const QString& text, const QString& name);
    QStringList lines() const;

    Workbench& m_workbench;
    std::function<QByteArray(const QByteArray&)> m_cover;
    qsizetype m_firstShown = 0; ///< where the difference begins in what is shown
    SignatureView& m_view;
    Diagnosed m_found;
    std::size_t m_chosen = 0; ///< cause whose bytes are shown

    QWidget* m_banner = nullptr;
    PlainLabel* m_progress = nullptr;
    QVBoxLayout* m_causes = nullptr;
    PlainLabel* m_seenTitle = nullptr;
    QVBoxLayout* m_seen = nullptr;
    QWidget* m_buttons = nullptr;
    QPushButton* m_difference = nullptr;
    QPushButton* m_changeSecret = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_code = nullptr;
    QMenu* m_languages = nullptr;

    QWidget* m_evidence = nullptr;
    PlainLabel* m_firstDifference = nullptr;
    BytesView* m_bytes = nullptr;
    QPushButton* m_ruledOut = nullptr;
    PlainLabel* m_ruledOutList = nullptr;

    QTimer m_slow; ///< after 300 ms of looking the progress shows
    StopSource m_stop;
};

} // namespace creel
