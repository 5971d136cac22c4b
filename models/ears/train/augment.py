"""What happens to sounds on their way into a sample pack: EQ, drive, compression, reverb, noise, codecs, gain."""
import numpy as np
from scipy import signal

from features import RATE


def shelf(x, f, db, kind):
    a, w = 10 ** (db / 40), 2 * np.pi * f / RATE
    c, s = np.cos(w), np.sin(w) / 2 * np.sqrt(2)
    g = 1 if kind == "low" else -1
    b = np.array([a * ((a + 1) - g * (a - 1) * c + 2 * np.sqrt(a) * s), g * 2 * a * ((a - 1) - g * (a + 1) * c), a * ((a + 1) - g * (a - 1) * c - 2 * np.sqrt(a) * s)])
    d = np.array([(a + 1) + g * (a - 1) * c + 2 * np.sqrt(a) * s, g * -2 * ((a - 1) + g * (a + 1) * c), (a + 1) + g * (a - 1) * c - 2 * np.sqrt(a) * s])
    return signal.lfilter(b / d[0], d / d[0], x)


def peak(x, f, db, q):
    a, w = 10 ** (db / 40), 2 * np.pi * f / RATE
    al = np.sin(w) / (2 * q)
    return signal.lfilter(np.array([1 + al * a, -2 * np.cos(w), 1 - al * a]) / (1 + al / a), np.array([1 + al / a, -2 * np.cos(w), 1 - al / a]) / (1 + al / a), x)


def reverb(r, x, circular):
    n = int(r.uniform(0.15, 2.2) * RATE)
    t = np.arange(n) / RATE
    ir = r.standard_normal(n) * np.exp(-t * 6.9 / (n / RATE)) * (t > r.uniform(0, 0.03))
    ir = signal.lfilter([1 - 0.5], [1, -r.uniform(0, 0.7)], ir)
    wet = signal.fftconvolve(x, ir)
    if circular:
        out = np.zeros(len(x))
        for k in range(0, len(wet), len(x)):
            seg = wet[k:k + len(x)]
            out[:len(seg)] += seg
        wet = out
        dry = x
    else:
        dry = np.concatenate([x, np.zeros(len(wet) - len(x))])
    wet = wet * (np.std(dry) + 1e-9) / (np.std(wet) + 1e-9)
    return dry + wet * float(np.exp(r.uniform(np.log(0.05), np.log(0.8))))


def squeeze(r, x):
    """Compression: gain from a smoothed level, ratio 2 to 8."""
    tau = r.uniform(0.01, 0.15)
    a = np.exp(-1 / (tau * RATE))
    level = np.sqrt(np.maximum(signal.lfilter([1 - a], [1, -a], x * x), 1e-10))
    over = np.maximum(level / (np.sqrt(np.mean(x * x)) * r.uniform(0.4, 1.5) + 1e-9), 1.0)
    return x * over ** -(1 - 1 / r.uniform(2, 8))


def augment(r, x, loop, strength=1.0):
    """One random trip. x is mono at RATE; a loop stays circular where it can."""
    x = np.asarray(x, dtype=np.float64)
    x = x / (np.max(np.abs(x)) + 1e-9)
    hit = lambda p: r.random() < p * strength
    if hit(0.35):
        up = 2 ** (r.uniform(-2, 2) / 12)
        x = np.interp(np.arange(int(len(x) / up)) * up, np.arange(len(x)), x)
    if hit(0.5):
        x = shelf(x, r.uniform(80, 400), r.uniform(-9, 7), "low")
    if hit(0.5):
        x = shelf(x, r.uniform(2000, 7000), r.uniform(-12, 7), "high")
    for _ in range(int(r.integers(0, 3)) if hit(0.6) else 0):
        x = peak(x, float(np.exp(r.uniform(np.log(120), np.log(8000)))), r.uniform(-9, 7), r.uniform(0.5, 4))
    if hit(0.22):
        x = x / (np.max(np.abs(x)) + 1e-9)
        x = np.tanh(x * r.uniform(1.5, 10))
    if hit(0.3):
        x = squeeze(r, x)
    if hit(0.3):
        x = reverb(r, x, loop)
    if hit(0.22):
        x = signal.sosfilt(signal.butter(int(r.choice([2, 4])), float(np.exp(r.uniform(np.log(2500), np.log(10000)))), "low", fs=RATE, output="sos"), x)
    if hit(0.12):
        x = signal.sosfilt(signal.butter(2, r.uniform(30, 180), "high", fs=RATE, output="sos"), x)
    if hit(0.25):
        x = x + r.standard_normal(len(x)) * np.max(np.abs(x)) * 10 ** (-r.uniform(35, 75) / 20)
    if hit(0.08):
        steps = 2 ** int(r.integers(7, 12))
        x = np.round(x / (np.max(np.abs(x)) + 1e-9) * steps) / steps
    if loop and hit(0.3):
        x = np.roll(x, int(r.integers(len(x))))
    return x
