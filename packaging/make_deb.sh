#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes build/package/digitpad_*.deb, compiled as Debian compiles, and checks it. `./dev package`
# calls this with everything installed.
set -euo pipefail
cd "$(dirname "$0")/.."

eval "$(DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --export=sh)"
cmake -S . -B build/package -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/usr \
    -DDIGITPAD_BUILD_TESTS=OFF
cmake --build build/package
rm -f build/package/*.deb
(cd build/package && cpack)

desktop-file-validate packaging/*.desktop
appstreamcli validate --no-net packaging/*.metainfo.xml
lintian --allow-root --fail-on error,warning build/package/*.deb
ls -l build/package/*.deb
