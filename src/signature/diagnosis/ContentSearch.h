#pragma once

#include "base/StopToken.h"
#include "signature/SchemeRun.h"
#include "signature/diagnosis/BodyForms.h"
#include "signature/diagnosis/Change.h"
#include "signature/diagnosis/SignatureItems.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

/** One explanation: undoing all of its causes makes the signature verify. */
struct Explanation {
    QByteArrayList causes;
    QStringList details; ///< one for each cause, may be empty
    std::optional<QByteArray> content; ///< the bytes that verify
    QString secret; ///< name of the secret
    bool endpoints = true; ///< false: a secret of another endpoint
    bool certain = false; ///< of another scheme: the headers point to it
};

/** How long a diagnosis may go on. */
class SearchBudget
{
public:
    SearchBudget(const StopToken& stop, int ms)
        : m_stop(stop)
        , m_ms(ms)
    {
        m_timer.start();
    }
    bool ended() const { return stopped() || m_timer.elapsed() > m_ms; }
    bool stopped() const { return m_stop.stopRequested(); }
    /** Combinations end earlier: by the bytes that were hashed, so that it is the same on every machine. */
    void spend(qsizetype bytes) { m_spent += bytes; }
    bool combinationsEnded() const { return m_spent > maxSpent || ended(); }

private:
    static constexpr qint64 maxSpent = 96 << 20;
    const StopToken& m_stop;
    QElapsedTimer m_timer;
    int m_ms;
    qint64 m_spent = 0;
};

/** Which readings of the secrets an attempt takes. */
enum class KeyChoice : quint8 {
    Own, ///< as they were entered
    Common, ///< with what often goes wrong
    Rare, ///< with what hardly ever goes wrong together with something else
};

/** A secret in one reading, as a key. */
struct TriedKey {
    SecretChange change;
    std::unique_ptr<Key> key;
    bool isPrimary() const { return change.cause.isEmpty(); }
    KeyChoice choice() const
    {
        return isPrimary() ? KeyChoice::Own : change.rare ? KeyChoice::Rare : KeyChoice::Common;
    }
};
/** Every secret as it is and in its other readings, none twice. */
std::vector<TriedKey> triedKeys(const Scheme& scheme, const DiagnosisInput& input);

/**
 * Looks for what makes a signature verify over content that is hashed as a whole: contents, bodies, keys and algorithms
 * are combined, each is hashed once, and the result is compared with every reading of the signature at once. What
 * fewer causes explain comes first.
 */
class ContentSearch
{
public:
    ContentSearch(const Scheme& scheme, const DiagnosisInput& input, SearchBudget& budget);

    /** False for what is more than a comparison (claims of a JWT, RFC 9421, several signed items). */
    bool applies() const { return m_applies; }
    /** One cause each, or several readings of the signature; empty where there is none. */
    std::vector<Explanation> singles();
    /** Several causes that hold only together, as few as will do. After `singles`. */
    std::vector<Explanation> combined();
    /** Every cause was tried alone. */
    bool triedSingles() const { return m_triedSingles; }
    /** What was tried alone. */
    const QSet<QByteArray>& tried() const { return m_tried; }

private:
    struct Shown {
        Content content;
        std::optional<Algorithm> algorithm;
    };
    /** Contents that a change (or none) gives. */
    struct Form {
        std::vector<Shown> contents;
        const Change* change = nullptr;
        std::size_t place = 0;
        QByteArrayList causes;
        QString detail;
    };
    struct Method {
        Algorithm algorithm;
        QByteArray cause; ///< empty: the scheme's own
    };

    bool readPlaces();
    std::vector<Shown> contentsOf(const Change* change, std::size_t place, const QByteArray* body) const;
    const std::vector<Form>& formsOf(std::size_t causes);
    bool eachBody(int causes, bool combining, const std::function<void(const BodyForm*)>& use);

    void level(int count);
    std::vector<Explanation> fewest();
    void alone();
    void combinations(KeyChoice keys);
    void combinedBodies(int causes);
    void numbers();
    void attempt(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body,
        const std::vector<Shown>& contents, const std::vector<SignatureItem>& items);
    void attemptAll(const Form& form, KeyChoice keys, const Method& method, const BodyForm* body);
    void compare(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body,
        const Content& content, Computation& computation, const std::vector<SignatureItem>& items);
    void truncated(const Form& form, const TriedKey& key, const Content& content, const QByteArray& mac);
    void add(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body, const Content& content,
        const QByteArrayList& itemCauses, const QString& itemDetail);
    bool canMatch(const Method& method) const;

    const Scheme& m_scheme;
    const DiagnosisInput& m_input;
    SearchBudget& m_budget;
    SignatureReading m_reading;
    std::vector<TriedKey> m_keys;
    std::vector<Method> m_methods;
    std::vector<Change> m_changes;
    std::vector<std::vector<Form>> m_forms; ///< by number of causes, made when asked for
    std::optional<BodyForms> m_bodies;
    std::vector<std::vector<BodyForm>> m_keptBodies; ///< those of one and of two causes, to combine
    std::vector<Explanation> m_found;
    QSet<QByteArray> m_tried;
    bool m_applies = false;
    bool m_bodyDependent = false; ///< content is made of what stands in the body
    bool m_signatureInBody = false;
    bool m_usesBody = true; ///< false: a token or the like, whatever the body
    bool m_hopeless = false;
    bool m_triedSingles = false;
};

} // namespace creel
