#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the application icon's PNGs from its two drawings. Needs rsvg-convert (librsvg2-bin).
set -e
cd "$(dirname "$0")"
for size in 16 32 48; do
    rsvg-convert -w $size -h $size digitpad-small.svg -o digitpad-$size.png
done
for size in 64 128 256; do
    rsvg-convert -w $size -h $size ../../resources/icons/digitpad.svg -o digitpad-$size.png
done
