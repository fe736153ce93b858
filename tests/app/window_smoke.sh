#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The real program in a real window on a display of its own: it opens, a 7 is drawn with mouse events
# of the X server, ink and a reading appear, and it closes with exit status 0. Started again with a
# model's file, it uses that one.
#   window_smoke.sh PROGRAM FOLDER-FOR-SCREENSHOTS
set -euo pipefail
program=$1
shots=$2
model=$(readlink -f "$(dirname "$0")/../../resources/models/simple-nn.pth")
readonly patience=60 # seconds to wait for anything, on the slowest machine

for tool in Xvfb xdotool import compare; do
    command -v "$tool" >/dev/null || {
        echo "SKIPPED: $tool is not installed (Debian: xvfb xdotool imagemagick)"
        exit 77
    }
done

folder=$(mktemp -d)
mkdir -p "$shots"
xserver=''
digitpad=''
clean_up() {
    [[ -z $digitpad ]] || kill "$digitpad" 2>/dev/null || true
    [[ -z $xserver ]] || kill "$xserver" 2>/dev/null || true
    rm -rf "$folder"
}
trap clean_up EXIT

fail() {
    echo "FAILED: $*"
    import -window root "$shots/failed.png" && echo "the screen: $shots/failed.png"
    cat "$folder/log" 2>/dev/null || true
    exit 1
}

# Tries a command until it succeeds or patience ends.
wait_for() {
    local end=$((SECONDS + patience))
    until "$@"; do
        kill -0 "$digitpad" 2>/dev/null || fail "the program ended while waiting for: $*"
        ((SECONDS < end)) || fail "waited $patience s for: $*"
        sleep 0.1
    done
}

# The X server picks a free display and writes its number.
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb" &
xserver=$!
read -rt "$patience" number <"$folder/display" || fail "Xvfb did not start: $(<"$folder/xvfb")"
export DISPLAY=:$number
unset WAYLAND_DISPLAY

# Settings of its own: nobody's window size is changed, nobody's language matters.
export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
export XDG_RUNTIME_DIR=$folder LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
"$program" >"$folder/log" 2>&1 &
digitpad=$!

window_is_there() {
    window=$(xdotool search --onlyvisible --name '^Digitpad' 2>/dev/null | head -1) && [[ -n $window ]]
}
wait_for window_is_there
xdotool windowfocus --sync "$window"
eval "$(xdotool getwindowgeometry --shell "$window")" # X, Y, WIDTH, HEIGHT

shot() { import -window "$window" "$shots/$1.png"; }

# How many pixels differ between two screenshots, in a part of them.
pixels_changed() {
    local count
    count=$(compare -metric AE -extract "$3" "$shots/$1.png" "$shots/$2.png" null: 2>&1) || true
    printf '%.0f' "$count"
}

# The paper takes the left of the window; the reading stands to its right.
paper=$((WIDTH * 55 / 100))x$HEIGHT+0+0
reading=$((WIDTH * 30 / 100))x$((HEIGHT * 80 / 100))+$((WIDTH * 70 / 100))+$((HEIGHT * 10 / 100))
at() { xdotool mousemove $((X + WIDTH * $1 / 100)) $((Y + HEIGHT * $2 / 100)); }

at 20 30
shot empty
xdotool mousedown 1
for point in '24 30' '28 30' '32 30' '36 30' '34 38' '32 46' '30 54' '28 62' '26 70'; do
    read -r x y <<<"$point"
    at "$x" "$y"
done
xdotool mouseup 1

drawn() { shot drawn && (($(pixels_changed empty drawn "$paper") > 500)); }
# The digit is set in large type, so a reading changes many pixels.
was_read() { shot drawn && (($(pixels_changed empty drawn "$reading") > 500)); }
wait_for drawn
wait_for was_read

quit() {
    local status=0
    xdotool key --clearmodifiers ctrl+q
    wait "$digitpad" || status=$?
    digitpad=''
    ((status == 0)) || fail "the program ended with status $status"
}
quit

"$program" "$model" >"$folder/log" 2>&1 &
digitpad=$!
wait_for window_is_there
wait_for grep -qxF "file=$model" "$XDG_CONFIG_HOME/digitpad/digitpad.conf"
xdotool windowfocus --sync "$window"
quit
echo "a 7 was drawn and read, a model opened; screenshots in $shots"
