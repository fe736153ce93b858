#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `digitpad train` beside the reference recipe in Python, on the same MNIST, in the same run.

    compare_training.py --program build/release/bin/digitpad --data DIR [--epochs 5] [--seed 42]

The reference is what a beginner's PyTorch script does: torchvision's MNIST, one picture at a time
through ToTensor and Normalize, a DataLoader without workers, batches of 64, Adam at 0.001. Needs
torch and torchvision for the Python that runs this (Debian: python3-torch, python3-torchvision);
without them it says so and measures the program alone.

Prints wall time and peak memory of each whole process, the ratio of the times, and the test accuracy
of each network as `digitpad evaluate` measures it.
"""

import argparse
import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
]


def train_reference(root: str, output: str, epochs: int, seed: int) -> None:
    """Runs in a process of its own, so that its time and memory are its own."""
    import torch
    from torch import nn
    from torchvision import datasets, transforms

    class SimpleNN(nn.Module):
        def __init__(self):
            super().__init__()
            self.fc1 = nn.Linear(28 * 28, 128)
            self.fc2 = nn.Linear(128, 10)

        def forward(self, x):
            return self.fc2(torch.relu(self.fc1(x.view(-1, 28 * 28))))

    torch.manual_seed(seed)
    normalise = transforms.Compose(
        [transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))]
    )
    digits = datasets.MNIST(root=root, train=True, download=False, transform=normalise)
    batches = torch.utils.data.DataLoader(digits, batch_size=64, shuffle=True)
    model = SimpleNN()
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


def measured(command: list[str]) -> tuple[float, float]:
    """Runs a command, its output hidden; seconds of wall time, and peak resident memory in MB."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace"))
            sys.exit(f"{command[0]} failed ({process.returncode})")
    return time.monotonic() - start, usage.ru_maxrss / 1000  # Linux counts in units of 1024 bytes


def unpack(source: Path, target: Path) -> None:
    """torchvision looks for the plain files under MNIST/raw."""
    target.mkdir(parents=True)
    for name in FILES:
        packed = source / f"{name}.gz"
        with gzip.open(packed) if packed.exists() else open(source / name, "rb") as read:
            with open(target / name, "wb") as write:
                shutil.copyfileobj(read, write)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--reference", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reference:
        train_reference(*options.reference, options.epochs, options.seed)
        return 0
    if not options.data.is_dir():
        print(f"There is no MNIST in {options.data}, so training was not measured.")
        return 0

    settings = ["--epochs", str(options.epochs), "--seed", str(options.seed)]
    common = ["--program", options.program, "--data", str(options.data), *settings]
    have_torch = all(importlib.util.find_spec(name) for name in ("torch", "torchvision"))
    with tempfile.TemporaryDirectory() as folder:
        models = {"digitpad train": f"{folder}/digitpad.pth"}
        runs = {
            "digitpad train": measured(
                [options.program, "train", "--data", str(options.data), *settings,
                 "--output", models["digitpad train"]]
            )
        }
        if have_torch:
            unpack(options.data, Path(folder) / "MNIST" / "raw")
            models["reference recipe"] = f"{folder}/reference.pth"
            runs["reference recipe"] = measured(
                [sys.executable, __file__, *common,
                 "--reference", folder, models["reference recipe"]]
            )
        print(f"{'':18}{'wall time':>12}{'peak memory':>14}{'test accuracy':>16}")
        for name, (seconds, megabytes) in runs.items():
            evaluation = subprocess.run(
                [options.program, "evaluate", "--json", "--model", models[name],
                 "--data", str(options.data)],
                check=True, capture_output=True, text=True,
            )
            accuracy = json.loads(evaluation.stdout)["accuracy"]
            print(f"{name:18}{seconds:10.1f} s{megabytes:11.0f} MB{accuracy:15.2%}")
    if have_torch:
        ratio = runs["reference recipe"][0] / runs["digitpad train"][0]
        print(f"digitpad train is {ratio:.1f} times as fast as the reference recipe")
    else:
        print("Python's torch and torchvision are not installed, so there is nothing to compare with.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
