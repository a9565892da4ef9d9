#include "base/SecretBytes.h"

#include <openssl/crypto.h>

#include <cstring>

namespace creel
{

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_data(bytes.isEmpty() ? nullptr : new char[static_cast<std::size_t>(bytes.size())])
    , m_size(bytes.size())
{
    if (m_data)
        std::memcpy(m_data.get(), bytes.data(), static_cast<std::size_t>(m_size));
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::move(other.m_data))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::move(other.m_data);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes SecretBytes::take(QByteArray&& bytes)
{
    SecretBytes secret{QByteArrayView(bytes)};
    if (bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

void SecretBytes::wipe()
{
    if (m_data)
        OPENSSL_cleanse(m_data.get(), static_cast<std::size_t>(m_size));
    m_data.reset();
    m_size = 0;
}

} // namespace creel
