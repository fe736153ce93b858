#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the compile commands, several at a time, on what changed.

    tidy.py --build BUILD --jobs N -- clang-tidy ARGUMENT...

A source is checked again when its object file or a .clang-tidy is newer than the note of its last
clean check: an object is newer than every header it was made from, so no change goes unseen. Needs
a finished build. Sources that include LibTorch are left to the compiler's warnings: clang 16 cannot
read LibTorch 1.13's headers as C++23. Prints what clang-tidy finds and how long the slowest files took.
"""

import argparse
import json
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def objects_with_torch(build: Path) -> set[str]:
    """The objects, as ninja names them, that were made from LibTorch's headers."""
    deps = subprocess.run(
        ["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True
    ).stdout
    return {block.split(":", 1)[0] for block in deps.split("\n\n") if "/ATen/" in block}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("clang_tidy", nargs="+")
    options = parser.parse_args()
    root = Path(__file__).parent.parent.resolve()
    notes = options.build / "tidy"
    with_torch = objects_with_torch(options.build)
    configuration = max((root / file).stat().st_mtime for file in (".clang-tidy", "tests/.clang-tidy"))

    def note_of(command: dict) -> Path:
        return notes / (Path(command["file"]).relative_to(root).as_posix().replace("/", "_") + ".ok")

    def must_check(command: dict) -> bool:
        source = Path(command["file"])
        if not source.is_relative_to(root) or source.is_relative_to(options.build.resolve()):
            return False  # moc's and rcc's output is not ours to tidy
        words = shlex.split(command["command"])
        made_as = words[words.index("-o") + 1]
        if made_as in with_torch:
            return False
        note = note_of(command)
        if not note.exists():
            return True
        made = Path(command["directory"]) / made_as
        return note.stat().st_mtime <= max(made.stat().st_mtime, configuration)

    def check(command: dict) -> tuple[float, str, bool]:
        start = time.monotonic()
        result = subprocess.run(
            [*options.clang_tidy, command["file"]], capture_output=True, text=True, check=False
        )
        note = note_of(command)
        note.unlink(missing_ok=True)
        clean = result.returncode == 0
        if clean:
            note.touch()
        else:
            print(result.stdout + result.stderr, flush=True)
        return time.monotonic() - start, command["file"], clean

    commands = json.loads((options.build / "compile_commands.json").read_text())
    changed = [command for command in commands if must_check(command)]
    notes.mkdir(exist_ok=True)
    with ThreadPoolExecutor(options.jobs) as pool:
        results = sorted(pool.map(check, changed), reverse=True)
    for seconds, file, _ in results[:5]:
        print(f"{seconds:6.1f} s  {Path(file).relative_to(root)}")
    bad = sum(not clean for _, _, clean in results)
    print(f"{len(results)} of {len(commands)} files checked, {bad} with findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
