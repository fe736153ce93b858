#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: unused_libraries.sh LIBRARY
#
# Prints the names of the shared libraries that LIBRARY asks the loader for although neither it nor
# anything else that it brings along uses a single function of them.
set -eu
library=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

needed() { readelf -dW "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }
symbols() { nm -D --without-symbol-versions "$@" | awk '{ print $NF }' | sort -u; }
path_of() { awk -v name="$1" '$1 == name { print $3; exit }' "$work/paths"; }

ldd "$library" >"$work/paths"
symbols --undefined-only "$library" >"$work/used"

# Those of which it uses nothing itself.
needed "$library" | while read -r name; do
    file=$(path_of "$name")
    if [ -f "$file" ] && [ -z "$(symbols --defined-only "$file" | comm -12 - "$work/used")" ]; then
        echo "$name"
    fi
done >"$work/unused"

# Less what the others ask for, and what these ask for in turn.
needed "$library" | grep -vxFf "$work/unused" >"$work/next" || true
: >"$work/seen"
while [ -s "$work/next" ]; do
    sort -u "$work/next" | comm -23 - "$work/seen" >"$work/now"
    sort -u "$work/seen" "$work/now" >"$work/all"
    mv "$work/all" "$work/seen"
    while read -r name; do
        file=$(path_of "$name")
        [ ! -f "$file" ] || needed "$file"
    done <"$work/now" >"$work/next"
done
grep -vxFf "$work/seen" "$work/unused" || true
