#!/bin/sh
# Print the path of a Chromium or Chrome that runs. Where there is none, install Debian's package, unless called with
# --no-install; where that can't be done, end with one line that says what to do.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    # Ubuntu's chromium-browser may be an empty shell that asks for a snap: only what tells its version counts.
    if path=$(command -v "$name") && "$path" --version >/dev/null 2>&1; then
        echo "$path"
        exit 0
    fi
done

give_up() {
    echo "browser tests: expected Chromium or Google Chrome on PATH, found none$1. Install one (Debian: apt-get install chromium)." >&2
    exit 1
}

[ "$1" = --no-install ] && give_up ""
command -v apt-get >/dev/null || give_up " and no apt-get"
if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    give_up " and no right to install it"
fi
echo "Installing Debian's Chromium ..." >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >/dev/null 2>&1 # an old list may still do
$as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 || give_up " and apt-get can't install it"
exec "$0" --no-install
