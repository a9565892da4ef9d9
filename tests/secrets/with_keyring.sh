#!/bin/sh
# with_keyring.sh unlocked|locked|missing PROGRAM: runs a test in a D-Bus session of its own whose keyring is in that
# state, in a home folder of its own. Exit code 77 (skipped) where the programs for it are not installed.
set -eu
mode=$1
program=$2
for need in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$need" >/dev/null 2>&1; then
        echo "skipped: $need is not installed (Debian: dbus-daemon, dbus-bin, gnome-keyring)"
        exit 77
    fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
mkdir -m 700 "$home/run"
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" CREEL_TEST_KEYRING="$mode"
# Without services, so that only what is started here answers.
cat >"$home/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=$home/run</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
END
# The daemon takes its name on the bus a moment after --unlock has returned.
unlock='printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || exit 1
        sleep 0.05
    done'
case $mode in
unlocked) start=$unlock ;;
locked) start="$unlock
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null" ;;
missing) start=: ;;
esac
# The daemons of the session end with it: gnome-keyring-daemon watches its bus.
dbus-run-session --config-file="$home/bus.conf" -- sh -c "$start
exec \"\$0\"" "$program"
