# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference program's network, training and reading, on data the tests write.

    article.py train GLYPHS LABELS EPOCHS INITIAL.pth TRAINED.pth   prints the loss lines
    article.py predict MODEL.pth GLYPHS                             prints one digit a line

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


{"train": train, "predict": predict}[sys.argv[1]](*sys.argv[2:])
