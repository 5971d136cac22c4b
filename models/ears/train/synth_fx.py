"""Effects: risers, falls, impacts, sweeps, beds of noise, small electronic sounds. Each gives (sound, instrument, kind)."""
import numpy as np
from scipy import signal

from synth_drums import SR, band, decay, high, low, noise, t_of


def moving_band(r, x, f0, f1, curve, width, mode="band"):
    """Filter whose frequency goes from f0 to f1 along x in 0..1 to the power of curve."""
    n, out, zi = len(x), np.empty(len(x)), None
    edges = np.linspace(0, n, 97).astype(int)
    for a, b in zip(edges[:-1], edges[1:]):
        f = f0 * (f1 / f0) ** ((a / n) ** curve)
        if mode == "band":
            sos = signal.butter(1, [max(20, f / width), min(f * width, SR * 0.48)], "band", fs=SR, output="sos")
        else:
            sos = signal.butter(2, min(max(f, 30), SR * 0.48), mode, fs=SR, output="sos")
        zi = np.zeros((sos.shape[0], 2)) if zi is None or zi.shape[0] != sos.shape[0] else zi
        out[a:b], zi = signal.sosfilt(sos, x[a:b], zi=zi)
    return out


def riser(r, fall=False):
    t = t_of(r.uniform(1.0, 9.0))
    u = t / t[-1]
    x = moving_band(r, noise(r, len(t)), r.uniform(100, 800), r.uniform(3000, 12000), r.uniform(0.6, 2.5), r.uniform(1.3, 5), r.choice(["band", "low", "high"]))
    f = r.uniform(80, 400) * 2 ** (u ** r.uniform(0.7, 2) * r.uniform(1, 4))
    tone = signal.sawtooth(2 * np.pi * np.cumsum(f) / SR) if r.random() < 0.5 else np.sin(2 * np.pi * np.cumsum(f) / SR)
    x = x / (np.std(x) + 1e-9) * r.uniform(0.2, 1) + tone * r.choice([0, r.uniform(0.1, 1.2)])
    if r.random() < 0.25:
        x *= 0.6 + 0.4 * signal.square(2 * np.pi * np.cumsum(r.uniform(2, 5) * 2 ** (u * r.uniform(0, 3))) / SR)
    x *= u ** r.uniform(0.7, 2.5)
    x[-200:] *= np.linspace(1, 0, 200)
    return (x[::-1] if fall else x), ("fx" if fall else "riser"), "fx"


def impact(r):
    t = t_of(r.uniform(1.0, 5.0))
    f = r.uniform(28, 70) * (1 + r.uniform(0.5, 4) * np.exp(-t / r.uniform(0.02, 0.2)))
    boom = np.sin(2 * np.pi * np.cumsum(f) / SR) * decay(t, r.uniform(0.3, 1.2))
    crash = low(noise(r, len(t)), float(np.exp(r.uniform(np.log(300), np.log(9000))))) * decay(t, r.uniform(0.08, 0.9)) * r.uniform(0.2, 1.5)
    hit = noise(r, len(t)) * decay(t, 0.01) * r.uniform(0, 0.8)
    return np.tanh((boom + crash + hit) * r.uniform(0.7, 3)), "impact", "fx"


def sweep(r):
    t = t_of(r.uniform(0.5, 4.0))
    f = np.exp(r.uniform(np.log(150), np.log(9000), 2))
    x = moving_band(r, noise(r, len(t)), f[0], f[1], 1.0, r.uniform(1.2, 3))
    return x * np.sin(np.pi * (t / t[-1]) ** r.uniform(0.5, 2)) ** r.uniform(0.5, 2), "fx", "fx"


def noise_bed(r):
    n = int(r.uniform(3, 11) * SR)
    kind = r.choice(["hiss", "crackle", "rain", "hum", "wind", "room", "sea"])
    w = noise(r, n)
    x = {"hiss": lambda: high(w, r.uniform(500, 4000)), "crackle": lambda: low(w, r.uniform(1500, 6000)) * r.uniform(0.02, 0.5),
         "rain": lambda: band(w, 800, 9000) * (0.4 + 0.1 * low(noise(r, n), 3) * 50),
         "hum": lambda: sum(np.sin(2 * np.pi * 50 * k * np.arange(n) / SR) / k for k in range(1, 7)) + 0.2 * w,
         "wind": lambda: moving_band(r, w, r.uniform(200, 500), r.uniform(400, 1500), 1, 1.6) * (1.2 + np.sin(2 * np.pi * r.uniform(.1, .4) * np.arange(n) / SR)),
         "room": lambda: low(w, r.uniform(300, 2500)), "sea": lambda: low(w, 3000) * (1.1 + np.sin(2 * np.pi * r.uniform(.08, .25) * np.arange(n) / SR)) ** 2}[str(kind)]()
    if kind in ("crackle", "rain") or r.random() < 0.35:
        pops = (r.random(n) < r.uniform(3, 60) / SR) * r.standard_normal(n) * r.uniform(3, 25)
        x = x / (np.std(x) + 1e-9) * r.uniform(0.1, 1) + low(pops, r.uniform(2500, 12000))
    return x, "ambience", "loop"


def drone(r):
    """An inharmonic, slowly moving bed: ambience rather than a chord."""
    t = t_of(r.uniform(3, 9))
    x = sum(np.sin(2 * np.pi * f * t + 3 * np.sin(2 * np.pi * r.uniform(.05, .5) * t)) * (1 + np.sin(2 * np.pi * r.uniform(.05, .4) * t + r.uniform(0, 6)))
            for f in np.exp(r.uniform(np.log(50), np.log(2500), int(r.integers(3, 9)))))
    return x + low(noise(r, len(t)), r.uniform(200, 3000)) * r.uniform(0, 2), "ambience", "oneshot"


def small(r):
    """Blips, zaps, glitches, scratches, alarms."""
    t = t_of(r.uniform(0.08, 1.6))
    u = t / t[-1]
    kind = r.choice(["zap", "blip", "glitch", "scratch", "alarm", "robot"])
    if kind == "zap":
        x = np.sin(2 * np.pi * np.cumsum(np.exp(np.log(r.uniform(2000, 9000)) * (1 - u) + np.log(r.uniform(50, 400)) * u)) / SR) * decay(t, t[-1] / 3)
    elif kind == "blip":
        x = signal.square(2 * np.pi * r.uniform(300, 4000) * t) * (u < r.uniform(0.2, 1)) * decay(t, t[-1])
    elif kind == "glitch":
        step = r.integers(300, 4000)
        x = np.repeat(r.standard_normal(len(t) // step + 1) * (r.random(len(t) // step + 1) < 0.6), step)[:len(t)] * \
            np.sin(2 * np.pi * np.cumsum(np.repeat(np.exp(r.uniform(4, 9, len(t) // step + 1)), step)[:len(t)]) / SR)
    elif kind == "scratch":
        pos = np.abs(np.sin(2 * np.pi * r.uniform(1, 4) * t)) * r.uniform(2000, 9000)
        x = np.interp(pos, np.arange(20000), low(noise(r, 20000), 6000)) * np.abs(np.cos(2 * np.pi * r.uniform(1, 4) * t))
    elif kind == "alarm":
        x = signal.sawtooth(2 * np.pi * np.cumsum(r.uniform(400, 1500) * (1 + 0.4 * np.sign(np.sin(2 * np.pi * r.uniform(2, 9) * t)))) / SR)
    else:
        x = signal.square(2 * np.pi * r.uniform(60, 200) * t) * np.sin(2 * np.pi * np.cumsum(np.repeat(r.uniform(200, 3000, 20), len(t) // 20 + 1)[:len(t)]) / SR)
    return x, "fx", "oneshot"


DRAWS = [(riser, .24), (lambda r: riser(r, True), .16), (impact, .18), (sweep, .08), (noise_bed, .19), (drone, .05), (small, .10)]


def draw(r):
    """Any of the above. -> sound, instrument, kind, name of the generator."""
    i = int(r.choice(len(DRAWS), p=[p for _, p in DRAWS]))
    x, word, kind = DRAWS[i][0](r)
    return x, word, kind, ["riser", "fall", "impact", "sweep", "bed", "drone", "small"][i]
