#pragma once

#include "base/StopToken.h"
#include "desktop/event/BytesView.h"
#include "desktop/event/Jobs.h"
#include "desktop/json/JsonTreeView.h"
#include "payload/PayloadKind.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QAbstractButton;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace creel
{

class FieldsView;
class PlainLabel;

constexpr qint64 largestShown = 512LL * 1024 * 1024; ///< of a body; what follows is left out

/**
 * A body as tree, pretty, form fields, raw or hex, with find. Raw and hex are the bytes that came; the others show them
 * with their content coding undone. Heavy work (reading through large JSON, laying it out, searching) is
 * done on other threads; what was chosen last is chosen again where the next body has it.
 */
class BodyView : public QWidget
{
    Q_OBJECT
public:
    enum class View { Tree, Pretty, Raw, Hex, Fields };
    Q_ENUM(View)

    explicit BodyView(QWidget* parent = nullptr);

    /** `receivedAtUs`: what timestamps in the body are compared with, 0 unknown. `coding`: its Content-Encoding. */
    void setBody(
        const QByteArray& body, const QByteArray& contentType, qint64 receivedAtUs, const QByteArray& coding = {});
    /** A sentence above the body, e.g. that a part of it is missing; empty: none. */
    void setNotice(const QString& text);

    View view() const { return m_view; }
    /** Shows a form where the body has it, and keeps it as the wish for the next. */
    void setView(View view);
    bool has(View view) const;
    const QByteArray& body() const { return m_body; }

    JsonTreeView& tree() { return *m_tree; }
    BytesView& bytesView(View view) { return view == View::Pretty ? *m_pretty : view == View::Raw ? *m_raw : *m_hex; }

public slots:
    void focusFind();
    void findNext();
    void findPrevious();

signals:
    void viewChanged(BodyView::View view);

private:
    QHBoxLayout* makeBar();
    QWidget* makeFooter();
    void showView(View view);
    void showContent(const QByteArray& contentType);
    void startDecoding(const QByteArray& contentType, const QByteArray& coding);
    void updateNotice();
    void startValidation();
    void startPretty();
    void find(bool backward, bool again);
    BytesView* currentBytes() const;
    void showProblem(const JsonReport& report);

    QByteArray m_body;
    QByteArray m_content; ///< of the body, its coding undone
    QByteArray m_coding;
    bool m_decoded = false;
    qint64 m_receivedAtUs = 0;
    QString m_noticeText;
    QString m_codingText;
    PayloadKind m_kind = PayloadKind::Empty;
    std::shared_ptr<const JsonDocument> m_document;
    std::optional<JsonProblem> m_problem;
    View m_view = View::Raw;
    View m_wish = View::Tree;
    bool m_prettyStarted = false;
    qsizetype m_found = -1; ///< in the bytes of the tree

    std::array<QPushButton*, 5> m_buttons{};
    QLineEdit* m_find = nullptr;
    PlainLabel* m_findResult = nullptr;
    PlainLabel* m_notice = nullptr;
    QPushButton* m_problemButton = nullptr;
    QStackedWidget* m_stack = nullptr;
    JsonTreeView* m_tree = nullptr;
    BytesView* m_pretty = nullptr;
    BytesView* m_raw = nullptr;
    BytesView* m_hex = nullptr;
    FieldsView* m_fields = nullptr;
    QWidget* m_footer = nullptr;
    PlainLabel* m_path = nullptr;
    Jobs m_jobs;
    StopSource m_stop; // stop before the jobs are waited for
    StopSource m_findStop;
};

} // namespace creel
