#!/bin/sh
# Capture with the window open and following, in turn with the terminal receiver and nginx `return 200`; then what the
# window holds while 1 000 000 events come. docs/benchmarks.md records the figures.
#   sh tests/bench/window.sh [--quick] [--build DIR]
# Needs a Release build with creel, creel-cli and creel_load, and Xvfb; nginx is skipped where it is missing.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$here/build/release
seconds=3 rounds=7 million=1000000 settle=30
while [ $# -gt 0 ]; do
    case $1 in
    --quick) seconds=1 rounds=2 million=20000 settle=1 ;;
    --build) build=$2; shift ;;
    *) sed -n '2,5p' "$0" >&2; exit 2 ;;
    esac
    shift
done
load=$build/bench/creel_load
for program in "$load" "$build/bin/creel" "$build/bin/creel-cli" "$(command -v Xvfb || echo Xvfb)"; do
    [ -x "$program" ] || { echo "Missing: $program" >&2; exit 2; }
done

work=$(mktemp -d)
servers=
finish() {
    for pid in $servers; do kill "$pid" 2>/dev/null && kill -CONT "$pid" 2>/dev/null || true; done
    [ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
    sleep 0.5
    rm -rf "$work"
}
trap finish EXIT INT TERM
ulimit -n "$(ulimit -H -n)" 2>/dev/null || true
export HOME="$work" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"

field() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
over() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f\n", a / b; else print "-" }'; }
freePort() { awk -v seed="$1$$" 'BEGIN { srand(seed); print 20000 + int(rand() * 10000) }'; }
waitForPort() {
    i=0
    until "$load" --port "$1" --connections 1 --count 1 --seconds 1 >/dev/null 2>&1; do
        i=$((i + 1))
        [ $i -lt 50 ] || { echo "nothing answers on port $1" >&2; return 1; }
        sleep 0.2
    done
}
# cpu PID: processor time used so far, in microseconds
cpu() {
    awk -v tick="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.0f", ($12 + $13) * 1000000 / tick }' "/proc/$1/stat"
}
# round NAME PORT [PID]: one measurement; with a process, its processor time of an event
round() {
    before=$(cpu "${3:-$$}")
    line=$("$load" --port "$2" --seconds "$seconds" || true)
    after=$(cpu "${3:-$$}")
    rate=$(echo "$line" | field rate)
    echo "$rate" >>"$work/$1.rates"
    over $((after - before)) "$(echo "$line" | field acknowledged)" >>"$work/$1.cpu"
}
# startWindow WORKSPACE: sets windowPid and windowPort
startWindow() {
    windowPort=$(freePort "$2")
    "$build/bin/creel" -platform xcb --port "$windowPort" "$1" >"$work/window.out" 2>&1 &
    windowPid=$!
    servers="$servers $windowPid"
    waitForPort "$windowPort"
    sleep 1
}

Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$work/display" >/dev/null 2>&1 &
servers="$!"
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

nginxPort=
if nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null); then
    nginxPort=$(freePort 1)
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
else
    echo "nginx: not installed, skipped"
fi
terminalPort=$(freePort 2)
"$build/bin/creel-cli" listen --quiet --port "$terminalPort" --workspace "$work/terminal.creel" >/dev/null 2>&1 &
terminalPid=$!
servers="$servers $terminalPid"
waitForPort "$terminalPort"
startWindow "$work/window.creel" 3

# Who is not measured stands still: an indexer that works off its backlog would take the other's processor.
kill -STOP "$terminalPid" "$windowPid"
i=0
while [ $i -lt "$rounds" ]; do
    if [ -n "$nginxPort" ]; then
        round nginx "$nginxPort"
        beside=$rate
    fi
    kill -CONT "$terminalPid"
    round terminal "$terminalPort" "$terminalPid"
    kill -STOP "$terminalPid"
    terminal=$rate
    kill -CONT "$windowPid"
    round window "$windowPort" "$windowPid"
    kill -STOP "$windowPid"
    over "$rate" "$terminal" >>"$work/toTerminal"
    [ -z "$nginxPort" ] || over "$rate" "$beside" >>"$work/toNginx"
    i=$((i + 1))
done
kill -CONT "$terminalPid" "$windowPid"
for name in nginx terminal window; do
    [ ! -f "$work/$name.rates" ] || echo "$name: $(median <"$work/$name.rates") events/s, rounds $(paste -sd' ' "$work/$name.rates")"
done
for name in terminal window; do
    echo "$name: $(median <"$work/$name.cpu") us of processor an event"
done
echo "window/terminal: $(median <"$work/toTerminal"), rounds $(paste -sd' ' "$work/toTerminal")"
[ -z "$nginxPort" ] || echo "window/nginx: $(median <"$work/toNginx") (gate 0.5), rounds $(paste -sd' ' "$work/toNginx")"
kill "$windowPid" "$terminalPid"
wait "$windowPid" "$terminalPid" 2>/dev/null || true

startWindow "$work/million.creel" 4
"$load" --port "$windowPort" --count "$million" --seconds 300 >/dev/null
held() { awk -v what="$1" '$1 == what { printf "%.0f", $2 * 1024 / 1000000 }' "/proc/$windowPid/status"; }
echo "window after $million events: $(held VmRSS:) MB, $(held VmHWM:) MB at most (gate 150)"
sleep "$settle"
echo "window after $settle s more of indexing: $(held VmRSS:) MB, $(held VmHWM:) MB at most"
