"""Sound -> what the ears see: windows of a log spectrogram and a few numbers about the whole sound.

The Java side (MelSpectrogram, SoundFacts) does the same sums; ears-vectors.json holds both to it. All of the
numbers below are also written into manifest.json.
"""
import math

import numpy as np

RATE = 22050          # Hz
FFT = 2048            # samples; 93 ms, so that the notes of a chord stay apart
HOP = 512             # samples; 23 ms
BANDS = 96
LOW_HZ, HIGH_HZ = 40.0, 10000.0
BREAK_HZ = 250.0      # the scale is linear below and logarithmic above, earlier than mel's 700 Hz: chords need it
FRAMES = 128          # frames of one window, 2.97 s
FLOOR_DB = 80.0       # below the loudest band of the sound
MAX_WINDOWS = 4
SILENCE_DB = 60.0     # leading silence: below the peak by more than this
SPAN = (FRAMES - 1) * HOP
FACTS = ["log2_seconds", "tail_level", "quiet_share", "mean_level", "onsets_per_s", "low_share", "high_share",
         "centroid", "rise", "noisiness", "ripple", "flutter"]


def filterbank():
    """Triangles whose corners are evenly spaced on ln(1 + f / BREAK_HZ); weights of a band sum to 1."""
    lo, hi = math.log1p(LOW_HZ / BREAK_HZ), math.log1p(HIGH_HZ / BREAK_HZ)
    corner = BREAK_HZ * np.expm1(lo + (hi - lo) * np.arange(BANDS + 2) / (BANDS + 1))
    f = np.arange(FFT // 2 + 1) * RATE / FFT
    up = (f[None, :] - corner[:-2, None]) / (corner[1:-1] - corner[:-2])[:, None]
    down = (corner[2:, None] - f[None, :]) / (corner[2:] - corner[1:-1])[:, None]
    w = np.maximum(0.0, np.minimum(up, down))
    return (w / w.sum(axis=1, keepdims=True)).astype(np.float64), corner[1:-1]


BANK, CENTRE_HZ = filterbank()
HANN = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FFT) / FFT)
LOW_BANDS = int(np.sum(CENTRE_HZ < 120.0))
HIGH_BANDS = int(np.sum(CENTRE_HZ > 4000.0))


def trim_start(x):
    """Without what comes before the first sample within SILENCE_DB of the peak."""
    peak = float(np.max(np.abs(x))) if len(x) else 0.0
    if peak == 0.0:
        return x[:0]
    return x[int(np.argmax(np.abs(x) >= peak * 10 ** (-SILENCE_DB / 20))):]


def window_starts(n):
    """First samples of the windows of a sound of n samples: one, or up to MAX_WINDOWS evenly spread to the end."""
    if n <= SPAN:
        return [0]
    count = min(MAX_WINDOWS, math.ceil(n / SPAN))
    return [int(round(i * (n - SPAN) / (count - 1))) for i in range(count)]


def power_bands(x, start):
    """FRAMES x BANDS of mean power; frame i is centred on sample start + i * HOP; outside of the sound is silence."""
    half = FFT // 2
    seg = np.zeros(SPAN + FFT)
    a, b = start - half, start + SPAN + half
    src = x[max(0, a):min(len(x), b)]
    seg[max(0, -a):max(0, -a) + len(src)] = src
    frames = np.lib.stride_tricks.sliding_window_view(seg, FFT)[::HOP]
    spec = np.fft.rfft(frames * HANN, axis=1)
    return (spec.real ** 2 + spec.imag ** 2) @ BANK.T


def listen(x):
    """Mono sound at RATE -> (windows in 0..1, shape count x BANDS x FRAMES; facts). None for silence."""
    x = trim_start(np.asarray(x, dtype=np.float64))
    if len(x) == 0:
        return None
    starts = window_starts(len(x))
    power = np.stack([power_bands(x, s) for s in starts])
    db = 10 * np.log10(np.maximum(power, 1e-30))
    db = np.clip(db - db.max(), -FLOOR_DB, 0.0)
    mel = 1.0 + db / FLOOR_DB
    return mel.transpose(0, 2, 1).astype(np.float32), facts(mel, power, starts, len(x))


def facts(mel, power, starts, n):
    """The numbers named in FACTS, most of them within 0..1."""
    valid = [min(FRAMES, 1 + (n - 1 - s) // HOP) for s in starts]
    level_power = power.sum(axis=2)
    level = 10 * np.log10(np.maximum(level_power, 1e-30))
    level = 1.0 + np.clip(level - level.max(), -FLOOR_DB, 0.0) / FLOOR_DB
    e = np.concatenate([level[i, :v] for i, v in enumerate(valid)])
    m = np.concatenate([mel[i, :v] for i, v in enumerate(valid)])
    p = np.concatenate([power[i, :v] for i, v in enumerate(valid)])
    flux, onsets, moves = [], 0, 0
    for i, v in enumerate(valid):
        d = np.diff(mel[i, :v], axis=0)
        f = np.concatenate([[0.0], np.maximum(d, 0).mean(axis=1), [0.0]]) if v > 1 else np.zeros(2)
        onsets += int(np.sum((f[1:-1] > 0.06) & (f[1:-1] > f[:-2]) & (f[1:-1] >= f[2:])))
        flux.append(np.abs(d).mean(axis=1) if v > 1 else np.zeros(0))
        moves += max(0, v - 1)
    total = p.sum() + 1e-30
    third = max(1, len(e) // 3)
    ripple = np.abs(m[:, 2:] - 2 * m[:, 1:-1] + m[:, :-2]).mean()
    flat = np.log10(np.maximum(p, 1e-12 * p.max() + 1e-30)).mean(axis=1) \
        - np.log10(np.maximum(p.mean(axis=1), 1e-12 * p.max() + 1e-30))
    return np.array([
        np.clip(math.log2(n / RATE + 0.05) / 4.0, -1.2, 1.2),
        e[-3:].mean(),
        np.mean(e < 0.5),
        e.mean(),
        min(2.0, onsets / (len(e) * HOP / RATE) / 8.0),
        p[:, :LOW_BANDS].sum() / total,
        p[:, BANDS - HIGH_BANDS:].sum() / total,
        (p.sum(axis=0) @ np.arange(BANDS)) / total / BANDS,
        e[-third:].mean() - e[:third].mean(),
        max(-3.0, flat.mean()) / 3.0,
        ripple * 4.0,
        (np.concatenate(flux).sum() / moves if moves else 0.0) * 8.0], dtype=np.float32)
