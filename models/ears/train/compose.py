"""Random music: notes as (start, length, pitch, velocity), in beats. No sound is made here."""
import numpy as np

SCALES = [[0, 2, 3, 5, 7, 8, 10], [0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 9, 10], [0, 1, 3, 5, 7, 8, 10], [0, 2, 4, 5, 7, 9, 10]]


class Song:
    """One draw of key, tempo, meter and chords; the parts below are written on it."""

    def __init__(self, rng, longest=11.0):
        self.rng = rng
        self.root, self.scale = int(rng.integers(12)), SCALES[rng.choice(5, p=[0.4, 0.3, 0.12, 0.08, 0.1])]
        self.bpm = float(np.clip(rng.normal(115, 30), 62, 182))
        self.beats = 3 if rng.random() < 0.06 else 4
        self.bars = int(rng.choice([1, 2, 4, 8], p=[0.1, 0.35, 0.45, 0.1]))
        while self.bars > 1 and self.seconds() > longest:
            self.bars //= 2
        self.degrees = [int(d) for d in rng.choice([0, 1, 2, 3, 4, 5, 6], p=[.28, .08, .09, .2, .12, .17, .06], size=self.bars)]
        self.degrees[0] = 0 if rng.random() < 0.6 else self.degrees[0]

    def total(self):
        return self.bars * self.beats

    def seconds(self):
        return self.total() * 60.0 / self.bpm

    def pitch(self, degree, base):
        return base + self.root + self.scale[degree % 7] + 12 * (degree // 7)

    def voicing(self, degree, base, rich):
        r = self.rng
        steps = [0, 2, 4] if r.random() > rich else [[0, 2, 4, 6], [0, 2, 4, 6, 8], [0, 4, 6, 9], [0, 3, 4], [0, 1, 4], [0, 2, 4, 7]][r.integers(6)]
        notes = [self.pitch(degree + s, base) for s in steps]
        for i in range(len(notes)):
            if notes[i] > base + 14 + r.integers(6):
                notes[i] -= 12
        if r.random() < 0.25:
            notes.append(min(notes) - 12)
        return sorted(set(int(n) for n in notes))


def spread(rng, t, length, notes, vel, strum=0.0, human=0.0):
    order = notes if rng.random() < 0.75 else notes[::-1]
    return [(t + strum * i + abs(rng.normal(0, human)), max(0.06, length - strum * i), n, int(np.clip(vel + rng.normal(0, 6), 25, 127)))
            for i, n in enumerate(order)]


def chords(song):
    r, out = song.rng, []
    base = int(r.choice([36, 48, 48, 48, 60]))
    style = r.choice(["whole", "half", "stab", "pulse", "strum", "comp", "power"], p=[.17, .13, .24, .13, .13, .14, .06])
    strum = r.uniform(0.01, 0.06) if style == "strum" else (r.uniform(0, 0.03) if r.random() < 0.4 else 0.0)
    rich, human, vel = r.random(), r.choice([0, 0.01]), r.integers(70, 115)
    steps = song.beats * 4
    mask = [s for s in range(steps) if r.random() < (0.35 if s % 2 else 0.45)] or [0, 6]
    gate = r.uniform(0.15, 0.5)
    for b, d in enumerate(song.degrees):
        t0, notes = b * song.beats, song.voicing(d, base, rich)
        if style == "power":
            low = song.pitch(d, 36)
            notes = [low, low + 7, low + 12]
        if style in ("whole", "half"):
            n = 1 if style == "whole" else 2
            hits = [(k * song.beats / n, song.beats / n * r.uniform(0.8, 1.0)) for k in range(n)]
        elif style in ("pulse", "power"):
            hits = [(k / 2, r.uniform(0.3, 0.48)) for k in range(song.beats * 2)]
        elif style == "comp":
            cuts = sorted(set([0.0] + [float(x) for x in r.choice(np.arange(1, steps) / 4, size=r.integers(1, 4), replace=False)]))
            hits = [(c, (e - c) * r.uniform(0.6, 1.0)) for c, e in zip(cuts, cuts[1:] + [song.beats])]
        else:
            hits = [(s / 4, gate if style == "stab" else 0.7) for s in mask]
        for t, length in hits:
            out += spread(r, t0 + t, length, notes, vel, strum, human)
            if style in ("comp", "whole") and r.random() < 0.15:
                out.append((t0 + t, length, notes[0] - 12, int(vel)))
    return out


def pad(song):
    r, out = song.rng, []
    base = int(r.choice([36, 48, 48, 60]))
    hold = int(r.choice([1, 1, 2]))
    drone = r.random() < 0.15
    for b in range(0, song.bars, hold):
        notes = song.voicing(song.degrees[b], base, 0.5)
        if drone:
            notes = [song.pitch(0, base), song.pitch(4, base)][: int(r.integers(1, 3))] + [song.pitch(0, base) + 12]
        length = min(hold, song.bars - b) * song.beats
        out += spread(r, b * song.beats, length * r.uniform(0.96, 1.0), notes, r.integers(60, 100))
    return out


def melody(song, slow=0.2, low=55, high=82):
    r, out = song.rng, []
    penta = r.random() < 0.5
    grid = float(r.choice([0.25, 0.5, 0.5, 1.0])) if r.random() > slow else float(r.choice([1.0, 2.0]))
    gate, rest, vel = r.uniform(0.4, 1.0), r.uniform(0, 0.3), r.integers(75, 120)
    base = 12 * int(np.clip(round(r.uniform(low, high) / 12), 3, 7))
    phrase, deg, motif = max(1, song.bars // 2), 0, []
    for b in range(song.bars):
        if b >= phrase and b % phrase < len(motif) and r.random() < 0.6:
            out += [(b * song.beats + t, l, n, v) for t, l, n, v in motif[b % phrase]]
            continue
        t, bar = 0.0, []
        while t < song.beats - 1e-6:
            length = min(grid * float(r.choice([1, 1, 1, 2, 3, 1.5])), song.beats - t)
            if r.random() > rest:
                deg = int(np.clip(deg + r.choice([-3, -2, -1, -1, 0, 1, 1, 2, 4]), -4, 9))
                d = deg if not penta else [0, 1, 2, 4, 5][deg % 5] + 7 * (deg // 5)
                bar.append((t, max(0.08, length * gate), int(song.pitch(d, base)), int(np.clip(vel + r.normal(0, 9), 30, 127))))
            t += length
        motif.append(bar)
        out += [(b * song.beats + x, l, n, v) for x, l, n, v in bar]
    if r.random() < 0.08:
        out += [(t, l, n + 12, int(v * 0.8)) for t, l, n, v in out]
    return out or [(0.0, 1.0, int(song.pitch(0, base)), 100)]


def arp(song):
    r, out = song.rng, []
    step = float(r.choice([0.25, 0.25, 0.5, 1 / 3, 0.125 if song.bpm < 100 else 0.25]))
    gate, base, octaves = r.uniform(0.3, 1.3), int(r.choice([48, 60, 60, 72])), int(r.integers(1, 4))
    pattern = r.choice(["up", "down", "updown", "random", "skip"])
    for b, d in enumerate(song.degrees):
        notes = song.voicing(d, base, 0.3)
        notes = sorted(n + 12 * o for n in notes for o in range(octaves))
        seq = {"up": notes, "down": notes[::-1], "updown": notes + notes[-2:0:-1], "skip": notes[::2] + notes[1::2],
               "random": [int(x) for x in r.permutation(notes)]}[str(pattern)]
        for k in range(int(round(song.beats / step))):
            if r.random() < 0.95:
                out.append((b * song.beats + k * step, step * gate, int(seq[k % len(seq)]), int(88 + 16 * (k % 4 == 0) + r.normal(0, 5))))
    return [(t, l, n, int(np.clip(v, 30, 127))) for t, l, n, v in out]


def bass(song):
    r, out = song.rng, []
    style = r.choice(["root", "offbeat", "pulse", "octave", "walk", "long", "sync", "riff"], p=[.1, .12, .14, .1, .12, .17, .15, .1])
    base = 24 if song.root >= 5 or r.random() < 0.25 else 36
    mask = [s for s in range(song.beats * 4) if s == 0 or r.random() < 0.3]
    gate, vel = r.uniform(0.3, 1.0), r.integers(85, 124)
    riff = [int(x) for x in r.choice([0, 0, 0, 2, 4, 6, 7, -1], size=len(mask))]
    for b, d in enumerate(song.degrees):
        n, t0 = int(song.pitch(d, base)), b * song.beats
        n -= 12 * (n > 48)
        if style == "root":
            hits = [(float(k), gate, n) for k in range(song.beats)]
        elif style == "offbeat":
            hits = [(k + 0.5, 0.45 * gate + 0.1, n) for k in range(song.beats)]
        elif style == "pulse":
            hits = [(k / 2, 0.48 * gate, n) for k in range(song.beats * 2)]
        elif style == "octave":
            hits = [(k / 4, 0.22, n + 12 * (k % 2)) for k in range(song.beats * 4) if k % 4 or r.random() < 0.5]
        elif style == "walk":
            hits = [(float(k), 0.9, int(song.pitch(d + int(r.choice([0, 2, 4, 1, 5, 7])), base))) for k in range(song.beats)]
        elif style == "long":
            cut = float(r.choice([song.beats, 2.5, 1.5]))
            hits = [(0.0, min(cut, song.beats) * 0.97, n)] + ([(cut, (song.beats - cut) * 0.9, n + 12 * (r.random() < .15))] if cut < song.beats else [])
        else:
            ends = mask[1:] + [song.beats * 4]
            hits = [(s / 4, (e - s) / 4 * gate, n if style == "sync" else int(song.pitch(d + q, base))) for s, e, q in zip(mask, ends, riff)]
        out += [(t0 + t, max(0.1, l), m, int(np.clip(vel + r.normal(0, 7), 40, 127))) for t, l, m in hits]
    return out


KICKS = ["x...x...x...x...", "x.......x.x.....", "x......x..x.....", "x.....x...x.....", "x.........x..x..", "x..x..x...x.....", "x...............",
         "x.x.....x.x.....", "x.....x.x..x....", "x..x....x.......", "x.......x......."]
BACKS = ["....x.......x...", "........x.......", "....x.......x..o", "....x..o.o..x...", "...x..x....x..x.", "......x.......x.", "....x...o...x...", "....x.......x.x."]
HATS = ["x.x.x.x.x.x.x.x.", "xoxoxoxoxoxoxoxo", "..x...x...x...x.", "x...x...x...x...", ".ox..ox..ox..oxo", "x.x.x.xxx.x.x.xx", "x..x..x.x..x..x.", "xxxxxxxxxxxxxxxx"]
PERCS = ["x..x..x.x..x..x.", "x.....x...x.....", "...x......x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", "oxoxoxoxoxoxoxox", "..x..x....x..x..", "x..x..x...x.x...", ".x..x..x.x..x..x"]


def mutate(r, row, steps, amount):
    row = (list(row) * 2)[:steps]
    return "".join(("." if c != "." else "o") if i and r.random() < amount else c for i, c in enumerate(row))


def beat(song, what="drums"):
    """Drum notes as (start, piece, velocity); pieces are words of kits: kick, snare, clap, closed, open, ride, crash, ..."""
    r, steps = song.rng, song.beats * 4
    pick = lambda rows, amount=0.06: mutate(r, rows[r.integers(len(rows))], steps, amount)
    perc_words = [str(x) for x in r.choice(["shaker", "conga", "conga2", "bongo", "tamb", "rim", "cowbell", "clave", "wood", "triangle", "maracas", "agogo"],
                                           size=r.integers(1, 5), replace=False)]
    if what == "drums":
        rows = {"kick": pick(KICKS), str(r.choice(["snare", "snare", "clap", "rim"])): pick(BACKS)}
        if r.random() < 0.88:
            rows[str(r.choice(["closed", "closed", "closed", "ride", "open"]))] = pick(HATS)
        if r.random() < 0.3:
            rows["open"] = pick(["..x...x...x...x.", "..............x.", "......x........."])
        if r.random() < 0.25:
            rows[perc_words[0]] = pick(PERCS)
    elif what == "kick":
        rows = {"kick": pick(KICKS)}
    elif what == "hihat":
        rows = {"closed": pick(HATS)}
        if r.random() < 0.45:
            rows["open"] = pick(["..x...x...x...x.", "..............x.", "......x........."])
    elif what == "snare":
        rows = {str(r.choice(["snare", "clap"])): pick(BACKS)}
    else:
        rows = {w: pick(PERCS) for w in perc_words}
    swing, loud = r.choice([0, 0, r.uniform(0, 0.3)]), r.uniform(3, 14)
    notes = []
    for piece, row in rows.items():
        for b in range(song.bars):
            for s, c in enumerate(row):
                if c != "." and not (c == "o" and r.random() < 0.3):
                    t = b * song.beats + (s + (swing if s % 2 else 0)) / 4
                    notes.append((t, piece, float(np.clip((105 if c == "x" else 60) + r.normal(0, loud), 20, 127))))
            if piece == "closed" and r.random() < 0.2:
                at, n = float(r.choice([1.5, 2.75, 3.0, 3.5])), int(r.choice([3, 4, 6]))
                notes += [(b * song.beats + at + k * 0.5 / n, piece, 55 + 8.0 * k) for k in range(n) if at < song.beats]
    if what == "drums":
        if r.random() < 0.25:
            notes.append((0.0, "crash", 100.0))
        if r.random() < 0.25:
            notes = fill(r, song, notes)
    return notes


def fill(r, song, notes):
    """The last beats become a run over snare and toms; for a one-bar song all of it may."""
    span = float(r.choice([1, 2, song.beats if song.bars == 1 else 2]))
    start = song.total() - span
    run = [str(x) for x in r.choice(["snare", "tom1", "tom2", "tom3"], size=4)]
    step = float(r.choice([0.25, 0.25, 0.125, 1 / 3]))
    count = int(span / step)
    return [n for n in notes if n[0] < start or n[1] == "kick"] + \
        [(start + k * step, run[min(3, k * 4 // count)], 75 + 40.0 * k / count) for k in range(count) if r.random() < 0.9]
