#!/bin/sh
# Runs every built fuzz target for a bounded time: sh tests/fuzz/run.sh [seconds for each] [build folder]
# The same inputs in every run, as far as the time reaches; CREEL_FUZZ_SEED=0 takes others each time.
# New inputs are kept in <build>/corpus/<target>, crashes in <build>/crashes. Fails when any target does.
set -u
seconds=${1:-60}
here=$(cd "$(dirname "$0")" && pwd)
build=${2:-$here/../../build/fuzz}
failed=""
ran=0
mkdir -p "$build/crashes"
for program in "$build"/fuzzers/fuzz_*; do
    [ -x "$program" ] || continue
    name=$(basename "$program")
    seeds="$here/seeds/${name#fuzz_}"
    corpus="$build/corpus/$name"
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=""
    echo "== $name: $seconds s"
    log="$build/crashes/$name.log"
    # A leak check at the end of each input makes the run several times slower; at its end it is done anyway.
    if ! UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 "$program" -max_total_time="$seconds" -seed="${CREEL_FUZZ_SEED:-1}" -rss_limit_mb=1024 \
        -timeout=10 -max_len=4096 -detect_leaks=0 -print_final_stats=1 -artifact_prefix="$build/crashes/$name-" \
        "$corpus" $seeds >"$log" 2>&1; then
        failed="$failed $name"
        tail -n 40 "$log"
    fi
    grep -E "stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)" "$log"
    ran=$((ran + 1))
done
if [ "$ran" -eq 0 ]; then
    echo "No fuzz target is built in $build: cmake --preset fuzz && cmake --build --preset fuzz" >&2
    exit 1
fi
if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
echo "$ran fuzz targets ran, none failed"
