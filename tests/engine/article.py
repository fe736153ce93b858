# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference program's network, training and reading, and convnet, on data the tests write.

    article.py train GLYPHS LABELS EPOCHS INITIAL.pth TRAINED.pth   prints the loss lines
    article.py predict MODEL.pth GLYPHS                             prints one digit a line
    article.py convnet MODEL.pth GLYPHS SAVED.pth     prints the eleven outputs of each; saves again

GLYPHS holds 784 bytes a digit, LABELS one byte. Seed 42, batch 64, Adam as in the article.
"""

import sys

import torch
from torch.utils.data import DataLoader, TensorDataset


class SimpleNN(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = torch.nn.Linear(28 * 28, 128)
        self.fc2 = torch.nn.Linear(128, 10)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x.view(-1, 28 * 28))))


class ConvNet(torch.nn.Module):
    """The README's class."""

    LAYERS = [(1, 32, 5, 2, 2), (32, 64, 3, 1, 1), (64, 96, 3, 2, 1), (96, 96, 3, 1, 1), (96, 128, 3, 2, 0)]

    def __init__(self):
        super().__init__()
        self.convs = torch.nn.ModuleList(
            torch.nn.Conv2d(i, o, k, s, p, bias=False) for i, o, k, s, p in self.LAYERS
        )
        self.norms = torch.nn.ModuleList(torch.nn.BatchNorm2d(o) for _, o, _, _, _ in self.LAYERS)
        self.fc = torch.nn.Linear(128 * 3 * 3, 11)

    def forward(self, x):
        for conv, norm in zip(self.convs, self.norms):
            x = torch.relu(norm(conv(x)))
        return self.fc(x.flatten(1))


def read_bytes(path):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8)


def read_glyphs(path):
    return read_bytes(path).view(-1, 1, 28, 28).float().div(255).sub(0.1307).div(0.3081)


def train(glyphs, labels, epochs, initial, trained):
    torch.manual_seed(42)
    torch.set_num_threads(1)
    data = TensorDataset(read_glyphs(glyphs), read_bytes(labels).long())
    loader = DataLoader(data, batch_size=64, shuffle=True)
    model = SimpleNN()
    torch.save(model.state_dict(), initial)
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for _ in range(int(epochs)):
        running_loss = 0.0
        for batch, (image, label) in enumerate(loader):
            optimizer.zero_grad()
            loss = criterion(model(image), label)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            if batch % 100 == 99:
                print(f"{running_loss / 100:.6f}")
                running_loss = 0.0
    torch.save(model.state_dict(), trained)


def predict(path, glyphs):
    model = SimpleNN()
    state = torch.load(path, map_location=torch.device("cpu"), weights_only=True)
    model.load_state_dict(state)
    model.eval()
    with torch.no_grad():
        for digit in torch.max(model(read_glyphs(glyphs)), 1)[1].tolist():
            print(digit)


def convnet(path, glyphs, saved):
    model = ConvNet()
    model.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    model.eval()
    with torch.no_grad():
        for row in model(read_glyphs(glyphs)).tolist():
            print(*row)
    torch.save(model.state_dict(), saved)


{"train": train, "predict": predict, "convnet": convnet}[sys.argv[1]](*sys.argv[2:])
