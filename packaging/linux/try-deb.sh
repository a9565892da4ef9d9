#!/bin/sh
# Makes the .deb, installs it, starts what it holds, and removes it again: nothing may be left. For a clean root
# (packaging/linux/try-in-chroot.sh FOLDER deb), as root.
set -eu
top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$top/build/release"
cpack -G DEB >/dev/null
package=$(ls -t packages/*.deb | head -n 1)
find /usr /etc /opt -xdev -not -path '*/__pycache__*' | sort >/tmp/before
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "./$package" >/dev/null
creel-cli --version
creel-cli listen --port 0 --workspace /tmp/deb.creel --json >/tmp/listening &
listener=$!
i=0
while ! [ -s /tmp/listening ]; do i=$((i + 1)); [ $i -lt 100 ]; sleep 0.1; done
kill -TERM $listener && wait $listener
QT_QPA_PLATFORM=offscreen HOME=/tmp timeout 5 creel /tmp/deb.creel && code=0 || code=$?
[ "$code" -eq 124 ] || { echo "try-deb: the window ended by itself with $code" >&2; exit 1; }
apt-get purge -y -qq creel >/dev/null
find /usr /etc /opt -xdev -not -path '*/__pycache__*' | sort >/tmp/after
if comm -13 /tmp/before /tmp/after | grep -i creel; then echo "try-deb: these were left behind" >&2; exit 1; fi
echo "try-deb: $package installs, starts and leaves"
