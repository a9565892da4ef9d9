#!/bin/sh
# Everything from a bare Debian 12 machine to a running Creel, or to its tests:
#   sh packaging/bootstrap.sh run [ARGUMENTS OF CREEL]   install what is needed, build, start
#   sh packaging/bootstrap.sh test                       install what is needed, build, run every test
#   sh packaging/bootstrap.sh build                      install what is needed, build
#   sh packaging/bootstrap.sh packages                   print the packages, one a line
# Works as root and as a user with sudo. What is there already is neither installed nor built again.
set -eu

top=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
preset=${CREEL_PRESET:-release}
build="$top/build/$preset"

build_packages="g++ cmake ninja-build pkg-config
qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libgl1-mesa-dev
libboost-dev libssl-dev libsimdjson-dev libsqlite3-dev libsqlitecpp-dev libroaring-dev zlib1g-dev libbrotli-dev
libzstd-dev qtkeychain-qt6-dev libqscintilla2-qt6-dev libcli11-dev"
run_packages="qt6-qpa-plugins qt6-translations-l10n libqt6svg6 libsecret-1-0 ca-certificates fonts-dejavu-core"
test_packages="python3 clang-format-14 xvfb xauth xdotool curl openssl dbus dbus-x11 gnome-keyring libsecret-tools
nodejs npm desktop-file-utils appstream"

say() { printf '%s\n' "creel: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        fail "this needs root: run it as root, or install sudo, or have somebody install: $*"
    fi
}

# A package, or another that provides the same command, is there.
installed() {
    dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q '^install ok installed$' && return 0
    case $1 in
    nodejs) command -v node >/dev/null 2>&1 ;;
    npm) command -v npm >/dev/null 2>&1 ;;
    *) return 1 ;;
    esac
}

install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "there is no apt-get here. Install what these Debian packages hold, then build with:"
        say "  cmake --preset release && cmake --build build/release"
        printf '%s\n' "$@"
        exit 1
    fi
    missing=
    for package in "$@"; do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null \
        || fail "the packages could not be installed; see the lines above"
}

# Two cores as well as many: a compiler may take 1.5 GB, so memory counts too.
jobs() {
    cores=$(nproc 2>/dev/null || echo 2)
    memory=$(awk '/MemAvailable/ {print int($2 / 1572864)}' /proc/meminfo 2>/dev/null || echo "$cores")
    [ "${memory:-0}" -ge 1 ] || memory=1
    [ "$memory" -lt "$cores" ] && echo "$memory" || echo "$cores"
}

build() {
    mkdir -p "$top/build" 2>/dev/null || true
    if [ ! -w "$top/build" ] || { [ -e "$build" ] && [ ! -w "$build" ]; }; then
        fail "$build is not writable for $(id -un): remove it, or run this as the user who made it"
    fi
    if [ ! -f "$build/build.ninja" ]; then
        (cd "$top" && cmake --preset "$preset" >"$top/build/configure.log" 2>&1) || {
            cat "$top/build/configure.log" >&2
            fail "CMake could not configure the build; see the lines above"
        }
    fi
    cmake --build "$build" --parallel "$(jobs)" "$@" >&2
}

# shellcheck disable=SC2086
case ${1:-} in
run)
    shift
    install_packages $build_packages $run_packages
    build --target creel creel-cli
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        exec "$build/bin/creel" "$@"
    fi
    say "there is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so this is the terminal receiver:"
    say "  creel-cli listen $*    (Ctrl+C stops it; creel-cli --help tells the rest)"
    exec "$build/bin/creel-cli" listen "$@"
    ;;
test)
    shift
    install_packages $build_packages $run_packages $test_packages
    # The providers' official libraries, for the interop test alone.
    [ -d "$top/tests/interop/node_modules/stripe" ] \
        || (cd "$top/tests/interop" && npm ci --ignore-scripts --no-audit --no-fund >/dev/null) \
        || say "npm could not fetch the providers' libraries: the interop test is left out"
    build
    cd "$top" && exec ctest --preset "$preset" --parallel "$(jobs)" "$@"
    ;;
build)
    install_packages $build_packages $run_packages
    build
    ;;
packages)
    printf '%s\n' $build_packages $run_packages $test_packages
    ;;
*)
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
