"""The network: four convolutions over a window, attention over its time, the facts beside it, one embedding, three heads."""
import torch
from torch import nn
from torch.nn import functional as F

from features import BANDS, FACTS, FRAMES
from words import INSTRUMENTS, KINDS, ROLES

EMBEDDING = 128


class Ears(nn.Module):
    def __init__(self, widths=(24, 48, 96, 128), dropout=0.25):
        super().__init__()
        a, b, c, d = widths
        self.first = nn.Conv2d(1, a, 5, stride=2, padding=2, bias=False)
        self.pitch = nn.Parameter(torch.zeros(a, BANDS // 2, 1))     # lets a filter mean another thing high than low
        self.norm = nn.ModuleList([nn.BatchNorm2d(w) for w in widths])
        self.second = nn.Conv2d(a, b, 3, stride=2, padding=1, bias=False)
        self.third = nn.Conv2d(b, c, 3, stride=2, padding=1, bias=False)
        self.fourth = nn.Conv2d(c, d, 3, stride=(2, 1), padding=1, bias=False)
        self.frame = nn.Linear(d * (BANDS // 16), 128)
        self.attend = nn.Linear(128, 4)
        self.beside = nn.Sequential(nn.Linear(len(FACTS), 48), nn.ReLU(), nn.Linear(48, 48), nn.ReLU())
        self.embed = nn.Linear(128 * 5 + 48, EMBEDDING)
        self.drop = nn.Dropout(dropout)
        self.role, self.word, self.kind = nn.Linear(EMBEDDING, len(ROLES)), nn.Linear(EMBEDDING, len(INSTRUMENTS)), nn.Linear(EMBEDDING, len(KINDS))
        for name in ("role", "word", "kind"):
            self.register_buffer("heat_" + name, torch.ones(1))

    def forward(self, mel, facts):
        """mel: N x 1 x BANDS x FRAMES in 0..1, facts: N x len(FACTS) -> calibrated logits of the heads, embedding of length 1."""
        x = F.relu(self.norm[0](self.first(mel * 2 - 1) + self.pitch))
        x = F.relu(self.norm[1](self.second(x)))
        x = F.relu(self.norm[2](self.third(x)))
        x = F.relu(self.norm[3](self.fourth(x)))
        x = x.permute(0, 3, 1, 2).flatten(2)
        x = F.relu(self.frame(self.drop(x)))
        weight = torch.softmax(self.attend(x), dim=1)
        pooled = torch.matmul(weight.transpose(1, 2), x).flatten(1)
        x = torch.cat([pooled, x.amax(dim=1), self.beside(facts)], dim=1)
        e = self.embed(self.drop(x))
        e = e / (e.pow(2).sum(dim=1, keepdim=True) + 1e-8).sqrt()
        z = self.drop(e * EMBEDDING ** 0.5)
        return self.role(z) / self.heat_role, self.word(z) / self.heat_word, self.kind(z) / self.heat_kind, e


def shape_of_input():
    return (1, 1, BANDS, FRAMES), (1, len(FACTS))
