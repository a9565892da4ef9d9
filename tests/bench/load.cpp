// A load generator: N keep-alive connections on one epoll set, requests prepared up front, acknowledgements counted.
// Closed loop (each connection sends when it was answered) or open loop at a given rate, where the latency counts from
// the moment a request was due, not from when a connection was free. Prints one line of JSON.
#include <CLI/CLI.hpp>
#include <openssl/hmac.h>

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;

std::int64_t nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

struct Options {
    int port = 4747;
    int connections = 64;
    int idle = 0;
    double seconds = 10;
    std::int64_t count = 0; // 0: as many as fit into the time
    double rate = 0; // 0: closed loop
    std::size_t bodyBytes = 1024;
    std::string path = "/";
    std::string secret = "bench secret";
};

/** GitHub's form: JSON, X-Hub-Signature-256 over the body. Each differs, so that nothing can be remembered. */
std::vector<std::string> prepare(const Options& options)
{
    std::vector<std::string> requests;
    for (int i = 0; i < 2048; ++i) {
        std::string body = "{\"action\":\"opened\",\"number\":" + std::to_string(i) + ",\"pad\":\"";
        while (body.size() + 2 < options.bodyBytes)
            body += char('a' + (body.size() * 7 + std::size_t(i)) % 26);
        body += "\"}";
        unsigned char mac[32];
        unsigned int length = sizeof mac;
        HMAC(EVP_sha256(), options.secret.data(), int(options.secret.size()),
            reinterpret_cast<const unsigned char*>(body.data()), body.size(), mac, &length);
        std::string hex;
        for (const unsigned char byte : mac) {
            char pair[3];
            std::snprintf(pair, sizeof pair, "%02x", byte);
            hex += pair;
        }
        char delivery[40];
        std::snprintf(delivery, sizeof delivery, "72d3162e-cc78-11e3-81ab-%012x", unsigned(i));
        requests.push_back("POST " + options.path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: GitHub-Hookshot/044aadd\r\nAccept: */*\r\n"
              "Content-Type: application/json\r\nX-GitHub-Event: issues\r\nX-GitHub-Delivery: "
            + delivery + "\r\nX-Hub-Signature-256: sha256=" + hex + "\r\nContent-Length: " + std::to_string(body.size())
            + "\r\n\r\n" + body);
    }
    return requests;
}

struct Link {
    int descriptor = -1;
    std::int64_t startedUs = 0;
    bool busy = false;
    const std::string* request = nullptr; // what is not written yet
    std::size_t sent = 0;
    std::string answer;
};

class Load
{
public:
    explicit Load(const Options& options)
        : m_options(options)
        , m_requests(prepare(options))
        , m_poller(::epoll_create1(0))
    {
    }

    int run()
    {
        openAll();
        m_startUs = nowUs();
        const std::int64_t endUs = m_startUs + std::int64_t(m_options.seconds * 1e6);
        if (m_options.rate <= 0)
            for (std::size_t i = 0; i < m_links.size(); ++i)
                send(i, nowUs());
        else
            for (std::size_t i = 0; i < m_links.size(); ++i)
                m_free.push_back(i);
        bool over = false;
        while (!over || m_busy > 0) {
            const std::int64_t now = nowUs();
            over = now >= endUs || (m_options.count > 0 && m_issued >= m_options.count);
            m_closing = over;
            if (m_options.rate > 0 && !over)
                sendDue(now);
            if (now > endUs + 10'000'000 || m_alive == 0)
                break; // unanswered after 10 s: lost
            poll(m_options.rate > 0 && !over ? untilDueUs() : 100'000);
        }
        report(double(nowUs() - m_startUs) / 1e6);
        return m_failed == 0 && m_busy == 0 ? 0 : 1;
    }

private:
    int connectOne()
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(std::uint16_t(m_options.port));
        // Ephemeral ports end at 28 000 for one address pair: spread over 127.0.0.0/8 is not needed for 12 000.
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            ::close(descriptor);
            ++m_refused;
            return -1;
        }
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return descriptor;
    }

    void openAll()
    {
        for (int i = 0; i < m_options.idle; ++i)
            m_idle.push_back(connectOne());
        for (int i = 0; i < m_options.connections; ++i) {
            const int descriptor = connectOne();
            if (descriptor < 0)
                continue;
            epoll_event event = {};
            event.events = EPOLLIN;
            event.data.u64 = m_links.size();
            ::epoll_ctl(m_poller, EPOLL_CTL_ADD, descriptor, &event);
            m_links.push_back({descriptor, 0, false, nullptr, 0, {}});
            ++m_alive;
        }
    }

    void sendDue(std::int64_t now)
    {
        while (m_startUs + std::int64_t(double(m_scheduled) / m_options.rate * 1e6) <= now) {
            m_due.push_back(m_startUs + std::int64_t(double(m_scheduled) / m_options.rate * 1e6));
            ++m_scheduled;
        }
        while (!m_due.empty() && !m_free.empty()) {
            const std::size_t index = m_free.back();
            m_free.pop_back();
            send(index, m_due.front());
            m_due.pop_front();
        }
    }

    void send(std::size_t index, std::int64_t dueUs)
    {
        Link& link = m_links[index];
        link.startedUs = dueUs;
        link.busy = true;
        ++m_busy;
        link.request = &m_requests[std::size_t(m_issued++) % m_requests.size()];
        link.sent = 0;
        write(link);
    }

    void write(Link& link)
    {
        while (link.sent < link.request->size()) {
            const auto done = ::send(
                link.descriptor, link.request->data() + link.sent, link.request->size() - link.sent, MSG_NOSIGNAL);
            if (done <= 0) {
                fail(link);
                return;
            }
            link.sent += std::size_t(done);
        }
    }

    void fail(Link& link)
    {
        if (link.busy) {
            ++m_failed;
            --m_busy;
        }
        link.busy = false;
        --m_alive;
        ::close(link.descriptor);
        link.descriptor = -1;
    }

    /** Sleeps rather than spins: the processor belongs to what is measured. */
    std::int64_t untilDueUs() const
    {
        const std::int64_t next = m_startUs + std::int64_t(double(m_scheduled) / m_options.rate * 1e6);
        return std::clamp<std::int64_t>(next - nowUs(), 0, 100'000);
    }

    void poll(std::int64_t timeoutUs)
    {
        epoll_event events[256];
        const timespec timeout = {timeoutUs / 1'000'000, timeoutUs % 1'000'000 * 1'000};
        const int count = ::epoll_pwait2(m_poller, events, 256, &timeout, nullptr);
        for (int i = 0; i < count; ++i)
            receive(std::size_t(events[i].data.u64));
    }

    void receive(std::size_t index)
    {
        Link& link = m_links[index];
        char bytes[4096];
        const auto got = ::recv(link.descriptor, bytes, sizeof bytes, MSG_DONTWAIT);
        if (got <= 0) {
            if (got == 0 || errno != EAGAIN)
                fail(link);
            return;
        }
        link.answer.append(bytes, std::size_t(got));
        const std::size_t end = link.answer.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        const std::size_t mark = link.answer.find("ontent-");
        const std::size_t length =
            mark < end ? std::size_t(std::atoll(link.answer.c_str() + link.answer.find(": ", mark) + 2)) : 0;
        if (link.answer.size() < end + 4 + length)
            return;
        const bool accepted = link.answer.compare(9, 1, "2") == 0;
        link.answer.clear();
        link.busy = false;
        --m_busy;
        if (accepted) {
            ++m_acknowledged;
            m_latencies.push_back(std::uint32_t(std::min<std::int64_t>(nowUs() - link.startedUs, UINT32_MAX)));
        } else {
            ++m_failed;
        }
        if (m_options.rate > 0)
            m_free.push_back(index);
        else if (!m_closing && (m_options.count == 0 || m_issued < m_options.count))
            send(index, nowUs());
    }

    double percentile(double part)
    {
        if (m_latencies.empty())
            return 0;
        const auto place = std::min(m_latencies.size() - 1, std::size_t(double(m_latencies.size()) * part));
        std::nth_element(m_latencies.begin(), m_latencies.begin() + std::ptrdiff_t(place), m_latencies.end());
        return double(m_latencies[place]) / 1000.0;
    }

    void report(double seconds)
    {
        std::printf(
            "{\"acknowledged\":%lld,\"failed\":%lld,\"refused\":%lld,\"lost\":%lld,\"rate\":%.0f,\"p50_ms\":%.2f,"
            "\"p99_ms\":%.2f,\"max_ms\":%.2f}\n",
            static_cast<long long>(m_acknowledged), static_cast<long long>(m_failed), static_cast<long long>(m_refused),
            static_cast<long long>(m_busy), double(m_acknowledged) / seconds, percentile(0.5), percentile(0.99),
            percentile(1.0));
    }

    Options m_options;
    std::vector<std::string> m_requests;
    int m_poller;
    std::vector<int> m_idle;
    std::vector<Link> m_links;
    std::vector<std::size_t> m_free;
    std::deque<std::int64_t> m_due;
    std::vector<std::uint32_t> m_latencies;
    std::int64_t m_startUs = 0;
    std::int64_t m_scheduled = 0;
    std::int64_t m_issued = 0;
    std::int64_t m_busy = 0;
    std::int64_t m_acknowledged = 0;
    std::int64_t m_failed = 0;
    std::int64_t m_refused = 0;
    std::int64_t m_alive = 0;
    bool m_closing = false;
};

} // namespace

int main(int argc, char** argv)
{
    Options options;
    CLI::App app("Sends GitHub-signed events and counts acknowledgements");
    app.add_option("--port", options.port);
    app.add_option("--connections", options.connections);
    app.add_option("--idle", options.idle, "further connections that send nothing");
    app.add_option("--seconds", options.seconds);
    app.add_option("--count", options.count, "stop after so many requests");
    app.add_option("--rate", options.rate, "requests a second in an open loop; 0: closed loop");
    app.add_option("--body", options.bodyBytes);
    app.add_option("--path", options.path);
    app.add_option("--secret", options.secret);
    CLI11_PARSE(app, argc, argv);
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return Load(options).run();
}
