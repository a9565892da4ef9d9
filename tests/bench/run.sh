#!/bin/sh
# Prints the receiver's figures beside their peers, all in one run. docs/benchmarks.md records them.
#   sh tests/bench/run.sh [--quick] [--build DIR]
# --quick: a smoke test of less than a minute with the same steps; its figures say nothing. All of it: 2 to 6 minutes.
# Needs a Release build with creel-cli and creel_load; nginx and mitmdump are peers and skipped where they are missing.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$here/build/release
seconds=2 rounds=9 million=1000000 fill=240 settle=20 idle=10000 active=1000
while [ $# -gt 0 ]; do
    case $1 in
    --quick) seconds=1 rounds=2 million=20000 fill=20 settle=1 idle=500 active=100 ;;
    --build) build=$2; shift ;;
    *) sed -n '2,5p' "$0" >&2; exit 2 ;;
    esac
    shift
done
load=$build/bench/creel_load
cli=$build/bin/creel-cli
for program in "$load" "$cli" "$build/bench/stalls"; do
    [ -x "$program" ] || { echo "Build it first: $program" >&2; exit 2; }
done

work=$(mktemp -d)
cacheOf=$work/cache
servers=
finish() {
    for pid in $servers; do kill "$pid" 2>/dev/null || true; done
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
    sleep 0.3
    rm -rf "$work"
}
trap finish EXIT INT TERM
ulimit -n "$(ulimit -H -n)" 2>/dev/null || true

# field NAME: a number of the JSON line on standard input
field() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
over() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }
freePort() { awk -v seed="$1$$" 'BEGIN { srand(seed); print 20000 + int(rand() * 10000) }'; }
waitForPort() {
    i=0
    until "$load" --port "$1" --connections 1 --count 1 --seconds 1 >/dev/null 2>&1; do
        i=$((i + 1))
        [ $i -lt 50 ] || { echo "nothing answers on port $1" >&2; return 1; }
        sleep 0.2
    done
}
# startCreel WORKSPACE: sets creelPid and creelPort; every event is verified by GitHub's scheme and committed
startCreel() {
    rm -f "$work/out"
    BENCH_SECRET='bench secret' XDG_CACHE_HOME=$cacheOf "$cli" listen --quiet --port 0 --workspace "$1" \
        --endpoint /,scheme=github,secret-env=BENCH_SECRET >"$work/out" 2>"$work/err" &
    creelPid=$!
    servers="$servers $creelPid"
    i=0
    until grep -q listening "$work/out" 2>/dev/null; do
        i=$((i + 1))
        [ $i -lt 100 ] || { cat "$work/err" >&2; exit 1; }
        sleep 0.1
    done
    creelPort=$(sed -n 's/.*:\([0-9]*\)[^0-9]*$/\1/p' "$work/out" | head -n 1)
}
# cpu PID...: processor time used so far, in microseconds
cpu() {
    for pid in "$@"; do cat "/proc/$pid/stat"; done 2>/dev/null \
        | awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); sum += $12 + $13 } END { printf "%.0f", sum * 1000000 / tick }'
}
# round NAME PORT PID...: one measurement; its rate and the processor time of an event go to NAME.rates and NAME.cpu
round() {
    name=$1 port=$2
    shift 2
    before=$(cpu "$@")
    line=$("$load" --port "$port" --seconds $seconds || true)
    after=$(cpu "$@")
    rate=$(echo "$line" | field rate)
    echo "$rate" >>"$work/$name.rates"
    over $((after - before)) "$(echo "$line" | field acknowledged)" >>"$work/$name.cpu"
    echo >>"$work/$name.cpu"
}
memory() { awk -v key="$2:" '$1 == key { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

echo "machine: $(nproc) cores, $(uname -r), load $(cut -d' ' -f1-3 /proc/loadavg)"
# Where this is not near 0, a rate or a latency says as much of the machine as of Creel.
stalls=$("$build/bench/stalls" "$work" $seconds)
percent() { echo "$stalls" | field "$1" | awk '{ printf "%.1f %%", $1 * 100 }'; }
echo "all cores at once stood still for $(percent alone) of the time, $(percent beside) beside a disk that syncs" \
    "(longest $(echo "$stalls" | field beside_ms) ms, $(echo "$stalls" | field syncs) syncs/s)"

# Peers ---------------------------------------------------------------------------------------------------------------
nginxPort=
if nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null); then
    nginxPort=$(freePort 1)
    mkdir -p "$work/tmp"
    cat >"$work/nginx.conf" <<END
daemon on; pid $work/nginx.pid; worker_processes $(nproc); error_log $work/nginx.err;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000000; client_header_buffer_size 8k;
  client_body_temp_path $work/tmp; proxy_temp_path $work/tmp; fastcgi_temp_path $work/tmp;
  uwsgi_temp_path $work/tmp; scgi_temp_path $work/tmp;
  server { listen 127.0.0.1:$nginxPort; location / { return 200; } } }
END
    "$nginx" -p "$work" -c nginx.conf 2>/dev/null
    waitForPort "$nginxPort"
    nginxMain=$(cat "$work/nginx.pid")
    nginxWorkers=$(cat "/proc/$nginxMain/task/$nginxMain/children")
else
    echo "nginx: not installed, skipped"
fi

startCreel "$work/bench.creel"
waitForPort "$creelPort"

# 1. Rate, peers in turn ----------------------------------------------------------------------------------------------
i=0
# Short rounds in turn, each ratio of neighbors: what else the machine does slows both of a pair alike.
while [ $i -lt $rounds ]; do
    [ -z "$nginxPort" ] || round nginx "$nginxPort" $nginxWorkers
    beside=${rate:-0}
    round creel "$creelPort" "$creelPid"
    over "$rate" "$beside" >>"$work/ratios"
    echo >>"$work/ratios"
    i=$((i + 1))
done
creelRate=$(median <"$work/creel.rates")
echo "creel, verified, committed, answered: $creelRate events/s at 64 connections," \
    "rounds $(paste -sd' ' "$work/creel.rates"), $(median <"$work/creel.cpu") us of processor an event"
if [ -n "$nginxPort" ]; then
    nginxRate=$(median <"$work/nginx.rates")
    echo "nginx return 200: $nginxRate requests/s, rounds $(paste -sd' ' "$work/nginx.rates")," \
        "$(median <"$work/nginx.cpu") us of processor a request; creel/nginx $(median <"$work/ratios") (gate 0.5), rounds $(paste -sd' ' "$work/ratios")"
fi
# beside CONNECTIONS [COMMAND...]: three pairs of neighbors, nginx beside the command; the pair of the median ratio
beside() {
    many=$1
    shift
    : >"$work/pairs"
    for i in 1 2 3; do
        helper=
        if [ $# -gt 0 ]; then
            "$@" >"$work/helper" &
            helper=$!
        fi
        peer=$("$load" --port "$nginxPort" --seconds $seconds --connections "$many" | field rate)
        [ -z "$helper" ] || wait "$helper"
        own=$("$load" --port "$creelPort" --seconds $seconds --connections "$many" | field rate)
        echo "$(over "$own" "$peer") ($own/s and $peer/s)" >>"$work/pairs"
    done
    sort -n "$work/pairs" | sed -n 2p
}
# Where each batch can be larger, and against nginx beside a program that syncs, less often than Creel
if [ -n "$nginxPort" ]; then
    for many in 256 1000; do
        echo "at $many connections, creel/nginx: $(beside $many)"
    done
    echo "64 connections, creel/nginx beside syncs of another program:" \
        "$(beside 64 "$build/bench/stalls" "$work" $((seconds + 1)) sync), $(field syncs <"$work/helper") syncs/s"
fi
if command -v mitmdump >/dev/null && [ -n "$nginxPort" ]; then
    mitmPort=$(freePort 2)
    mitmdump -q --mode "reverse:http://127.0.0.1:$nginxPort" --listen-host 127.0.0.1 --listen-port "$mitmPort" \
        -w "$work/flows" >/dev/null 2>&1 &
    servers="$servers $!"
    sleep 3
    if waitForPort "$mitmPort"; then
        mitmRate=$("$load" --port "$mitmPort" --seconds $seconds | field rate)
        echo "mitmdump -w: $mitmRate requests/s; creel/mitmdump $(over "$creelRate" "$mitmRate") (gate 20)"
    fi
else
    echo "mitmdump: not installed, skipped"
fi

# 2. Latency at half of that load -------------------------------------------------------------------------------------
half=$(awk -v r="$creelRate" 'BEGIN { printf "%d", r / 2 }')
for i in 1 2 3 4 5; do
    line=$("$load" --port "$creelPort" --seconds $seconds --rate "$half" || true)
    echo "$line" | field p50_ms >>"$work/p50"
    echo "$line" | field p99_ms >>"$work/p99"
done
echo "at $half events/s: p50 $(median <"$work/p50") ms, p99 $(median <"$work/p99") ms (gate 10)," \
    "rounds $(paste -sd' ' "$work/p99")"

# 3. Beside the search index ------------------------------------------------------------------------------------------
# The same receiver without an index: there is no folder for it.
indexedPort=$creelPort indexedPid=$creelPid
cacheOf=/proc/none
startCreel "$work/plain.creel"
plainPort=$creelPort plainPid=$creelPid
creelPort=$indexedPort creelPid=$indexedPid
cacheOf=$work/cache
waitForPort "$plainPort"
i=0
while [ $i -lt $rounds ]; do
    round plain "$plainPort" "$plainPid"
    beside=$rate
    round indexed "$indexedPort" "$indexedPid"
    over "$rate" "$beside" >>"$work/kept"
    echo >>"$work/kept"
    i=$((i + 1))
done
kill "$plainPid"
wait "$plainPid" 2>/dev/null || true
rm -f "$work"/plain.creel*
echo "with an index behind by more than it holds: $(median <"$work/kept") of the rate without one (gate 0.9)"

# 4. Many connections -------------------------------------------------------------------------------------------------
line=$("$load" --port "$creelPort" --connections $active --idle $idle --seconds $seconds || true)
echo "$idle idle and $active active: $(echo "$line" | field rate) events/s," \
    "refused $(echo "$line" | field refused), failed $(echo "$line" | field failed), lost $(echo "$line" | field lost)"

# 5. Memory after a million -------------------------------------------------------------------------------------------
line=$("$load" --port "$creelPort" --count $million --seconds $fill || true)
echo "memory with $(echo "$line" | field acknowledged) more events, $(echo "$line" | field rate)/s: $(memory $creelPid VmRSS) MB, peak $(memory $creelPid VmHWM) MB (gate 150)"
sleep $settle
echo "after $settle s of indexing: $(memory $creelPid VmRSS) MB, peak $(memory $creelPid VmHWM) MB (gate 150)"
stored=$(wc -c <"$work/bench.creel")

# 6. Opening, also after kill -9 --------------------------------------------------------------------------------------
opened() {
    from=$(date +%s%N)
    XDG_CACHE_HOME=$work/cache "$cli" list --json --limit 50 --workspace "$work/bench.creel" | wc -l >"$work/lines"
    to=$(date +%s%N)
    echo "open ($1) to the newest $(tr -d ' ' <"$work/lines") events: $(((to - from) / 1000000)) ms," \
        "process start included, file of $((stored / 1048576)) MB (gate 200)"
}
"$load" --port "$creelPort" --seconds 5 >/dev/null 2>&1 &
loader=$!
sleep 1
kill -9 "$creelPid"
wait "$creelPid" 2>/dev/null || true
wait $loader 2>/dev/null || true
echo "log left by kill -9: $(($(wc -c <"$work/bench.creel-wal") / 1048576)) MB"
opened "after kill -9"
startCreel "$work/bench.creel"
waitForPort "$creelPort"
kill "$creelPid"
wait "$creelPid" 2>/dev/null || true
opened "after a clean end"
