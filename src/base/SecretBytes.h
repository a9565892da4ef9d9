#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <memory>

namespace creel
{

/** Key material that the user entered: moves, never copies by accident, and is wiped (OPENSSL_cleanse) when it goes. */
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    /** Takes the bytes and wipes the source, as far as it is not shared. */
    static SecretBytes take(QByteArray&& bytes);

    SecretBytes clone() const { return SecretBytes(view()); }
    QByteArrayView view() const { return QByteArrayView(m_data.get(), m_size); }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    void wipe();
    std::unique_ptr<char[]> m_data;
    qsizetype m_size = 0;
};

} // namespace creel
