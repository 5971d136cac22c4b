"""Witten-Bell n-grams over the order of sections: the peers the planner is measured against."""

import math
from collections import Counter, defaultdict

from corpus import SYMBOLS, order

START = -1


class WittenBell:
    """p(w|h) = (c(hw) + T(h) p(w|h')) / (c(h) + T(h)); T(h) counts the kinds of w seen after h (Witten, Bell 1991)."""

    def __init__(self, n, orders):
        self.n = n
        self.counts = defaultdict(Counter)
        for symbols in orders:
            padded = [START] * (n - 1) + symbols
            for at in range(n - 1, len(padded)):
                for length in range(n):
                    self.counts[tuple(padded[at - length:at])][padded[at]] += 1

    def probabilities(self, past):
        padded = [START] * (self.n - 1) + list(past)
        result = [1 / SYMBOLS] * SYMBOLS
        for length in range(self.n):
            seen = self.counts.get(tuple(padded[len(padded) - length:]))
            if not seen:
                break
            total, kinds = sum(seen.values()), len(seen)
            result = [(seen[w] + kinds * p) / (total + kinds) for w, p in enumerate(result)]
        return result


def score(model, songs):
    """(symbols, bits a symbol, top-1 in percent)"""
    bits = hits = symbols = 0
    for song in songs:
        right = order(song)
        for at, symbol in enumerate(right):
            p = model.probabilities(right[:at])
            bits -= math.log2(p[symbol])
            hits += max(range(SYMBOLS), key=p.__getitem__) == symbol
            symbols += 1
    return symbols, bits / symbols, 100 * hits / symbols
