#pragma once

#include "base/SecretBytes.h"
#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "signature/Verdict.h"
#include "store/Event.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;

namespace creel
{

class PlainLabel;
class SignatureView;
class Workbench;

/**
 * What a scheme that is being written makes of an event: the signed bytes, the signature and the verdict, with a secret
 * that is typed here and kept nowhere. Without an event, of a small message that the scheme itself signs.
 */
class SchemePreview : public QWidget
{
    Q_OBJECT
public:
    explicit SchemePreview(Workbench& workbench, QWidget* parent = nullptr);

    /** The scheme as it is written now. */
    void setScheme(const QByteArray& json);
    /** Reads the event; an id that is not valid: none. */
    void setEvent(EventId id);

signals:
    /** What is wrong with the scheme, with the line; empty: nothing. */
    void problemChanged(const QString& problem);

private:
    struct Input;
    struct Outcome;
    static Outcome work(const Input& input);
    void compute();
    void show(const Outcome& outcome);
    void nameEvent();

    Workbench& m_workbench;
    PlainLabel* m_event;
    QLineEdit* m_secret;
    SignatureView* m_view;
    PlainLabel* m_added;
    QByteArray m_json;
    EventId m_wanted;
    std::optional<EventDetail> m_detail;
    QTimer m_later; ///< while somebody types
    StopSource m_stop;
    StopSource m_readStop;
    Jobs m_jobs;
};

} // namespace creel
