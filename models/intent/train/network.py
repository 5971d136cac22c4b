"""For each word of the notation a query looks at the word pieces that speak for it (label-wise attention: Mullenbach et al., 2018)."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from encoder import WIDTH
from labels import FACTS, WORDS


class Network(nn.Module):
    def __init__(self, width=768, drop=0.5, blind=0.1):
        super().__init__()
        self.drop, self.blind, rows = drop, blind, 2 * len(WORDS)
        self.place = nn.Parameter(torch.zeros(2, WIDTH))
        self.inward, self.deeper, self.looking, self.pooled = nn.Linear(WIDTH, width), *(nn.Linear(width, width) for _ in range(3))
        self.told, self.known = nn.Linear(FACTS, width), nn.Linear(FACTS, rows)
        self.queries = nn.Parameter(torch.randn(rows, width) / math.sqrt(width))
        self.weights, self.bias = nn.Parameter(torch.randn(rows, width) * 0.02), nn.Parameter(torch.zeros(rows))

    def scores(self, states, places, facts, seen):
        """Of the first word, and of each word anywhere: [batch, words] both, before any softmax."""
        dropped = lambda x, share: F.dropout(x, share, self.training)
        x = dropped(states, self.blind) + self.place[places]
        x = dropped(F.gelu(self.inward(x) + self.told(facts)[:, None]), self.drop)
        x = dropped(x + F.gelu(self.deeper(x)), self.drop)
        attention = (self.queries @ self.looking(x).transpose(1, 2)).masked_fill(~seen[:, None], -1e9).softmax(-1)
        found = dropped(F.gelu(self.pooled(attention @ x)), self.drop)
        return ((found * self.weights).sum(-1) + self.bias + self.known(facts)).split(len(WORDS), -1)

    def forward(self, states, places, facts):
        """Log-probabilities [words] of the first word of one message.

        states: [pieces, 384], the message's and then those of what was said before; places: [pieces], 0 for the message, 1 for
        before; facts: [FACTS], `labels.facts`.
        """
        seen = torch.ones_like(places, dtype=torch.bool)[None]
        return F.log_softmax(self.scores(states[None], places[None], facts[None], seen)[0][0], -1)


class Several(nn.Module):
    """Networks trained apart, asked together: the mean of their log-probabilities."""

    def __init__(self, networks):
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, states, places, facts):
        return F.log_softmax(torch.stack([n(states, places, facts) for n in self.networks]).mean(0), -1)
