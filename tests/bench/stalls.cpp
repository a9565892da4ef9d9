// How much of its time this machine stands still: `stalls <folder> [seconds]`; `stalls <folder> [seconds] sync` does
// nothing but write 64 KB and sync them 1 000 times a second at most, to run a peer beside it. A thread for each core
// does nothing but read the clock; a gap of over 2 ms that all of them have at once is no doing of the system's
// scheduler, but of whoever gives this machine its processors. Measured alone, then beside a thread that writes 64 KB
// and syncs them, over and over: a virtual machine whose disk is served by a thread of its host may have to share a
// limit of processor time with it. Prints one line of JSON.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;
using Gap = std::pair<double, double>; ///< from, to: seconds

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<Gap> gapsOfOneCore(Clock::time_point start, double seconds)
{
    std::vector<Gap> gaps;
    double last = secondsSince(start);
    while (last < seconds) {
        const double now = secondsSince(start);
        if (now - last > 0.002)
            gaps.emplace_back(last, now);
        last = now;
    }
    return gaps;
}

std::vector<Gap> common(const std::vector<Gap>& a, const std::vector<Gap>& b)
{
    std::vector<Gap> both;
    for (const auto& [from, to] : a) {
        for (const auto& [otherFrom, otherTo] : b) {
            const Gap shared{std::max(from, otherFrom), std::min(to, otherTo)};
            if (shared.second > shared.first)
                both.push_back(shared);
        }
    }
    return both;
}

struct Stalls {
    double share = 0; ///< of the time, in which no core went on
    double longestMs = 0;
};

Stalls measure(double seconds)
{
    const Clock::time_point start = Clock::now();
    std::vector<std::vector<Gap>> gaps(std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::thread> cores;
    cores.reserve(gaps.size());
    for (std::vector<Gap>& mine : gaps)
        cores.emplace_back([&mine, start, seconds] { mine = gapsOfOneCore(start, seconds); });
    for (std::thread& core : cores)
        core.join();
    std::vector<Gap> all = gaps.front();
    for (const std::vector<Gap>& other : gaps)
        all = common(all, other);
    Stalls stalls;
    for (const auto& [from, to] : all) {
        stalls.share += (to - from) / seconds;
        stalls.longestMs = std::max(stalls.longestMs, (to - from) * 1000);
    }
    return stalls;
}

/** Until `stop`, with a pause after each; how often it was done, nothing where the file can't be written. */
std::optional<long> writeAndSync(
    const std::string& file, const std::atomic<bool>& stop, std::chrono::microseconds pause)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return std::nullopt;
    const std::string piece(64 * 1024, 'x');
    const auto size = static_cast<ssize_t>(piece.size());
    std::optional<long> done = 0;
    for (off_t at = 0; !stop; at = (at + size) % (256 * size)) {
        if (::pwrite(descriptor, piece.data(), piece.size(), at) != size || ::fsync(descriptor) != 0) {
            done.reset();
            break;
        }
        ++*done;
        if (pause.count() > 0)
            std::this_thread::sleep_for(pause);
    }
    ::close(descriptor);
    ::unlink(file.c_str());
    return done;
}

} // namespace

int main(int count, char** arguments)
{
    const bool onlySyncs = count == 4 && std::string_view(arguments[3]) == "sync";
    if (count < 2 || (count > 3 && !onlySyncs)) {
        std::fprintf(stderr, "stalls <folder> [seconds [sync]]\n");
        return 2;
    }
    const double seconds = count > 2 ? std::clamp(std::atof(arguments[2]), 0.1, 60.0) : 3.0;
    const std::string file = std::string(arguments[1]) + "/stalls.tmp";
    const Stalls alone = onlySyncs ? Stalls() : measure(seconds);
    std::atomic<bool> stop = false;
    std::optional<long> syncs;
    std::thread disk([&] { syncs = writeAndSync(file, stop, std::chrono::microseconds(onlySyncs ? 500 : 0)); });
    Stalls beside;
    if (onlySyncs)
        std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    else
        beside = measure(seconds);
    stop = true;
    disk.join();
    if (!syncs) {
        std::fprintf(stderr, "stalls: nothing can be written in %s\n", arguments[1]);
        return 1;
    }
    const double rate = static_cast<double>(*syncs) / seconds;
    if (onlySyncs)
        std::printf("{\"syncs\":%.0f}\n", rate);
    else
        std::printf("{\"alone\":%.4f,\"alone_ms\":%.1f,\"beside\":%.4f,\"beside_ms\":%.1f,\"syncs\":%.0f}\n",
            alone.share, alone.longestMs, beside.share, beside.longestMs, rate);
    return 0;
}
