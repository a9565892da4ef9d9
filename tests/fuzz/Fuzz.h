#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/** Ends the run with a crash that libFuzzer reports, together with the input. */
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline QByteArrayView fuzzBytes(const std::uint8_t* data, std::size_t size)
{
    return QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size));
}

/** Called by libFuzzer for each input; declared for compilers that ask for it. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
