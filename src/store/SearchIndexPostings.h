#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <vector>

namespace creel
{

/** Three bytes that follow each other, ASCII letters in lower case: bytes and not characters, so that a search finds
 * exactly what is there, NUL and invalid UTF-8 too. */
using Trigram = quint32;

/** What an indexed text must hold to match `term`: every third of its trigrams and the last; none under three bytes. */
std::vector<Trigram> trigramsOf(QByteArrayView term);

/** The index is kept in blocks of so many ids, each with a list of its events for every trigram. */
constexpr int blockBits = 12;
constexpr qint64 blockSize = qint64(1) << blockBits;

/** A set of events of one block. */
class BlockSet
{
public:
    /** Of a list as encoded() makes it; what is not one gives false. */
    bool unite(QByteArrayView list);
    void intersect(const BlockSet& other);
    void add(quint32 offset) { m_words[offset / 64] |= quint64(1) << (offset % 64); }
    bool contains(quint32 offset) const { return m_words[offset / 64] >> (offset % 64) & 1; }
    void clear() { m_words.fill(0); }
    bool isEmpty() const;
    /** As bits where that is shorter, else the distances, LEB128. The first byte tells which. */
    QByteArray encoded() const;

private:
    std::array<quint64, std::size_t(blockSize) / 64> m_words{};
};

/** The lists of one block while events are added: the pairs of trigram and event are gathered and sorted at the end. */
class PostingBuffer
{
public:
    explicit PostingBuffer(qint64 block = 0)
        : m_block(block)
    {
    }
    qint64 block() const { return m_block; }
    bool isEmpty() const { return m_pairs.empty(); }
    /** So full that it should be written, to bound the memory (24 MB, and one text). */
    bool isFull() const { return m_pairs.size() >= maxPairs; }
    void begin(qint64 block);
    void add(qint64 id, QByteArrayView text);
    /** Calls `list(trigram, set)` for each trigram in rising order. */
    template <class List> void take(List list)
    {
        sort();
        BlockSet set;
        for (std::size_t at = 0; at < m_pairs.size();) {
            const quint64 trigram = m_pairs[at] >> blockBits;
            set.clear();
            for (; at < m_pairs.size() && m_pairs[at] >> blockBits == trigram; ++at)
                set.add(quint32(m_pairs[at] & (blockSize - 1)));
            list(Trigram(trigram), set);
        }
        m_pairs.clear();
    }

private:
    static constexpr std::size_t maxPairs = 3'000'000;
    void sort();

    qint64 m_block;
    std::vector<quint64> m_pairs; ///< trigram and offset in the block
};

} // namespace creel
