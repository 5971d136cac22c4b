"""The planner's network: a few small decoder-only transformers whose probabilities are averaged."""

import math

import torch
from torch import nn
from torch.nn import functional

import features
from corpus import SYMBOLS

BARS = features.SIZES["bars"]
ENERGIES = 10


class Block(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.before_attention, self.before_feed = nn.LayerNorm(width), nn.LayerNorm(width)
        self.queries, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, steps, width = x.shape
        query, key, value = (part.view(batch, steps, self.heads, width // self.heads).transpose(1, 2)
                             for part in self.queries(self.before_attention(x)).chunk(3, -1))
        weights = (query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + mask).softmax(-1)
        weights = functional.dropout(weights, self.dropout, self.training)
        x = x + self.drop(self.out((weights @ value).transpose(1, 2).reshape(batch, steps, width)))
        return x + self.drop(self.narrow(functional.gelu(self.widen(self.before_feed(x)))))


class Decoder(nn.Module):
    """Step t reads the sections before t and says what section t is called, how long it is, who plays and how strongly."""

    def __init__(self, width=96, layers=3, heads=4, dropout=0.3):
        super().__init__()
        self.categories = nn.ModuleList(nn.Embedding(features.SIZES[name], width) for name in features.CATEGORIES)
        self.numbers = nn.Linear(features.NUMBERS, width)
        self.wishes = nn.Linear(features.WISHES, width, bias=False)
        self.source = nn.Embedding(len(features.SOURCES), width)
        self.genres = nn.Linear(len(features.GENRES), width)
        self.drop = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(width, heads, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.label = nn.Linear(width, SYMBOLS)
        self.labelled = nn.Embedding(SYMBOLS, width)
        self.details = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout),
                                     nn.Linear(width, BARS + len(features.ROLES) + ENERGIES))
        for module in self.modules():
            if isinstance(module, nn.Embedding):
                nn.init.normal_(module.weight, 0, 0.05)
            elif isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, 0, 0.6 / math.sqrt(module.weight.shape[1]))

    def hidden(self, categories, numbers, wishes, source, genres):
        x = self.numbers(numbers) + self.wishes(wishes) + (self.genres(genres) + self.source(source))[:, None]
        for i, embedding in enumerate(self.categories):
            x = x + embedding(categories[..., i])
        x = self.drop(x)
        steps = x.shape[1]
        place = torch.arange(steps, device=x.device)
        mask = (place[None, :] > place[:, None]).float() * -1e4
        for block in self.blocks:
            x = block(x, mask)
        return self.norm(x)

    def forward(self, categories, numbers, wishes, source, genres, label):
        """(label logits, [bars, role and energy logits] given the label of each step)"""
        hidden = self.hidden(categories, numbers, wishes, source, genres)
        return self.label(hidden), self.details(hidden + self.labelled(label))


class Ensemble(nn.Module):
    """What is exported: log-probabilities of the label at every step, and the details of every label at the last step."""

    def __init__(self, members):
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, categories, numbers, wishes, source, genres):
        labels, bars, roles, energy = 0, 0, 0, 0
        for member in self.members:
            hidden = member.hidden(categories, numbers, wishes, source, genres)
            labels = labels + member.label(hidden).softmax(-1)
            details = member.details(hidden[:, -1:, :] + member.labelled.weight[None])
            bars = bars + details[..., :BARS].softmax(-1)
            roles = roles + details[..., BARS:BARS + len(features.ROLES)].sigmoid()
            energy = energy + details[..., BARS + len(features.ROLES):].softmax(-1)
        n = len(self.members)
        return (labels / n).log(), (bars / n).log(), roles / n, (energy / n).log()
