#include "store/SearchIndexPostings.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace creel
{
namespace
{

constexpr char asBits = 1;
constexpr char asDistances = 2;
constexpr std::size_t longestText = 2 << 20; ///< a head and the start of a body
constexpr int digitBits = 12; ///< of the radix sort: a trigram has two digits
constexpr std::size_t smallBucket = 512; ///< under it counting the digits takes longer than comparing
constexpr std::size_t largeBucket = 1 << 18; ///< over it a copy takes too much

quint32 folded(char byte)
{
    const auto value = quint8(byte);
    return value >= 'A' && value <= 'Z' ? value + 32U : value;
}

} // namespace

std::vector<Trigram> trigramsOf(QByteArrayView term)
{
    std::vector<Trigram> trigrams;
    if (term.size() < 3)
        return trigrams;
    const auto add = [&](qsizetype at) {
        trigrams.push_back(folded(term[at]) << 16 | folded(term[at + 1]) << 8 | folded(term[at + 2]));
    };
    for (qsizetype at = 0; at + 3 < term.size(); at += 3)
        add(at);
    add(term.size() - 3);
    std::sort(trigrams.begin(), trigrams.end());
    trigrams.erase(std::unique(trigrams.begin(), trigrams.end()), trigrams.end());
    return trigrams;
}

bool BlockSet::unite(QByteArrayView list)
{
    if (list.isEmpty())
        return false;
    if (list[0] == asBits) {
        if (list.size() != 1 + qsizetype(blockSize / 8))
            return false;
        for (qsizetype i = 0; i < blockSize / 8; ++i)
            m_words[std::size_t(i / 8)] |= quint64(quint8(list[1 + i])) << (i % 8 * 8);
        return true;
    }
    if (list[0] != asDistances)
        return false;
    qint64 offset = -1;
    for (qsizetype at = 1; at < list.size(); ++at) {
        qint64 distance = quint8(list[at]);
        if (distance & 0x80) {
            if (++at == list.size())
                return false;
            distance = (distance & 0x7f) | qint64(quint8(list[at])) << 7;
        }
        offset += distance;
        if (distance == 0 || offset >= blockSize)
            return false;
        add(quint32(offset));
    }
    return true;
}

void BlockSet::intersect(const BlockSet& other)
{
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

bool BlockSet::isEmpty() const
{
    return std::all_of(m_words.begin(), m_words.end(), [](quint64 word) { return word == 0; });
}

QByteArray BlockSet::encoded() const
{
    QByteArray list(1, asDistances);
    qint64 before = -1;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        for (quint64 word = m_words[i]; word != 0; word &= word - 1) {
            const qint64 offset = qint64(i) * 64 + std::countr_zero(word);
            const qint64 distance = offset - before;
            before = offset;
            if (distance < 0x80) {
                list += char(distance);
            } else {
                list += char((distance & 0x7f) | 0x80);
                list += char(distance >> 7);
            }
        }
        if (list.size() > blockSize / 8) {
            QByteArray bits(1 + qsizetype(blockSize / 8), asBits);
            for (qsizetype byte = 0; byte < blockSize / 8; ++byte)
                bits[1 + byte] = char(m_words[std::size_t(byte / 8)] >> (byte % 8 * 8));
            return bits;
        }
    }
    return list;
}

void PostingBuffer::begin(qint64 block)
{
    m_block = block;
    m_pairs.clear();
    m_pairs.reserve(maxPairs + longestText); // growing would hold up to three times as much
}

void PostingBuffer::add(qint64 id, QByteArrayView text)
{
    if (text.size() < 3)
        return;
    const quint64 offset = quint64(id & (blockSize - 1));
    quint64 trigram = folded(text[0]) << 8 | folded(text[1]);
    const std::size_t before = m_pairs.size();
    m_pairs.resize(before + std::size_t(text.size()) - 2);
    quint64* out = m_pairs.data() + before;
    for (const char* at = text.data() + 2; at != text.data() + text.size(); ++at) {
        trigram = (trigram << 8 | folded(*at)) & 0xff'ffff;
        *out++ = trigram << blockBits | offset;
    }
}

/**
 * By trigram alone, a digit at a time. The first one in place: another copy of all pairs would be most of the memory
 * that the indexer takes. Then each bucket, which is small, by the other digit through a small copy.
 */
void PostingBuffer::sort()
{
    constexpr std::size_t digits = std::size_t(1) << digitBits;
    const auto digit = [](quint64 pair, int shift) { return std::size_t(pair >> shift) & (digits - 1); };
    constexpr int upper = blockBits + digitBits;
    std::vector<std::size_t> next(digits);
    std::vector<std::size_t> ends(digits);
    for (const quint64 pair : m_pairs)
        ++ends[digit(pair, upper)];
    for (std::size_t i = 1; i < digits; ++i) {
        next[i] = ends[i - 1];
        ends[i] += next[i];
    }
    std::vector<quint64> scratch;
    std::vector<std::size_t> starts(digits + 1);
    for (std::size_t bucket = 0, begin = 0; bucket < digits; begin = ends[bucket++]) {
        while (next[bucket] < ends[bucket]) {
            // Each pair pushes the one that lies in its place out, until one belongs here
            quint64 pair = m_pairs[next[bucket]];
            for (std::size_t to = digit(pair, upper); to != bucket; to = digit(pair, upper))
                std::swap(pair, m_pairs[next[to]++]);
            m_pairs[next[bucket]++] = pair;
        }
        const auto first = m_pairs.begin() + std::ptrdiff_t(begin);
        const auto last = m_pairs.begin() + std::ptrdiff_t(ends[bucket]);
        const std::size_t size = ends[bucket] - begin;
        if (size < smallBucket || size > largeBucket) {
            std::sort(first, last);
            continue;
        }
        std::fill(starts.begin(), starts.end(), 0);
        for (auto pair = first; pair != last; ++pair)
            ++starts[digit(*pair, blockBits) + 1];
        for (std::size_t i = 0; i < digits; ++i)
            starts[i + 1] += starts[i];
        scratch.resize(std::max(scratch.size(), size));
        for (auto pair = first; pair != last; ++pair)
            scratch[starts[digit(*pair, blockBits)]++] = *pair;
        std::copy_n(scratch.begin(), size, first);
    }
}

} // namespace creel
