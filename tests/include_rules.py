#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks who includes whom, from the include lines alone.

    app                                -> all of core but core/torch
    core/torch                         -> all of core, and LibTorch
    core/{base,ink,picture,data,engine} -> core/base; no Qt, no LibTorch
    core/data                          -> also core/ink and core/picture
    core/engine                        -> also core/data: the seam speaks of datasets
    core/number                        -> core/{base,ink,picture,engine}

Tests may look into everything, but LibTorch is for tests/engine and tests/bench alone: every file
that includes it costs half a minute. `include_rules.py ROOT` checks another tree than this one.
"""

import re
import sys
from pathlib import Path

CORE = {"base", "ink", "picture", "data", "engine", "number", "reading"}
MAY_INCLUDE = {
    "app": CORE,
    "core/base": {"base"},
    "core/ink": {"base", "ink"},
    "core/picture": {"base", "picture"},
    "core/data": {"base", "ink", "picture", "data"},
    "core/engine": {"base", "data", "engine"},
    "core/number": {"base", "ink", "picture", "data", "engine", "number"},
    "core/reading": {"base", "data", "engine", "reading"},
    "core/torch": CORE | {"torch"},
}
MAY_INCLUDE_TORCH = ("core/torch/", "tests/engine/", "tests/bench/")
WITHOUT_QT = ("core/", "tests/core/", "tests/engine/")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
LIBTORCH = re.compile(r"(torch|ATen|c10|caffe2)/")
QT = re.compile(r"Q[A-Z]|Qt[A-Z]\w*/")


def faults(file: str, header: str) -> list[str]:
    """What is wrong with `file` including `header`; both relative to the project's root."""
    found = []
    if LIBTORCH.match(header) and not file.startswith(MAY_INCLUDE_TORCH):
        found.append("LibTorch is for core/torch, tests/engine and tests/bench")
    if QT.match(header) and file.startswith(WITHOUT_QT):
        found.append("there is no Qt here")
    if header.startswith("app/") and file.startswith(WITHOUT_QT):
        found.append("core knows nothing of app")
    parts = file.split("/")
    layer = parts[0] if parts[0] == "app" else "/".join(parts[:2])
    target = header.split("/")
    if target[0] == "core" and layer in MAY_INCLUDE and target[1] not in MAY_INCLUDE[layer]:
        found.append(f"{layer} may not include core/{target[1]}")
    if header.startswith("."):
        found.append("name headers from the project's root")
    return found


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    files = sorted(
        path
        for folder in ("core", "app", "tests")
        for path in (root / folder).rglob("*")
        if path.suffix in {".h", ".cpp"} and "fixtures" not in path.relative_to(root).parts
    )
    if not files:
        print(f"{root}: no sources here", file=sys.stderr)
        return 2
    count = 0
    for path in files:
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            include = INCLUDE.match(line)
            for fault in faults(name, include.group(1)) if include else []:
                print(f"{name}:{number}: {include.group(1)}: {fault}")
                count += 1
        # A folder of core that nobody gave rules would go unchecked.
        layer = "/".join(name.split("/")[:2])
        if layer.startswith("core/") and layer not in MAY_INCLUDE:
            print(f"{name}: no include rule for {layer}")
            count += 1
    print(f"{len(files)} files, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
