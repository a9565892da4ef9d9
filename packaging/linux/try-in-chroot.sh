#!/bin/sh
# Tries the two commands of the README in a bare Debian 12, as anyone would who has just cloned the project:
#   sudo sh packaging/linux/try-in-chroot.sh [FOLDER] [run|test|sudo-run|deb|ci]...
# FOLDER (default: a new one under /var/tmp, removed after) becomes a debootstrap minbase root; a folder that holds one
# already is used again. Needs root, debootstrap and git. The package sources of this machine are used.
set -eu
[ "$(id -u)" -eq 0 ] || { echo "try-in-chroot: needs root (debootstrap, chroot)" >&2; exit 3; }
command -v debootstrap >/dev/null || { echo "try-in-chroot: install debootstrap first" >&2; exit 3; }
top=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)

root=
case ${1:-} in
/*) root=$1; shift ;;
esac
keep=$root
[ -n "$root" ] || root=$(mktemp -d /var/tmp/creel-chroot.XXXXXX)
[ $# -gt 0 ] || set -- run test

leave() {
    for place in proc dev/pts dev sys; do umount "$root/$place" 2>/dev/null || true; done
    [ -n "$keep" ] || rm -rf --one-file-system "$root"
}
trap leave EXIT INT TERM

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | sed -n 1p)
if [ ! -x "$root/usr/bin/apt-get" ]; then
    mkdir -p "$root"
    debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$root.log" 2>&1 \
        || { tail -20 "$root.log" >&2; exit 3; }
    rm -f "$root.log"
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t devpts devpts "$root/dev/pts" -o ptmxmode=0666
mount -t sysfs sys "$root/sys"
# How this machine reaches its package sources holds in there too.
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp /etc/hosts "$root/etc/hosts" 2>/dev/null || true
for settings in /etc/apt/apt.conf.d/*; do
    if grep -qiE 'proxy|https::|Verify|Acquire' "$settings" 2>/dev/null; then
        cp "$settings" "$root/etc/apt/apt.conf.d/"
    fi
done

source="$root/home/creel"
rm -rf "$source.new" && mkdir -p "$root/home"
git clone -q --no-hardlinks "$top" "$source.new"
if [ -d "$source/build" ]; then mv "$source/build" "$source.new/build"; fi
rm -rf "$source" && mv "$source.new" "$source"
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 sh -euc "$1"; }

# The terminal receiver is built and started, tells its address, and stops.
run_once='cd /home/creel && (sh packaging/bootstrap.sh run --port 0 --workspace /tmp/try.creel >/tmp/first 2>/tmp/messages & echo $! >/tmp/pid)
    i=0; while ! grep -q "^listening on" /tmp/first 2>/dev/null; do
        i=$((i + 1)); [ $i -lt 1800 ] || { cat /tmp/messages; exit 1; }
        kill -0 "$(cat /tmp/pid)" 2>/dev/null || { cat /tmp/messages; exit 1; }
        sleep 1
    done
    cat /tmp/first; grep "no display" /tmp/messages; kill "$(cat /tmp/pid)"'

for what; do
    echo "== $what"
    started=$(date +%s)
    case $what in
    run) inside "$run_once" ;;
    test) inside 'cd /home/creel && sh packaging/bootstrap.sh test' ;;
    sudo-run)
        inside 'apt-get update -qq; apt-get install -y -qq --no-install-recommends sudo >/dev/null
            id dev >/dev/null 2>&1 || useradd -m dev; echo "dev ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/dev
            rm -rf /home/dev/creel; cp -r /home/creel /home/dev/creel; rm -rf /home/dev/creel/build; chown -R dev: /home/dev/creel'
        inside "su dev -c '$(printf %s "$run_once" | sed "s#/home/creel#/home/dev/creel#; s#/tmp/#/home/dev/#g")'"
        ;;
    ci) inside 'cd /home/creel && bash .ci/run' ;;
    deb) inside 'cd /home/creel && sh packaging/bootstrap.sh build && sh packaging/linux/try-deb.sh' ;;
    *) echo "try-in-chroot: unknown step $what" >&2; exit 2 ;;
    esac
    echo "== $what: ok after $(($(date +%s) - started)) s"
done
