"""Drum machine voices drawn from wide random parameters. Each takes a generator and gives mono sound at SR."""
import numpy as np
from scipy import signal

SR = 44100


def t_of(seconds):
    return np.arange(int(seconds * SR)) / SR


def noise(rng, n):
    return rng.standard_normal(n)


def band(x, lo, hi, order=2):
    lo, hi = max(20.0, lo), min(hi, SR * 0.49)
    return signal.sosfilt(signal.butter(order, [lo, hi], "band", fs=SR, output="sos"), x)


def high(x, f, order=2):
    return signal.sosfilt(signal.butter(order, min(f, SR * 0.48), "high", fs=SR, output="sos"), x)


def low(x, f, order=2):
    return signal.sosfilt(signal.butter(order, min(f, SR * 0.48), "low", fs=SR, output="sos"), x)


def decay(t, tau, attack=0.0005):
    return np.exp(-t / tau) * np.minimum(1.0, t / attack)


def kick(r):
    t = t_of(r.uniform(0.15, 0.9))
    f0, drop, speed = r.uniform(38, 75), r.uniform(1.0, 9.0), r.uniform(0.008, 0.06)
    phase = 2 * np.pi * np.cumsum(f0 * (1 + drop * np.exp(-t / speed))) / SR
    body = np.sin(phase) * decay(t, r.uniform(0.05, 0.35))
    click = high(noise(r, len(t)), r.uniform(800, 5000)) * decay(t, r.uniform(0.001, 0.008)) * r.uniform(0, 0.5)
    thud = band(noise(r, len(t)), 60, r.uniform(200, 900)) * decay(t, r.uniform(0.01, 0.06)) * r.uniform(0, 0.6)
    return np.tanh((body + click + thud) * r.uniform(0.7, 4.0))


def snare(r):
    t = t_of(r.uniform(0.12, 0.6))
    f = r.uniform(130, 280)
    tone = sum(np.sin(2 * np.pi * f * m * t * (1 + 0.1 * np.exp(-t / 0.01))) * a for m, a in ((1, 1), (r.uniform(1.4, 1.9), 0.6)))
    tone *= decay(t, r.uniform(0.02, 0.12)) * r.uniform(0.1, 1.0)
    wires = band(noise(r, len(t)), r.uniform(400, 2500), r.uniform(6000, 18000)) * decay(t, r.uniform(0.04, 0.2))
    snap = high(noise(r, len(t)), 2000) * decay(t, 0.004) * r.uniform(0, 0.8)
    return np.tanh((tone + wires * r.uniform(0.5, 1.4) + snap) * r.uniform(0.6, 3.0))


def clap(r):
    t = t_of(r.uniform(0.15, 0.6))
    env = np.zeros(len(t))
    at = 0.0
    for _ in range(int(r.integers(2, 6))):
        env += (t >= at) * np.exp(-np.maximum(0, t - at) / r.uniform(0.003, 0.009))
        at += r.uniform(0.006, 0.018)
    env += 0.7 * (t >= at) * np.exp(-np.maximum(0, t - at) / r.uniform(0.03, 0.15))
    return np.tanh(band(noise(r, len(t)), r.uniform(500, 1100), r.uniform(1800, 6000)) * env * r.uniform(0.6, 2.5))


def metal(r, n, base):
    t = np.arange(n) / SR
    ratios = np.array([1, 1.342, 1.2312, 1.6532, 1.9523, 2.1523]) * (1 + 0.05 * r.standard_normal(6))
    return sum(signal.square(2 * np.pi * base * k * t + r.uniform(0, 6)) for k in ratios) / 3


def hat(r, opened=False):
    t = t_of(r.uniform(0.35, 1.2) if opened else r.uniform(0.05, 0.25))
    mix = r.uniform(0, 1)
    x = high(noise(r, len(t)) * (1 - mix) + metal(r, len(t), r.uniform(250, 700)) * mix, r.uniform(3500, 8500), 3)
    return x * decay(t, r.uniform(0.1, 0.4) if opened else r.uniform(0.01, 0.06), r.choice([0.0003, 0.002]))


def cymbal(r):
    t = t_of(r.uniform(1.2, 4.0))
    mix = r.uniform(0.1, 0.8)
    x = high(noise(r, len(t)) * (1 - mix) + metal(r, len(t), r.uniform(200, 500)) * mix, r.uniform(1500, 5000))
    bell = sum(np.sin(2 * np.pi * f * t) for f in r.uniform(400, 4000, 6)) * decay(t, r.uniform(0.1, 0.6)) * r.uniform(0, 0.15)
    return (x * (decay(t, r.uniform(0.3, 1.2), r.uniform(0.0005, 0.01)) + 0.4 * decay(t, 0.05)) + bell)


def tom(r):
    t = t_of(r.uniform(0.25, 0.9))
    f = r.uniform(65, 240)
    x = np.sin(2 * np.pi * np.cumsum(f * (1 + r.uniform(0.1, 0.9) * np.exp(-t / r.uniform(0.02, 0.08)))) / SR) * decay(t, r.uniform(0.08, 0.3))
    x += 0.4 * np.sin(2 * np.pi * f * 1.52 * t) * decay(t, 0.08) + band(noise(r, len(t)), 200, 3000) * decay(t, 0.02) * r.uniform(0, 0.5)
    return np.tanh(x * r.uniform(0.7, 2))


def shaker(r):
    t = t_of(r.uniform(0.06, 0.25))
    env = (t / t[-1]) ** r.uniform(0.3, 1.5) * np.exp(-t / r.uniform(0.02, 0.09))
    return band(noise(r, len(t)), r.uniform(2500, 6000), r.uniform(9000, 18000)) * env


def tamb(r):
    t = t_of(r.uniform(0.12, 0.4))
    x = sum(np.sin(2 * np.pi * f * t + p) for f, p in zip(r.uniform(5000, 14000, 9), r.uniform(0, 6, 9)))
    return (x * 0.3 + high(noise(r, len(t)), 6000)) * decay(t, r.uniform(0.03, 0.12)) * (1 + 0.5 * np.sin(2 * np.pi * r.uniform(20, 45) * t))


def membrane(r, lo, hi):
    t = t_of(r.uniform(0.15, 0.5))
    f = r.uniform(lo, hi)
    x = sum(a * np.sin(2 * np.pi * f * m * t * (1 + 0.05 * np.exp(-t / 0.02))) * decay(t, r.uniform(0.03, 0.16) / m)
            for m, a in ((1, 1), (1.59, .5), (2.14, .3), (2.65, .2)))
    return x + band(noise(r, len(t)), 800, 5000) * decay(t, 0.006) * r.uniform(0.1, 0.8)


def wood(r, lo=700, hi=2800):
    t = t_of(r.uniform(0.05, 0.2))
    f = r.uniform(lo, hi)
    return sum(np.sin(2 * np.pi * f * m * t) * decay(t, r.uniform(0.01, 0.05)) for m in (1, r.uniform(1.5, 2.8))) \
        + noise(r, len(t)) * decay(t, 0.002) * 0.3


def cowbell(r):
    t = t_of(r.uniform(0.15, 0.6))
    f = r.uniform(450, 900)
    x = signal.square(2 * np.pi * f * t) + signal.square(2 * np.pi * f * r.uniform(1.45, 1.52) * t)
    return band(x, f * 0.8, f * 4) * (decay(t, 0.02) + 0.4 * decay(t, r.uniform(0.06, 0.2)))


def triangle(r):
    t = t_of(r.uniform(0.4, 1.5))
    return sum(np.sin(2 * np.pi * f * t) * decay(t, r.uniform(0.1, 0.5)) for f in r.uniform(2500, 9000, 5))


def snap(r):
    t = t_of(r.uniform(0.06, 0.2))
    return band(noise(r, len(t)), r.uniform(1200, 2500), r.uniform(3000, 7000)) * decay(t, r.uniform(0.005, 0.02))


PIECES = {"kick": kick, "snare": snare, "clap": clap, "closed": hat, "open": lambda r: hat(r, True), "ride": cymbal, "crash": cymbal,
          "tom1": tom, "tom2": tom, "tom3": tom, "shaker": shaker, "maracas": shaker, "tamb": tamb, "conga": lambda r: membrane(r, 150, 350),
          "conga2": lambda r: membrane(r, 110, 220), "bongo": lambda r: membrane(r, 280, 600), "rim": wood, "clave": lambda r: wood(r, 1800, 3200),
          "wood": lambda r: wood(r, 500, 1500), "cowbell": cowbell, "agogo": cowbell, "triangle": triangle, "snap": snap}
INSTRUMENT = {"kick": "kick", "snare": "snare", "clap": "clap", "closed": "hihat", "open": "hihat", "ride": "cymbal", "crash": "cymbal",
              "tom1": "tom", "tom2": "tom", "tom3": "tom", "rim": "snare", "snap": "clap"}    # every other piece is "perc"


def kit(r):
    """One sound for every piece, as a drum machine has."""
    return {name: make(r) for name, make in PIECES.items()}
