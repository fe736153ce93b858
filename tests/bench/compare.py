#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times Digitpad's whole processes beside what a person would use instead, in the same run.

    compare.py --binaries build/release/bin --data DIR [--epochs 5] [--seed 42]

The reference is what a beginner's PyTorch scripts do. Training: torchvision's MNIST, one picture at
a time through ToTensor and Normalize, a DataLoader without workers, batches of 64, Adam at 0.001.
Reading: each picture opened by Pillow, made grey, resized to 28x28 and normalised, one at a time.
It needs torch, torchvision and Pillow for the Python that runs this (Debian: python3-torch,
python3-torchvision); without them that is said, and the program is measured alone.

The window's time ends with its first flush to the screen, as Qt's own log "qt.widgets.painting"
tells it; beside it stands that of a program whose window is empty, and of one with three words in
it, which has fonts to look for, too. Where Xvfb is installed, on an X server as well as off screen.
The window's first reading is possible when our log "digitpad.start" says so.

Beside 1,000 pictures stands what no reading of them can be faster than: to read and unpack their
pixels.

A model learns a hand from 100 own samples, here MNIST's, and from what keeps it from forgetting.

Beside five epochs stands what no training that multiplies whole matrices can be faster than: the
matrix products of its steps alone, as products-bench measures them, with one thread or two,
whichever is faster.

A row has the median of its runs; what is compared takes turns. Peak memory is that of the process.
"""

import argparse
import contextlib
import gzip
import importlib.util
import json
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILES = [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
]
PICTURES = 1000


# ---- the reference, in processes of its own ------------------------------------------------------


def reference_network():
    import torch
    from torch import nn

    class SimpleNN(nn.Module):
        def __init__(self):
            super().__init__()
            self.fc1 = nn.Linear(28 * 28, 128)
            self.fc2 = nn.Linear(128, 10)

        def forward(self, x):
            return self.fc2(torch.relu(self.fc1(x.view(-1, 28 * 28))))

    return SimpleNN()


def reference_transform():
    from torchvision import transforms

    return transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])


def train_reference(root: str, output: str, epochs: int, seed: int) -> None:
    import torch
    from torch import nn
    from torchvision import datasets

    torch.manual_seed(seed)
    digits = datasets.MNIST(root=root, train=True, download=False, transform=reference_transform())
    batches = torch.utils.data.DataLoader(digits, batch_size=64, shuffle=True)
    model = reference_network()
    loss_of = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for epoch in range(1, epochs + 1):
        total = 0.0
        for number, (pictures, labels) in enumerate(batches, start=1):
            optimizer.zero_grad()
            loss = loss_of(model(pictures), labels)
            loss.backward()
            optimizer.step()
            total += loss.item()
            if number % 100 == 0:
                print(
                    f"Epoch [{epoch}/{epochs}], Batch [{number}/{len(batches)}], "
                    f"Loss: {total / 100:.4f}"
                )
                total = 0.0
    torch.save(model.state_dict(), output)


def read_reference(model_file: str, files: list[str]) -> None:
    import torch
    from PIL import Image

    model = reference_network()
    model.load_state_dict(torch.load(model_file, map_location="cpu"))
    model.eval()
    transform = reference_transform()
    for file in files:
        picture = Image.open(file).convert("L").resize((28, 28))
        with torch.no_grad():
            print(torch.max(model(transform(picture).unsqueeze(0)), 1)[1].item())


# ---- measuring -----------------------------------------------------------------------------------


@dataclass
class Figure:
    seconds: float
    megabytes: float


def measured(command: list[str]) -> Figure:
    """Runs a command to its end, its output hidden."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace"))
            sys.exit(f"{command[0]} failed ({process.returncode})")
    # Linux counts in units of 1024 bytes.
    return Figure(time.monotonic() - start, usage.ru_maxrss / 1000)


def in_turn(commands: dict[str, list[str]], rounds: int) -> dict[str, Figure]:
    """The medians of several runs of each command, after one of each that does not count."""
    figures: dict[str, list[Figure]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            figure = measured(command)
            if turn > 0:
                figures[name].append(figure)
    return {
        name: Figure(
            statistics.median(one.seconds for one in all_of_it),
            max(one.megabytes for one in all_of_it),
        )
        for name, all_of_it in figures.items()
    }


def seconds_until(word: str, command: list[str], environment: dict[str, str]) -> float:
    """From a process's start until it logs the word."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    for line in process.stderr:
        if word in line:
            seconds = time.monotonic() - start
            break
    else:
        sys.exit(f"{command[0]} ended without the word: {word}")
    process.kill()
    process.communicate()
    return seconds


def seconds_until_in_turn(
    word: str, commands: dict[str, list[str]], environment: dict[str, str]
) -> dict[str, float]:
    """The medians of several starts of each, after one of each that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(10):
        for name, command in commands.items():
            one = seconds_until(word, command, environment)
            if turn > 0:
                seconds[name].append(one)
    return {name: statistics.median(all_of_it) for name, all_of_it in seconds.items()}


@contextlib.contextmanager
def x_server() -> Iterator[str]:
    """A display of its own, by its number."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def resident_megabytes(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def idle_megabytes(command: list[str], environment: dict[str, str]) -> float:
    """What the window has in memory once the engine is loaded and nothing moves any more."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            time.sleep(1)
            maps = Path(f"/proc/{process.pid}/maps").read_text()
            before = resident_megabytes(process.pid)
            time.sleep(2)
            now = resident_megabytes(process.pid)
            if "libdigitpad-engine" in maps and abs(now - before) < 0.5:
                return now
        sys.exit("the window did not come to rest within a minute")
    finally:
        process.kill()
        process.wait()


# ---- data ----------------------------------------------------------------------------------------


def content(source: Path, name: str) -> bytes:
    packed = source / f"{name}.gz"
    if packed.exists():
        with gzip.open(packed) as file:
            return file.read()
    return (source / name).read_bytes()


def unpack(source: Path, target: Path) -> None:
    """torchvision looks for the plain files under MNIST/raw."""
    target.mkdir(parents=True)
    for name in FILES:
        (target / name).write_bytes(content(source, name))


def png(pixels: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    rows = b"".join(b"\0" + pixels[at : at + 28] for at in range(0, 28 * 28, 28))
    header = struct.pack(">IIBBBBB", 28, 28, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def write_pictures(source: Path, folder: Path) -> list[str]:
    images = content(source, FILES[0])[16:]
    files = []
    folder.mkdir()
    for number in range(PICTURES):
        file = folder / f"{number:04}.png"
        file.write_bytes(png(images[number * 784 : (number + 1) * 784]))
        files.append(str(file))
    return files


def write_samples(source: Path, folder: Path) -> None:
    """The first hundred digits, a folder for each of the ten."""
    images, labels = content(source, FILES[0])[16:], content(source, FILES[1])[8:]
    for number in range(100):
        file = folder / str(labels[number]) / f"{number}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(images[number * 784 : (number + 1) * 784]))


# ---- the comparisons -----------------------------------------------------------------------------


def print_row(what: str, ours: str, others: str, ratio: str) -> None:
    print(f"{what:44}{ours:>16}{others:>16}  {ratio}")


def print_times(what: str, ours: Figure, others: Figure | None) -> None:
    if others is None:
        print_row(what, f"{ours.seconds:.2f} s", "-", "")
    else:
        print_row(
            what,
            f"{ours.seconds:.2f} s",
            f"{others.seconds:.2f} s",
            f"{others.seconds / ours.seconds:.1f} times as fast",
        )


def accuracy(program: str, model: str, data: Path) -> float:
    evaluation = subprocess.run(
        [program, "evaluate", "--json", "--model", model, "--data", str(data)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(evaluation.stdout)["accuracy"]


def seconds_of_products(options: argparse.Namespace) -> float:
    """With the BLAS kernel that the program computes with."""
    devices = subprocess.run(
        [options.program, "devices", "--json"], check=True, capture_output=True, text=True
    )
    kernel = json.loads(devices.stdout)["cpu"]["kernel"]
    report = subprocess.run(
        [options.binaries / "products-bench", "--benchmark_format=json"],
        env=dict(os.environ, OPENBLAS_CORETYPE=kernel),
        check=True,
        capture_output=True,
        text=True,
    )
    return min(one["real_time"] for one in json.loads(report.stdout)["benchmarks"]) / 1000


def compare_training(options: argparse.Namespace, folder: Path, have_torch: bool) -> str:
    """Gives the file of a network of the article's shape."""
    settings = ["--epochs", str(options.epochs), "--seed", str(options.seed)]
    ours = str(folder / "digitpad.pth")
    theirs = str(folder / "reference.pth")
    train = [
        options.program, "train", "--data", str(options.data), *settings, "--output", ours,
    ]  # fmt: skip
    figure = in_turn({"": train}, 3)[""]
    reference = None
    if have_torch:
        unpack(options.data, folder / "MNIST" / "raw")
        reference = measured([sys.executable, __file__, "--train", str(folder), theirs, *settings])
    print_times(f"{options.epochs} epochs on MNIST", figure, reference)
    if options.epochs == 5:
        products = seconds_of_products(options)
        print_row(
            "  beside its matrix products alone",
            f"{figure.seconds:.2f} s",
            f"{products:.2f} s",
            f"{figure.seconds / products:.1f} times as long",
        )
    print_row(
        "  peak memory",
        f"{figure.megabytes:.0f} MB",
        f"{reference.megabytes:.0f} MB" if reference else "-",
        "",
    )
    print_row(
        "  test accuracy",
        f"{accuracy(options.program, ours, options.data):.2%}",
        f"{accuracy(options.program, theirs, options.data):.2%}" if reference else "-",
        "",
    )
    return ours


def measure_fine_tuning(options: argparse.Namespace, folder: Path, model: str) -> None:
    write_samples(options.data, folder / "samples")
    store = ["--store", str(folder / "own.sqlite")]
    measured([options.program, "samples", "import", "--pictures", str(folder / "samples"), *store])
    fine_tune = [
        options.program, "train", "--from", model, "--samples", *store,
        "--data", str(options.data), "--output", str(folder / "tuned.pth"),
    ]  # fmt: skip
    print_times("fine-tuning it on 100 own samples", in_turn({"": fine_tune}, 3)[""], None)


def seconds_of_pixels(files: list[str]) -> float:
    """To read and unpack what write_pictures wrote, and nothing else."""
    start = time.monotonic()
    for file in files:
        packed = Path(file).read_bytes()
        # The picture's chunk, without its own check sum and the chunk for the end.
        zlib.decompress(packed[packed.index(b"IDAT") + 4 : -16])
    return time.monotonic() - start


def compare_reading(
    options: argparse.Namespace, folder: Path, model: str, have_torch: bool
) -> None:
    files = write_pictures(options.data, folder / "pictures")
    for what, some in ((f"{PICTURES} PNG files, simple-nn", files), ("one PNG file", files[:1])):
        commands = {"ours": [options.program, "predict", "--model", model, *some]}
        if have_torch:
            commands["reference"] = [sys.executable, __file__, "--read", model, *some]
        figures = in_turn(commands, 3)
        print_times(what, figures["ours"], figures.get("reference"))
        if some is files:
            pixels = seconds_of_pixels(files)
            print_row(
                "  beside reading their pixels alone",
                f"{figures['ours'].seconds:.2f} s",
                f"{pixels:.2f} s",
                f"{figures['ours'].seconds / pixels:.1f} times as long",
            )
        else:
            compare_first_reading(options, folder, figures.get("reference"))
    default = in_turn({"ours": [options.program, "predict", *files]}, 3)["ours"]
    print_times(f"{PICTURES} PNG files, the built-in convnet", default, None)


def window_environment(folder: Path, rules: str) -> dict[str, str]:
    return dict(
        os.environ,
        QT_LOGGING_RULES=rules,
        QT_FORCE_STDERR_LOGGING="1",
        XDG_CONFIG_HOME=str(folder / "config"),
        XDG_DATA_HOME=str(folder / "data"),
    )


def compare_first_reading(
    options: argparse.Namespace, folder: Path, reference: Figure | None
) -> None:
    environment = window_environment(folder, "digitpad.start.info=true")
    commands = {"ours": [options.program]}
    seconds = seconds_until_in_turn("ready to read", commands, environment)["ours"]
    print_times("  the window ready to read", Figure(seconds, 0), reference)


def compare_painting(options: argparse.Namespace, environment: dict[str, str], where: str) -> None:
    seconds = seconds_until_in_turn(
        "Flushing",
        {
            "ours": [options.program],
            "empty": [options.empty_window],
            "words": [options.empty_window, "words"],
        },
        environment,
    )
    for what, other in (
        (f"window painted {where}, beside an empty one", seconds["empty"]),
        ("  beside one with three words", seconds["words"]),
    ):
        print_row(
            what,
            f"{1000 * seconds['ours']:.0f} ms",
            f"{1000 * other:.0f} ms",
            f"{seconds['ours'] / other:.2f} times as long",
        )


def compare_windows(options: argparse.Namespace, folder: Path) -> None:
    environment = window_environment(folder, "qt.widgets.painting.info=true")
    compare_painting(options, environment | {"QT_QPA_PLATFORM": "offscreen"}, "off screen")
    if shutil.which("Xvfb"):
        with x_server() as display:
            compare_painting(
                options, environment | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}, "on X"
            )
    print_row(
        "memory of the idle window, engine loaded",
        f"{idle_megabytes([options.program], window_environment(folder, '')):.0f} MB",
        "-",
        "",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--binaries", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--train", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--read", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.train:
        train_reference(*options.train, options.epochs, options.seed)
        return 0
    if options.read:
        read_reference(options.read[0], options.read[1:])
        return 0
    if not (options.binaries and options.data):
        parser.error("--binaries and --data are needed")
    options.program = str(options.binaries / "digitpad")
    options.empty_window = str(options.binaries / "empty-window")

    have_torch = all(importlib.util.find_spec(name) for name in ("torch", "torchvision"))
    print_row("", "Digitpad", "reference", "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare_windows(options, folder)
        if options.data.is_dir():
            model = compare_training(options, folder, have_torch)
            measure_fine_tuning(options, folder, model)
            compare_reading(options, folder, model, have_torch)
        else:
            print(f"There is no MNIST in {options.data}: training and reading were not measured.")
    if not have_torch:
        print("Python's torch and torchvision are not installed: there is nothing to compare with.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
