"""Tonal voices: a patch is drawn once, then plays notes. Everything is band-limited enough for features up to 10 kHz."""
import numpy as np
from scipy import signal

SR = 44100
N_TABLE = 2048
_grid = 2 * np.pi * np.arange(N_TABLE) / N_TABLE


def table(amps):
    x = sum(a * np.sin((k + 1) * _grid) for k, a in enumerate(amps))
    return np.append(x, x[0]) / (np.max(np.abs(x)) + 1e-9)


def harmonics(shape, count, duty=0.5):
    k = np.arange(1, count + 1)
    if shape == "saw":
        return 1.0 / k
    if shape == "square":
        return np.where(k % 2, 1.0 / k, 0)
    if shape == "pulse":
        return np.sin(np.pi * k * duty) / k
    if shape == "tri":
        return np.where(k % 2, 1.0 / k ** 2 * (-1.0) ** (k // 2), 0)
    return np.where(k == 1, 1.0, 0)


def osc(shape, freq, duty=0.5):
    """Wavetable oscillator; freq is an array of Hz. The table keeps the harmonics below 18 kHz of the highest pitch."""
    count = int(np.clip(18000 / np.max(freq), 1, 200))
    tab = table(harmonics(shape, count, duty))
    phase = np.cumsum(freq / SR)
    pos = (phase - np.floor(phase)) * N_TABLE
    i = pos.astype(np.int64)
    f = pos - i
    return tab[i] * (1 - f) + tab[i + 1] * f


def adsr(n, held, a, d, s, rel):
    t = np.arange(n) / SR
    up = np.minimum(1.0, t / max(a, 1e-4))
    body = s + (1 - s) * np.exp(-np.maximum(0, t - a) / max(d, 1e-3))
    e = up * body
    h = min(n, int(held * SR))
    if h < n:
        e[h:] = (e[h - 1] if h else 0) * np.exp(-(t[h:] - t[min(h, n - 1)]) / max(rel / 3, 1e-3))
    return e


def hz(note):
    return 440.0 * 2 ** ((note - 69) / 12.0)


def sweep_filter(x, cut_start, cut_end, tau, q):
    """Low-pass that moves in 12 blocks a note: cheap, and enough for a listener at 23 ms hops."""
    n, out, zi = len(x), np.empty(len(x)), None
    edges = np.unique(np.linspace(0, n, max(2, min(24, n // 1024))).astype(int))
    for a, b in zip(edges[:-1], edges[1:]):
        c = cut_end + (cut_start - cut_end) * np.exp(-(a / SR) / tau)
        w = 2 * np.pi * float(np.clip(c, 40, 18000)) / SR
        alpha, cw = np.sin(w) / (2 * q), np.cos(w)
        bb, aa = np.array([(1 - cw) / 2, 1 - cw, (1 - cw) / 2]), np.array([1 + alpha, -2 * cw, 1 - alpha])
        bb, aa = bb / aa[0], aa / aa[0]
        zi = np.zeros(2) if zi is None else zi
        out[a:b], zi = signal.lfilter(bb, aa, x[a:b], zi=zi)
    return out


class Patch:
    """A synthesiser sound. kind: lead pluck pad stab bass reese sub808 epiano organ bell fmbass string brass flute choir guitar piano."""

    def __init__(self, kind, rng):
        self.kind, self.r = kind, rng
        r = rng
        self.shape = str(r.choice(["saw", "square", "pulse", "tri"], p=[.45, .25, .2, .1]))
        self.duty, self.voices = r.uniform(0.1, 0.5), int(r.choice([1, 1, 2, 3, 5]))
        self.detune = r.uniform(3, 22)
        self.cut, self.q = float(np.exp(r.uniform(np.log(300), np.log(9000)))), r.uniform(0.6, 4)
        self.env = r.uniform(0.5, 8)
        self.vib = r.uniform(0, 25) if r.random() < 0.5 else 0.0
        self.vib_hz = r.uniform(4, 7)
        self.a, self.d, self.s, self.rel = {
            "lead": (r.uniform(.002, .05), r.uniform(.1, 1), r.uniform(.3, 1), r.uniform(.03, .4)),
            "pluck": (0.002, r.uniform(.05, .4), 0.0, r.uniform(.05, .4)), "stab": (r.uniform(.002, .01), r.uniform(.1, .6), r.uniform(0, .7), r.uniform(.03, .5)),
            "pad": (r.uniform(.1, 1.2), r.uniform(.5, 3), r.uniform(.5, 1), r.uniform(.4, 2)),
            "bass": (r.uniform(.001, .01), r.uniform(.08, .8), r.uniform(0, .9), r.uniform(.02, .2)),
            "reese": (r.uniform(.003, .03), 1.0, r.uniform(.7, 1), r.uniform(.03, .2)), "sub808": (0.002, r.uniform(.5, 2.5), 0.0, r.uniform(.02, .3)),
            "epiano": (0.002, r.uniform(.5, 2.0), 0.0, r.uniform(.1, .4)), "organ": (r.uniform(.003, .02), 1, 1, r.uniform(.02, .15)),
            "bell": (0.001, r.uniform(.3, 2.0), 0.0, r.uniform(.3, 1.5)), "fmbass": (0.002, r.uniform(.1, .6), r.uniform(0, .7), .08),
            "string": (r.uniform(.05, .4), 1, r.uniform(.7, 1), r.uniform(.15, .8)), "brass": (r.uniform(.02, .09), .3, r.uniform(.6, .9), r.uniform(.05, .2)),
            "flute": (r.uniform(.03, .12), .5, .85, r.uniform(.05, .25)), "choir": (r.uniform(.06, .5), 1, 1, r.uniform(.1, .8)),
            "guitar": (0.001, 1, 0, .1), "piano": (0.001, 1, 0, r.uniform(.1, .3))}[kind]
        self.ratio, self.index = float(r.choice([1, 2, 3, 3.5, 4, 5.4, 7, 1.41])), r.uniform(0.5, 6)
        self.drawbars = r.uniform(0, 1, 9) * (r.random(9) < 0.7) + np.eye(9)[1]
        self.vowels = [int(v) for v in r.integers(0, 5, 8)]
        self.tract, self.breath, self.click = r.uniform(0.85, 1.25), r.uniform(0.005, 0.08), r.uniform(0, 0.4)
        self.drop, self.drive = r.uniform(0, 2.5), r.uniform(1.0, 4.0)
        self.bright, self.count = r.uniform(0.3, 0.95), 0

    def play(self, note, held, vel):
        """One note; longer than held by its release."""
        self.count += 1
        ring = {"epiano": .2, "bell": 1.0, "guitar": .2, "piano": .15}.get(self.kind, 0)
        n = max(64, int((held + self.rel + ring) * SR))
        t, f = np.arange(n) / SR, hz(note)
        freq = np.full(n, f)
        if self.vib:
            freq = freq * 2 ** (self.vib / 1200 * np.sin(2 * np.pi * self.vib_hz * t) * np.minimum(1, t / 0.4))
        x = getattr(self, "_" + {"pluck": "sub", "lead": "sub", "pad": "sub", "stab": "sub", "bass": "sub", "reese": "sub", "string": "sub",
                                 "brass": "sub"}.get(self.kind, self.kind))(note, n, t, f, freq)
        return x * adsr(n, held, self.a, self.d, self.s, self.rel) * (vel / 127.0) ** 1.3 if self.kind not in ("guitar", "piano") \
            else x * adsr(n, held, 0.001, 100, 1, self.rel) * (vel / 127.0) ** 1.3

    def _sub(self, note, n, t, f, freq):
        voices = max(2, self.voices) if self.kind in ("reese", "pad", "string") else self.voices
        shape = "saw" if self.kind in ("string", "brass") else self.shape
        cents = self.detune * (2 if self.kind == "reese" else 1)
        x = sum(osc(shape, freq * 2 ** (c / 1200), self.duty) for c in np.linspace(-cents, cents, voices)) if voices > 1 else osc(shape, freq, self.duty)
        if self.kind in ("bass", "reese"):
            x = x / voices + 0.6 * np.sin(2 * np.pi * f * t)
            top = min(self.cut, 2500)
            return np.tanh(sweep_filter(x, top * (1 + self.env / 2), top * 0.5, self.d * 0.6, self.q) * self.drive)
        if self.kind == "brass":
            return sweep_filter(x, f * 1.2, min(9000, f * (3 + 6 * self.bright)), 0.05, 0.8)
        top = max(self.cut, f * 1.5)
        fast = {"pluck": self.d * 0.7, "stab": self.d, "pad": 2.0}.get(self.kind, 0.3)
        return sweep_filter(x, min(15000, top * (1 + self.env)), top, fast, self.q)

    def _sub808(self, note, n, t, f, freq):
        ph = 2 * np.pi * np.cumsum(freq * (1 + self.drop * np.exp(-t / 0.03))) / SR
        return np.tanh(np.sin(ph) * self.drive) + self.click * 0.3 * self.r.standard_normal(n) * np.exp(-t / 0.003)

    def _epiano(self, note, n, t, f, freq):
        tine = np.sin(2 * np.pi * f * 14 * t) * np.exp(-t / 0.05) * self.click
        mod = np.sin(2 * np.pi * freq * t) * self.index * 0.4 * np.exp(-t / 0.4)
        return np.sin(2 * np.pi * np.cumsum(freq) / SR + mod) + 0.3 * tine

    def _fmbass(self, note, n, t, f, freq):
        return np.tanh(np.sin(2 * np.pi * f * t + self.index * np.exp(-t / self.d) * np.sin(2 * np.pi * f * round(self.ratio) * t)) * self.drive)

    def _organ(self, note, n, t, f, freq):
        mult = [0.5, 1, 1.5, 2, 3, 4, 5, 6, 8]
        lesl = 1 + 0.004 * np.sin(2 * np.pi * 6.3 * t) * (self.vib > 0)
        ph = 2 * np.pi * np.cumsum(freq * lesl) / SR
        return sum(d * np.sin(m * ph) for m, d in zip(mult, self.drawbars)) / 2

    def _bell(self, note, n, t, f, freq):
        return np.sin(2 * np.pi * f * t + self.index * np.exp(-t / (self.d * 0.5)) * np.sin(2 * np.pi * f * self.ratio * t))

    def _flute(self, note, n, t, f, freq):
        ph = 2 * np.pi * np.cumsum(freq) / SR
        x = np.sin(ph) + 0.35 * self.bright * np.sin(2 * ph) + 0.12 * np.sin(3 * ph)
        if self.duty > 0.3:
            x = np.sin(ph) + 0.5 * np.sin(3 * ph) + 0.25 * np.sin(5 * ph)
        b, a = signal.iirpeak(min(f * 2, 15000), 3, fs=SR)
        return x + signal.lfilter(b, a, self.r.standard_normal(n)) * self.breath * 6

    def _choir(self, note, n, t, f, freq):
        """Several glottal sources through the formants of a vowel (values near Peterson and Barney 1952)."""
        vowel = [(800, 1150, 2900), (400, 1700, 2600), (350, 2000, 2800), (450, 800, 2830), (325, 700, 2700)][self.vowels[self.count % 8]]
        x = np.zeros(n)
        for _ in range(max(1, self.voices)):
            wander = np.cumsum(self.r.standard_normal(n // 256 + 2)) * 0.6
            drift = np.interp(np.arange(n), np.arange(len(wander)) * 256, wander)
            vib = (10 + self.vib) * np.sin(2 * np.pi * self.r.uniform(4.5, 6.5) * t + self.r.uniform(0, 6)) * np.minimum(1, t / 0.3)
            x += osc("saw", freq * 2 ** ((vib + drift + self.r.normal(0, 6)) / 1200))
        x = x + self.breath * 4 * self.r.standard_normal(n)
        out = 0
        for k, fm in enumerate(vowel):
            b, a = signal.iirpeak(fm * self.tract, fm / (70 + 40 * k), fs=SR)
            out = out + signal.lfilter(b, a, x) * [1, 0.6, 0.3][k]
        return out

    def _guitar(self, note, n, t, f, freq):
        """Plucked string: noise burst in a damped delay line (Karplus and Strong 1983)."""
        period = SR / f
        length = int(period)
        burst = np.zeros(n)
        burst[:length] = self.r.uniform(-1, 1, length)
        pick = int(length * (0.1 + 0.3 * self.duty))
        burst[pick:] -= 0.6 * burst[:-pick] if pick else 0
        damp = 0.5 * (1 - self.bright * 0.6)
        g = 0.996 ** (1 + 100 / max(f, 60)) * 0.998
        a = np.zeros(length + 2)
        a[0], a[length], a[length + 1] = 1.0, -g * (1 - damp), -g * damp
        x = signal.lfilter([1.0], a, burst)
        return np.tanh(x * self.drive * 2) if self.drive > 3.2 else x

    def _piano(self, note, n, t, f, freq):
        x, b = 0, 0.0004
        for k in range(1, int(min(18, 9000 / f)) + 1):
            fk = f * k * np.sqrt(1 + b * k * k)
            x = x + np.sin(2 * np.pi * fk * t + k) * (self.bright ** k) * np.exp(-t * (0.5 + 0.35 * k * (f / 260) ** 0.5))
        return x + self.click * 0.2 * self.r.standard_normal(n) * np.exp(-t / 0.01)


WORD = {"lead": "synth", "stab": "synth", "pluck": "pluck", "pad": "pad", "bass": "bass", "reese": "bass", "sub808": "808", "fmbass": "bass",
        "epiano": "keys", "organ": "organ", "bell": "bell", "string": "strings", "brass": "brass", "flute": "wind", "choir": "vocal",
        "guitar": "guitar", "piano": "piano"}


def perform(patch, notes, spb, total_beats, wrap=True, tail=1.5):
    """Notes -> mono sound of the loop's length; tails run into the start when it wraps, else they ring out for `tail` s."""
    n = int(round(total_beats * spb * SR))
    out = np.zeros(n + int(6 * SR))
    for start, length, note, vel in notes:
        i = int(start * spb * SR)
        if i >= n:
            continue
        x = patch.play(note, min(length, total_beats - start) * spb, vel)
        m = min(len(x), len(out) - i)
        out[i:i + m] += x[:m]
    if not wrap:
        return out[:n + int(tail * SR)]
    for k in range(n, len(out), n):
        seg = out[k:k + n]
        out[:len(seg)] += seg
    return out[:n]
