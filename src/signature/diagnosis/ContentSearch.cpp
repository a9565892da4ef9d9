#include "signature/diagnosis/ContentSearch.h"

#include "base/Text.h"

#include <algorithm>

namespace creel
{
namespace
{

using Part = TemplatePart::Kind;

constexpr qsizetype keptBytes = 24 << 20; ///< of bodies that are kept to be combined
constexpr qsizetype longBody = 256 << 10;
constexpr qsizetype attemptCost = 1000; ///< in bytes hashed, as is the next
constexpr qsizetype pairCost = 30'000;
constexpr qsizetype rebuildCost = 40'000;
constexpr qsizetype makingCost = 2; ///< for each byte of a body that is written anew

qsizetype sizeOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::HmacMd5:
        return 16;
    case Algorithm::HmacSha1:
    case Algorithm::Sha1:
        return 20;
    case Algorithm::HmacSha256:
    case Algorithm::Sha256:
        return 32;
    case Algorithm::HmacSha384:
        return 48;
    case Algorithm::HmacSha512:
        return 64;
    default:
        return 0;
    }
}

template <std::size_t N>
void addOthers(std::vector<std::pair<Algorithm, QByteArray>>& methods, Algorithm own,
    const std::pair<Algorithm, const char*> (&all)[N])
{
    const bool among = std::any_of(std::begin(all), std::end(all), [&](const auto& one) { return one.first == own; });
    for (const auto& [algorithm, cause] : all) {
        if (among && algorithm != own)
            methods.emplace_back(algorithm, cause);
    }
}

std::vector<std::pair<Algorithm, QByteArray>> otherAlgorithms(Algorithm own)
{
    static constexpr std::pair<Algorithm, const char*> macs[] = {{Algorithm::HmacSha256, "algorithm_sha256"},
        {Algorithm::HmacSha1, "algorithm_sha1"}, {Algorithm::HmacSha512, "algorithm_sha512"},
        {Algorithm::HmacSha384, "algorithm_sha384"}, {Algorithm::HmacMd5, "algorithm_md5"}};
    static constexpr std::pair<Algorithm, const char*> digests[] = {
        {Algorithm::Sha1, "algorithm_sha1"}, {Algorithm::Sha256, "algorithm_sha256"}};
    static constexpr std::pair<Algorithm, const char*> pairs[] = {{Algorithm::RsaSha256, "algorithm_sha256"},
        {Algorithm::RsaSha1, "algorithm_sha1"}, {Algorithm::RsaSha512, "algorithm_sha512"},
        {Algorithm::RsaSha384, "algorithm_sha384"}};
    std::vector<std::pair<Algorithm, QByteArray>> methods;
    addOthers(methods, own, macs);
    addOthers(methods, own, digests);
    addOthers(methods, own, pairs);
    return methods;
}

bool anyInBody(const std::vector<Locator>& places)
{
    return std::any_of(places.begin(), places.end(), [](const Locator& at) { return at.inBody(); });
}

/** Numbers and compressed streams come in many forms. */
bool isCombined(const BodyForm& form)
{
    return !form.causes.contains("body_numbers") && form.causes.front() != "body_decompressed";
}

/** Content that is other bytes when the body is another, beside the body itself. */
bool readsBody(const Scheme& scheme, const SignedMessage& message, const SchemeSettings& settings)
{
    if (!scheme.isDeclarative())
        return scheme.kind != "contentful" && scheme.kind != "x509-url";
    if (!scheme.bodyFormField.isEmpty() && MessageView(message, settings).isForm())
        return true;
    for (const Part part :
        {Part::Json, Part::JsonRaw, Part::BodyWithout, Part::FormSorted, Part::Sha256Hex, Part::Crc32}) {
        if (scheme.contentUses(part))
            return true;
    }
    return (scheme.timestamp && anyInBody(scheme.timestamp->at) && scheme.contentUses(Part::Timestamp))
        || (anyInBody(scheme.contentId) && scheme.contentUses(Part::Id));
}

} // namespace

std::vector<TriedKey> triedKeys(const Scheme& scheme, const DiagnosisInput& input)
{
    std::vector<TriedKey> tried;
    const bool usesText = !scheme.isDeclarative() || scheme.contentUses(TemplatePart::Kind::Secret)
        || scheme.algorithm == Algorithm::Token || scheme.algorithm == Algorithm::Basic;
    for (SecretChange& change : secretChanges(scheme, input)) {
        auto keys = parseKeys(change.rule, change.entered);
        if (!keys)
            continue;
        for (Key& key : *keys) {
            const bool known = std::any_of(tried.begin(), tried.end(), [&](const TriedKey& other) {
                return other.change.endpoints == change.endpoints && key.pairs.empty() && other.key->pairs.empty()
                    && other.key->bytes.view() == key.bytes.view()
                    && (!usesText || other.key->text.view() == key.text.view());
            });
            if (known)
                continue;
            key.prepare(scheme.algorithm);
            tried.push_back({change, std::make_unique<Key>(std::move(key))});
        }
    }
    return tried;
}

ContentSearch::ContentSearch(const Scheme& scheme, const DiagnosisInput& input, SearchBudget& budget)
    : m_scheme(scheme)
    , m_input(input)
    , m_budget(budget)
{
    if (scheme.encoding == SignatureEncoding::Jwt || scheme.encoding == SignatureEncoding::None
        || scheme.kind == "rfc9421" || scheme.algorithm == Algorithm::None)
        return;
    m_reading = readSignatures(scheme, input.message, input.settings);
    m_signatureInBody = anyInBody(scheme.signature);
    m_bodyDependent = readsBody(scheme, input.message, input.settings);
    m_changes = contentChanges(scheme, m_reading.places.front().message, input);
    if (!readPlaces())
        return;
    m_applies = true;
    const auto holdsBody = [](const Form& form) {
        return std::any_of(form.contents.begin(), form.contents.end(), [](const Shown& shown) {
            return std::any_of(shown.content.begin(), shown.content.end(),
                [](const Piece& piece) { return piece.kind == Piece::Kind::Body; });
        });
    };
    m_usesBody =
        m_bodyDependent || m_signatureInBody || std::any_of(m_forms.front().begin(), m_forms.front().end(), holdsBody);
    m_keys = triedKeys(scheme, input);
    m_methods.push_back({scheme.algorithm, {}});
    for (auto& [algorithm, cause] : otherAlgorithms(scheme.algorithm))
        m_methods.push_back({algorithm, cause});
}

/** The contents as they are at each place. False where they are more than content. */
bool ContentSearch::readPlaces()
{
    m_forms.emplace_back();
    for (std::size_t place = 0; place < m_reading.places.size(); ++place) {
        if (!m_reading.places[place].prepared)
            continue;
        const MessageView view(m_reading.places[place].message, m_input.settings);
        const Prepared prepared = prepare(m_reading.lenient, view);
        for (const Check& check : prepared.checks) {
            if (!check.refused.isEmpty() || !check.mismatch.isEmpty() || !check.keyId.isEmpty())
                return false;
        }
        if (prepared.all && prepared.checks.size() > 1)
            return false;
        m_forms[0].push_back({contentsOf(nullptr, place, nullptr), nullptr, place, {}, {}});
    }
    return true;
}

/** What is signed when a change is undone (and over another body). */
std::vector<ContentSearch::Shown> ContentSearch::contentsOf(
    const Change* change, std::size_t place, const QByteArray* body) const
{
    std::optional<Scheme> scheme;
    SignedMessage message = m_reading.places[place].message;
    if (body)
        message.body = *body;
    if (change) {
        scheme = m_reading.lenient;
        change->apply(*scheme, message);
    }
    const MessageView view(message, m_input.settings);
    const Prepared prepared = prepare(scheme ? *scheme : m_reading.lenient, view);
    std::vector<Shown> contents;
    for (const Check& check : prepared.checks) {
        for (const Content& content : check.contents)
            contents.push_back({content, check.algorithm});
    }
    return contents;
}

const std::vector<ContentSearch::Form>& ContentSearch::formsOf(std::size_t causes)
{
    while (m_forms.size() <= causes) {
        std::vector<Form> forms;
        for (const Change& change : m_changes) {
            if (std::size_t(change.causes.size()) != m_forms.size() || m_budget.ended())
                continue;
            auto contents = contentsOf(&change, 0, nullptr);
            if (!contents.empty())
                forms.push_back({std::move(contents), &change, 0, change.causes, change.detail});
        }
        m_forms.push_back(std::move(forms));
    }
    return m_forms[causes];
}

/** Those bodies that `causes` causes explain; they are kept for combining as far as there is room. `combining`: only
 * those that are few and likely enough for it. */
bool ContentSearch::eachBody(int causes, bool combining, const std::function<void(const BodyForm*)>& use)
{
    if (!m_usesBody)
        return true;
    if (!m_bodies)
        m_bodies.emplace(m_input.message, m_bodyDependent || m_signatureInBody || isAsymmetric(m_scheme.algorithm));
    while (m_keptBodies.size() < std::size_t(causes)) {
        std::vector<BodyForm> kept;
        qsizetype size = 0;
        const bool all = m_bodies->each(int(m_keptBodies.size()) + 1, [&](const BodyForm& form) {
            m_budget.spend(makingCost * form.bytes.size());
            if (!combining || isCombined(form))
                use(&form);
            if (size < keptBytes && isCombined(form)) {
                size += form.bytes.size();
                kept.push_back(form);
            }
            // Numbers come last, and in many forms.
            const bool many = (causes > 1 && !form.usual) || form.causes.front() == "body_numbers";
            return many ? !m_budget.combinationsEnded() : !m_budget.ended();
        });
        m_keptBodies.push_back(std::move(kept));
        if (m_keptBodies.size() == std::size_t(causes))
            return all;
    }
    for (const BodyForm& form : m_keptBodies[std::size_t(causes) - 1]) {
        if (m_budget.combinationsEnded())
            return false;
        use(&form);
    }
    return true;
}

bool ContentSearch::canMatch(const Method& method) const
{
    const qsizetype size = sizeOf(method.algorithm);
    const qsizetype least = isAsymmetric(method.algorithm) ? 64 : 0; // no signature of a key pair is shorter
    return m_signatureInBody
        || std::any_of(m_reading.items.begin(), m_reading.items.end(), [&](const SignatureItem& item) {
               return size == 0 ? item.bytes.size() >= least : item.bytes.size() == size;
           });
}

std::vector<Explanation> ContentSearch::singles()
{
    level(0);
    // What has the size of no signature is none, whatever is changed.
    m_hopeless = std::none_of(m_methods.begin(), m_methods.end(), [&](const Method& one) { return canMatch(one); });
    if (!m_hopeless)
        level(1);
    m_triedSingles = !m_budget.ended();
    const bool one = std::any_of(m_found.begin(), m_found.end(), [](const auto& f) { return f.causes.size() == 1; });
    return one ? fewest() : std::vector<Explanation>();
}

std::vector<Explanation> ContentSearch::combined()
{
    const auto enough = [&](std::size_t count) {
        return std::any_of(
            m_found.begin(), m_found.end(), [&](const auto& f) { return std::size_t(f.causes.size()) <= count; });
    };
    // Where there is no signature at all, only another header can hold it: more than that is no explanation.
    if (m_hopeless || m_forms.front().empty())
        return fewest();
    for (int count = 2; count <= 4 && !m_budget.ended() && !enough(std::size_t(count) - 1); ++count)
        level(count);
    if (!enough(4))
        numbers();
    if (!enough(4) && !m_budget.combinationsEnded())
        combinations(KeyChoice::Rare);
    return fewest();
}

std::vector<Explanation> ContentSearch::fewest()
{
    std::stable_sort(
        m_found.begin(), m_found.end(), [](const auto& a, const auto& b) { return a.causes.size() < b.causes.size(); });
    const auto more = std::find_if(m_found.begin(), m_found.end(),
        [&](const auto& found) { return found.causes.size() > m_found.front().causes.size(); });
    return {m_found.begin(), more};
}

/** All with `count` causes beside those of the signature itself. */
void ContentSearch::level(int count)
{
    if (count == 0) {
        for (const Form& form : m_forms.front())
            attemptAll(form, KeyChoice::Own, m_methods.front(), nullptr);
        return;
    }
    if (count == 1)
        alone();
    for (const Form& form : formsOf(std::size_t(count)))
        attemptAll(form, KeyChoice::Own, m_methods.front(), nullptr);
    if (count == 1)
        return;
    eachBody(count, false, [&](const BodyForm* body) {
        for (const Form& form : m_forms.front())
            attemptAll(form, KeyChoice::Own, m_methods.front(), body);
    });
    if (count == 2)
        combinations(KeyChoice::Common);
    else
        combinedBodies(count - 1);
}

/** One cause: of the secret, the algorithm or the body. */
void ContentSearch::alone()
{
    const auto bodies = [&] {
        eachBody(1, false, [&](const BodyForm* body) {
            for (const Form& form : m_forms.front())
                attemptAll(form, KeyChoice::Own, m_methods.front(), body);
        });
    };
    // A long body has few other forms, but each reading of the secret hashes all of it again.
    const bool isLong = m_input.message.body.size() > longBody;
    if (isLong)
        bodies();
    if (isLong && !m_found.empty())
        return; // no other key fits the body as it came, then
    for (const Form& form : m_forms.front()) {
        attemptAll(form, KeyChoice::Common, m_methods.front(), nullptr);
        attemptAll(form, KeyChoice::Rare, m_methods.front(), nullptr);
        for (std::size_t i = 1; i < m_methods.size(); ++i)
            attemptAll(form, KeyChoice::Own, m_methods[i], nullptr);
    }
    if (!isLong)
        bodies();
}

/** Two causes of different kinds. */
void ContentSearch::combinations(KeyChoice keys)
{
    const bool common = keys == KeyChoice::Common;
    for (const Form& form : m_forms.front()) {
        for (std::size_t i = 1; i < m_methods.size(); ++i)
            attemptAll(form, keys, m_methods[i], nullptr);
    }
    for (const Form& form : formsOf(1)) {
        attemptAll(form, keys, m_methods.front(), nullptr);
        for (std::size_t i = 1; common && i < m_methods.size(); ++i)
            attemptAll(form, KeyChoice::Own, m_methods[i], nullptr);
    }
    eachBody(1, true, [&](const BodyForm* body) {
        for (const Form& form : m_forms.front()) {
            attemptAll(form, keys, m_methods.front(), body);
            for (std::size_t i = 1; common && i < m_methods.size(); ++i)
                attemptAll(form, KeyChoice::Own, m_methods[i], body);
        }
        if (!common)
            return;
        for (const Form& form : formsOf(1))
            attemptAll(form, KeyChoice::Own, m_methods.front(), body);
    });
}

/** What is explained by `causes` causes, and one more of the secret or the content. */
void ContentSearch::combinedBodies(int causes)
{
    if (m_budget.combinationsEnded())
        return;
    for (const Form& form : formsOf(std::size_t(causes)))
        attemptAll(form, KeyChoice::Common, m_methods.front(), nullptr);
    eachBody(causes, true, [&](const BodyForm* body) {
        for (const Form& form : m_forms.front())
            attemptAll(form, KeyChoice::Common, m_methods.front(), body);
    });
    if (causes > 2)
        return;
    eachBody(causes, true, [&](const BodyForm* body) {
        for (const Form& form : formsOf(1))
            attemptAll(form, KeyChoice::Own, m_methods.front(), body);
    });
}

/** A library that wrote the layout and the numbers of a document again. */
void ContentSearch::numbers()
{
    if (!m_usesBody || !m_bodies)
        return;
    for (int causes = 2; causes <= 4 && m_found.empty(); ++causes) {
        m_bodies->eachWithNumbers(causes, [&](const BodyForm& body) {
            m_budget.spend(makingCost * body.bytes.size());
            for (const Form& form : m_forms.front())
                attemptAll(form, KeyChoice::Own, m_methods.front(), &body);
            return m_found.empty() && !m_budget.combinationsEnded();
        });
    }
}

void ContentSearch::attemptAll(const Form& form, KeyChoice keys, const Method& method, const BodyForm* body)
{
    for (const QByteArray& cause : form.causes)
        m_tried << cause;
    if (body)
        m_tried << body->causes.first();
    if (!method.cause.isEmpty())
        m_tried << method.cause;
    const bool asIs = form.causes.isEmpty() && !body && method.cause.isEmpty();
    if (!asIs && !canMatch(method))
        return;
    const bool rebuilt = body && m_bodyDependent;
    const bool reread = body && m_signatureInBody;
    const std::vector<Shown> made = rebuilt ? contentsOf(form.change, form.place, &body->bytes) : std::vector<Shown>();
    std::vector<SignatureItem> items;
    if (reread) {
        SignedMessage message = m_input.message;
        message.body = body->bytes;
        items = ownItems(m_scheme, message, m_input.settings);
    }
    if (rebuilt || reread)
        m_budget.spend(rebuildCost + 4 * body->bytes.size());
    for (const TriedKey& key : m_keys) {
        if (key.choice() != keys)
            continue;
        if (m_budget.ended())
            return;
        attempt(form, key, method, body, rebuilt ? made : form.contents, reread ? items : m_reading.items);
        if (!key.isPrimary())
            m_tried << key.change.cause;
    }
}

void ContentSearch::attempt(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body,
    const std::vector<Shown>& contents, const std::vector<SignatureItem>& items)
{
    const QByteArray& bytes = body ? body->bytes : m_input.message.body;
    for (const auto& [content, algorithm] : contents) {
        const Algorithm used = method.cause.isEmpty() ? algorithm.value_or(method.algorithm) : method.algorithm;
        const std::size_t pairs = isAsymmetric(used) ? key.key->pairs.size() : 1;
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            const auto computation = Computation::begin(used, *key.key, pair);
            if (!computation)
                continue;
            qsizetype size = 0;
            for (const Piece& piece : content) {
                const QByteArrayView view = piece.kind == Piece::Kind::Body ? QByteArrayView(bytes)
                    : piece.kind == Piece::Kind::Secret                     ? key.key->text.view()
                                                                            : QByteArrayView(piece.bytes);
                computation->add(view);
                size += view.size();
            }
            m_budget.spend(size + (isAsymmetric(used) ? pairCost : attemptCost));
            compare(form, key, method, body, content, *computation, items);
        }
    }
}

void ContentSearch::compare(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body,
    const Content& content, Computation& computation, const std::vector<SignatureItem>& items)
{
    const bool asymmetric = isAsymmetric(method.algorithm);
    const QByteArray mac = asymmetric ? QByteArray() : computation.result();
    if (!asymmetric && mac.isEmpty())
        return;
    bool matched = false;
    for (const SignatureItem& item : items) {
        if (item.place != form.place)
            continue;
        // A public key is slow: with something else changed, only what needs no second change of the signature.
        if (asymmetric && (item.bytes.size() < 64 || (body && !item.causes.isEmpty())))
            continue;
        if (asymmetric ? !computation.matches(item.bytes) : !constantTimeEquals(mac, item.bytes))
            continue;
        add(form, key, method, body, content, item.causes, item.detail);
        matched = true;
        break;
    }
    if (!matched && !body && !asymmetric && key.isPrimary() && method.cause.isEmpty() && form.causes.isEmpty())
        truncated(form, key, content, mac);
}

/** A signature that arrived is the beginning of the right one: at least 8 bytes of it, so that it is no accident. */
void ContentSearch::truncated(const Form& form, const TriedKey& key, const Content& content, const QByteArray& mac)
{
    const SignatureEncoding encoding = m_scheme.encoding;
    if (encoding == SignatureEncoding::Text)
        return;
    const bool hex = encoding == SignatureEncoding::Hex || encoding == SignatureEncoding::HexUpper;
    QByteArray whole = encodeSignature(mac, encoding);
    while (whole.endsWith('='))
        whole.chop(1);
    if (hex)
        whole = asciiLower(whole);
    QByteArrayList texts;
    for (const SignatureItem& item : m_reading.items) {
        if (item.place != form.place)
            continue;
        if (item.bytes.size() >= 8 && item.bytes.size() < mac.size() && mac.startsWith(item.bytes)) {
            QByteArrayList causes = item.causes;
            causes.removeAll("encoding_padding");
            return add(form, key, m_methods.front(), nullptr, content, causes + QByteArrayList{"signature_truncated"},
                item.causes.isEmpty() ? QString::number(item.text.size()) : item.detail);
        }
    }
    // A cut through the middle of a byte does not decode at all.
    const MessageView view(m_reading.places[form.place].message, m_input.settings);
    for (const Locator& at : m_scheme.signature) {
        for (const QByteArray& value : view.all(at)) {
            for (const ItemGroup& group : cutItems(m_scheme, value)) {
                for (const auto& [item, algorithm] : group.items)
                    texts << item;
            }
        }
    }
    for (QByteArray text : texts) {
        while (text.endsWith('='))
            text.chop(1);
        if (hex)
            text = asciiLower(text);
        if (text.size() >= (hex ? 16 : 11) && text.size() < whole.size() && whole.startsWith(text))
            return add(
                form, key, m_methods.front(), nullptr, content, {"signature_truncated"}, QString::number(text.size()));
    }
}

void ContentSearch::add(const Form& form, const TriedKey& key, const Method& method, const BodyForm* body,
    const Content& content, const QByteArrayList& itemCauses, const QString& itemDetail)
{
    Explanation found;
    const auto push = [&](const QByteArrayList& causes, const QString& detail) {
        for (qsizetype i = 0; i < causes.size(); ++i) {
            found.causes << causes[i];
            found.details << (i == 0 ? detail : QString());
        }
    };
    if (!key.isPrimary())
        push({key.change.cause}, key.change.endpoints ? QString() : key.change.name);
    if (body)
        push(body->causes, body->detail);
    push(form.causes, form.detail);
    if (!method.cause.isEmpty())
        push({method.cause}, {});
    push(itemCauses, itemDetail);
    if (found.causes.isEmpty())
        return;
    const bool known = std::any_of(
        m_found.begin(), m_found.end(), [&](const Explanation& other) { return other.causes == found.causes; });
    if (known)
        return;
    found.content = contentBytes(content, body ? body->bytes : m_input.message.body);
    found.secret = key.change.name;
    found.endpoints = key.change.endpoints;
    m_found.push_back(std::move(found));
}

} // namespace creel
