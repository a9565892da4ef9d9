#include "app/HandshakeChooser.h"

namespace creel
{

HandshakeChooser::HandshakeChooser(std::shared_ptr<const HandshakeCatalog> catalog,
    std::map<QByteArray, SecretBytes> secrets, std::shared_ptr<Mailbox<LearnedSecret>> learned)
    : m_catalog(std::move(catalog))
    , m_secrets(std::move(secrets))
    , m_learned(std::move(learned))
{
}

std::optional<ChosenAnswer> HandshakeChooser::choose(
    const Request& request, const EndpointTable::Entry& entry, const StoredVerdict& verdict) const
{
    const Endpoint& endpoint = entry.endpoint;
    if (!endpoint.answerHandshakes || !m_catalog->mayAnswer(endpoint.scheme, endpoint.handshake, request))
        return std::nullopt;
    HandshakeContext context;
    context.settings = endpoint.settings;
    context.url = verificationUrl(endpoint, request);
    if (const auto secret = m_secrets.find(endpoint.path); secret != m_secrets.end())
        context.secret = secret->second.clone();
    auto answer = m_catalog->answer(endpoint.scheme, endpoint.handshake, request, verdict.signature, context);
    if (!answer)
        return std::nullopt;
    if (!answer->learnedSecret.isEmpty())
        m_learned->post({endpoint.path, answer->name, std::move(answer->learnedSecret)});
    auto chosen = std::make_shared<Answer>();
    chosen->status = answer->status;
    chosen->headers = answer->headers;
    chosen->body = answer->body;
    return ChosenAnswer{std::move(chosen), answer->marks};
}

} // namespace creel
