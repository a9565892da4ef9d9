#pragma once

#include "desktop/event/BytesView.h"
#include "signature/Verdict.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace Ui
{
class SignatureView;
}

namespace creel
{

/** What the Signature tab shows beside the verification itself. */
struct SignatureFacts {
    QString schemeName; ///< for the eye; empty: nothing is verified
    bool hasSecrets = false; ///< the endpoint has at least one
    qint64 receivedAtUs = 0;
    bool mayChange = true; ///< the workspace can be written
    QString looksLike = {}; ///< name of the scheme that the event is recognised by, where nothing is verified
    QStringList secretNames = {}; ///< those of the endpoint
    bool complete = true; ///< a whole and valid HTTP request: nothing else is verified
    QString missingSecret = {}; ///< why there is no value of the only one: a sentence
};

/** Received and expected signature one under the other, in pieces of a width, with what differs. */
struct AlignedSignatures {
    QByteArray text;
    std::vector<BytesView::Range> differences;
};
AlignedSignatures alignSignatures(const QString& receivedName, const QByteArray& received, const QString& expectedName,
    const QByteArray& expected, int width);

/** The shape of a verdict: `✕`. Its word is verdictWord(). */
QString verdictMark(Verdict verdict);

/**
 * Why a signature is good or not: the answer in a sentence, then the evidence, then the bytes. What explains a failure
 * goes to `diagnosis()` (inside the banner: causes and their buttons) and `evidence()` (below the signed content).
 */
class SignatureView : public QWidget
{
    Q_OBJECT
public:
    explicit SignatureView(QWidget* parent = nullptr);
    ~SignatureView() override;

    void setVerification(const Verification& verification, const SignatureFacts& facts);
    /** The verification could not be made: what is stored is all there is to show. */
    void setError(const QString& text);

    QVBoxLayout* diagnosis() const;
    QVBoxLayout* evidence() const;
    /** The signed content, to mark differences in. */
    BytesView& content() const;
    /** Replaces the two lines of the banner by a diagnosis; the next event brings its own. */
    void setConclusion(const QString& title, const QString& text);

    /** Lines that belong to the explanation and are not in the conclusion. */
    void setFindings(const QStringList& lines) { m_findings = lines; }

    /** All of the pane as text, for the clipboard. */
    QString explanation() const;

signals:
    void addSecretRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showBanner(Verdict verdict);
    void showHints();
    void showAligned();
    void showTime();
    void showContent();

    std::unique_ptr<::Ui::SignatureView> m_ui;
    Verification m_verification;
    SignatureFacts m_facts;
    QStringList m_findings;
    int m_alignedWidth = 0;
};

} // namespace creel
