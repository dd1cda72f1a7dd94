#!/bin/sh
# Proves the one command: in a bare Debian with only python3 and a shell, a clean clone of HEAD builds and passes its tests.
#
#   scripts/clean-root.sh [--keep] [SUITE]      SUITE: bookworm (default), trixie, ...
#
# Needs root, debootstrap, git and an apt that can fetch packages. The mirror is the one this machine's apt uses;
# its apt and pip settings (proxies, mirrors, certificates) are carried over, nothing else is. The root is made in
# TMPDIR and removed at the end, unless --keep is given. Exit code: that of the first step that failed.
set -eu

keep=''
if [ "${1-}" = --keep ]; then
    keep=yes
    shift
fi
suite=${1-bookworm}
checkout='/srv/giáo trình' # a path with a space and with marks, as people have
certificates=/etc/carried-certificates.pem

stop() {
    printf 'clean-root: %s\n' "$1" >&2
    exit 3
}

[ "$(id -u)" -eq 0 ] || stop 'needs root: debootstrap and chroot'
for tool in debootstrap git apt-get; do
    command -v "$tool" >/dev/null || stop "needs $tool"
done
cd "$(dirname -- "$0")/.."

mirror() {
    # Any index of Debian's main will do; the suite asked for lies beside it.
    # shellcheck disable=SC2016 # the names are apt's
    apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 'Identifier: Packages' |
        while read -r address component; do
            case $address in
                *debian-security*) ;;
                *) if [ "$component" = main ]; then printf '%s\n' "$address" && break; fi ;;
            esac
        done
}

# shellcheck disable=SC2329 # called by the trap
tidy() {
    umount "$root/proc" 2>/dev/null || :
    if [ -n "$keep" ]; then
        printf 'clean-root: kept %s\n' "$root"
    else
        rm -rf --one-file-system "$root"
    fi
}

carry_settings() {
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    apt-config dump Acquire >"$root/etc/apt/apt.conf.d/90carried"
    # Under a name of its own: installing ca-certificates inside writes the usual one anew.
    cp "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$root$certificates"
    for settings in /etc/pip.conf /etc/xdg/pip "$HOME/.config/pip" "$HOME/.pip"; do
        if [ -e "$settings" ]; then
            mkdir -p "$root${settings%/*}"
            cp -rL "$settings" "$root${settings%/*}/"
        fi
    done
}

# The variables that say where packages come from, one to a line.
carried_variables() {
    env | grep -E '^(PIP_[A-Z_]*|[A-Za-z]*_proxy|[A-Z]*_PROXY)=' | grep -v '^PIP_CERT=' || :
    printf '%s=%s\n' PIP_CERT "$certificates" SSL_CERT_FILE "$certificates"
}

inside() {
    set -f
    old_ifs=$IFS
    IFS='
'
    # shellcheck disable=SC2046 # one word to a line, split at line ends only
    set -- env -i $(carried_variables) "HOME=$HOME" PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb CI=true \
        chroot "$root" sh -euc "cd '$checkout'
$1"
    IFS=$old_ifs
    set +f
    "$@" </dev/null
}

step() {
    printf '\n== %s\n' "$1"
    before=$(date +%s)
    outcome=0
    inside "$2" || outcome=$?
    line="$(printf '%-60s exit %-3s %4s s' "$1" "$outcome" "$(($(date +%s) - before))")"
    printf '== %s\n' "$line"
    summary="$summary$line
"
    if [ "$outcome" -ne 0 ] && [ "$worst" -eq 0 ]; then worst=$outcome; fi
}

from=$(mirror)
[ -n "$from" ] || stop 'apt knows no Debian mirror; run apt-get update once'
root=$(mktemp -d "${TMPDIR:-/tmp}/giaotrinh-root.XXXXXX")
chmod 755 "$root"
trap tidy EXIT
trap 'exit 130' INT TERM
summary=''
worst=0

printf '== a bare %s\n' "$suite"
before=$(date +%s)
debootstrap --variant=minbase --include=python3 "$suite" "$root" "$from" >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2 && rm -f "$root.log" && stop 'debootstrap failed'; }
rm -f "$root.log"
printf '== %s s\n' "$(($(date +%s) - before))"
git clone --quiet --no-local . "$root$checkout"
carry_settings
chmod 1777 "$root/dev/shm" # as on a machine that was booted; processes of any user share locks there
mount -t proc proc "$root/proc" 2>/dev/null || printf 'clean-root: no /proc inside\n'

# shellcheck disable=SC2016 # expands inside
step 'what a bare root has' '
. /etc/os-release && echo "$PRETTY_NAME" && python3 --version
for tool in pip make gcc git fc-list qpdf; do
    if command -v "$tool"; then exit 1; fi
done
if python3 -c "import ensurepip" 2>/dev/null || ls /usr/lib/*/libpango* 2>/dev/null; then exit 1; fi
echo "no pip, ensurepip, make, compiler, Pango, fonts"'
step './giaotrinh build (the first time)' './giaotrinh build; find build -name "*.pdf" | sort'
step './giaotrinh build (again)' './giaotrinh build'
# shellcheck disable=SC2016 # expands inside
step 'a new course, as a user who may only read the program' '
mkdir /home/user && chown 65534 /home/user && cd /home/user
as_user="setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/home/user"
$as_user "/srv/giáo trình/giaotrinh" new "khóa học" && cd "khóa học"
$as_user "/srv/giáo trình/giaotrinh" build && find build -name "*.pdf"'
step './giaotrinh test' './giaotrinh test'

printf '\n%s' "$summary"
exit "$worst"
