#!/bin/sh
# Makes the pictures of the README from the running program: sh docs/screenshots.sh [BUILD FOLDER]
# Needs Xvfb, openbox, xdotool, ImageMagick and curl. Everything happens on loopback and in a folder that is removed.
set -eu
top=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
build=${1:-$top/build/release}
work=$(mktemp -d)
export DISPLAY=:97 HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_CACHE_HOME="$work/cache" QT_QPA_PLATFORM=xcb
export SECRET="It's a Secret to Everybody"
Xvfb :97 -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $creel 2>/dev/null || true; wait $creel 2>/dev/null || true; kill $xvfb 2>/dev/null || true; rm -rf "$work"' EXIT
creel=
sleep 1
command -v openbox >/dev/null && { openbox >/dev/null 2>&1 & }
port=47470
"$build/bin/creel" --port $port "$work/payments.creel" >"$work/log" 2>&1 &
creel=$!
i=0
until xdotool search --name payments.creel >/dev/null 2>&1; do i=$((i + 1)); [ $i -lt 100 ]; sleep 0.1; done
sleep 1
n=0
for type in push issues ping; do
    n=$((n + 1))
    printf '{"action":"%s","number":%d,"repository":{"full_name":"creel/creel"}}' $type $n >"$work/body"
    signature=$(openssl dgst -sha256 -hmac "$SECRET" "$work/body" | sed 's/.*= //')
    # What a relay in Python makes of it.
    [ $type != issues ] || printf '{"action": "issues", "number": 2, "repository": {"full_name": "creel/creel"}}' >"$work/body"
    curl -s -H "X-GitHub-Event: $type" -H "X-GitHub-Delivery: 72d3162e-cc78-11e3-81ab-4c9367dc095$n" \
        -H "X-Hub-Signature-256: sha256=$signature" -H 'Content-Type: application/json' \
        --data-binary @"$work/body" "http://127.0.0.1:$port/github"
done
sleep 2
click() { xdotool mousemove "$1" "$2" click 1 && sleep 1.5; }
click 1290 166 # "This looks like GitHub: add the secret"
xdotool type --delay 15 "$SECRET"
xdotool key Return
sleep 1.5
click 570 224 # the event of the relay
click 1062 194 # its signature
import -window root -crop 1440x880+0+20 +repage "$top/docs/images/window-light.png"
