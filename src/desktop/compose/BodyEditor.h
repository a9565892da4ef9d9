#pragma once

#include <QByteArray>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QsciLexerJSON;
class QsciScintilla;

namespace creel
{

class BytesView;
class PlainLabel;

/**
 * The body of a draft: bytes, never text. Edited are only valid UTF-8 bodies without NUL that an editor can show fast;
 * of others the bytes are shown, small ones can be edited as hex, and a file can take their place. What is not edited
 * stays byte for byte.
 */
class BodyEditor : public QWidget
{
    Q_OBJECT
public:
    explicit BodyEditor(QWidget* parent = nullptr);

    void setBody(const QByteArray& body);
    QByteArray body() const;
    /** True where the bytes can be typed in as text. */
    bool isEditable() const;
    /** Shows the bytes as hex that can be edited, or goes back to text; nothing for bodies over maxHex. */
    void setHex(bool hex);
    /** What keeps the hex from being bytes; empty: nothing. */
    QString problem() const { return m_problem; }
    /** Whether `{{...}}` are marked, as they are replaced. */
    void setVariablesShown(bool shown);
    QsciScintilla& editor() { return *m_editor; }
    /** Below the bytes, for what else a body can be made of. */
    QHBoxLayout* actionArea() { return m_actions; }

    static constexpr qsizetype maxEdited = 5 * 1024 * 1024;
    static constexpr qsizetype maxLine = 20 * 1024;
    static constexpr qsizetype maxHex = 64 * 1024;

signals:
    void changed();
    void fileWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Page { TextPage, BytesPage, HexPage };

    void setUpEditor();
    void setUpHex();
    QWidget* makeBytesPage();
    void makeBar();
    void applyColors();
    void chooseLexer(const QByteArray& body);
    void markVariables();
    void load(const QByteArray& body);
    void hexEdited();

    QStackedWidget* m_stack;
    QHBoxLayout* m_actions = nullptr;
    QPushButton* m_hexButton = nullptr;
    QPlainTextEdit* m_hex;
    PlainLabel* m_hexNote;
    QString m_problem;
    QsciScintilla* m_editor;
    QsciLexerJSON* m_lexer;
    PlainLabel* m_note;
    BytesView* m_bytes;
    QByteArray m_fixed; ///< what is shown as bytes or as hex
    QTimer m_marking;
    bool m_loading = false;
    bool m_variables = true;
};

} // namespace creel
