#pragma once

#include <QByteArray>
#include <QStackedWidget>
#include <QTimer>

class QsciScintilla;

namespace creel
{

class BytesView;
class PlainLabel;

/**
 * The body of a draft: bytes, never text. Edited are only valid UTF-8 bodies without NUL that an editor can show fast;
 * of others the bytes are shown, and a file can take their place. What is not edited stays byte for byte.
 */
class BodyEditor : public QStackedWidget
{
    Q_OBJECT
public:
    explicit BodyEditor(QWidget* parent = nullptr);

    void setBody(const QByteArray& body);
    QByteArray body() const;
    /** True where the bytes can be typed in. */
    bool isEditable() const;
    /** Whether `{{...}}` are marked, as they are replaced. */
    void setVariablesShown(bool shown);
    QsciScintilla& editor() { return *m_editor; }

    static constexpr qsizetype maxEdited = 5 * 1024 * 1024;
    static constexpr qsizetype maxLine = 20 * 1024;

signals:
    void changed();
    void fileWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpEditor();
    void applyColors();
    void markVariables();
    void load(const QByteArray& body);

    QsciScintilla* m_editor;
    PlainLabel* m_note;
    BytesView* m_bytes;
    QByteArray m_fixed; ///< what is shown as bytes
    QTimer m_marking;
    bool m_loading = false;
    bool m_variables = true;
};

} // namespace creel
