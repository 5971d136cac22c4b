"""What makes a sound dark, dusty or wide, done to it with known settings, so that the word is true by construction. Stereo at SR."""
import numpy as np
from scipy import signal

SR = 44100


def cut(x, hz, kind, order=4):
    return signal.sosfilt(signal.butter(order, hz, kind, fs=SR, output="sos"), x, axis=0)


def shelf(x, f, db, kind):
    """A shelving filter of the Audio EQ Cookbook (R. Bristow-Johnson)."""
    a, w = 10 ** (db / 40), 2 * np.pi * f / SR
    c, s, g = np.cos(w), np.sin(w) / 2 * np.sqrt(2), 1 if kind == "low" else -1
    b = np.array([a * ((a + 1) - g * (a - 1) * c + 2 * np.sqrt(a) * s), g * 2 * a * ((a - 1) - g * (a + 1) * c), a * ((a + 1) - g * (a - 1) * c - 2 * np.sqrt(a) * s)])
    d = np.array([(a + 1) + g * (a - 1) * c + 2 * np.sqrt(a) * s, g * -2 * ((a - 1) + g * (a + 1) * c), (a + 1) + g * (a - 1) * c - 2 * np.sqrt(a) * s])
    return signal.lfilter(b / d[0], d / d[0], x, axis=0)


def level(x):
    return float(np.sqrt(np.mean(x * x))) + 1e-9


def unit(x):
    return x / (np.max(np.abs(x)) + 1e-9)


def ring(x, wet, share, circular):
    """The sound with what rings on after it; a loop rings on into its own start."""
    if circular:
        out = np.zeros_like(x)
        for k in range(0, len(wet), len(x)):
            part = wet[k:k + len(x)]
            out[:len(part)] += part
        wet = out
    else:
        x = np.concatenate([x, np.zeros((len(wet) - len(x), 2))])
    return x + wet * (level(x) / level(wet)) * share


def reverb(r, x, loop):
    n = int(r.uniform(1.2, 4.0) * SR)
    t = np.arange(n)[:, None] / SR
    room = r.standard_normal((n, 2)) * np.exp(-t * 6.9 / (n / SR)) * (t > r.uniform(0, 0.03))
    room = signal.lfilter([0.5], [1, -r.uniform(0.1, 0.7)], room, axis=0)
    return ring(x, signal.fftconvolve(x, room, axes=0), r.uniform(0.6, 1.5), loop)


def echo(r, x, loop):
    gap = int(r.uniform(0.12, 0.45) * SR)
    taps = np.zeros((gap * 6 + 1, 2))
    for k in range(1, 7):
        taps[gap * k, :] = r.uniform(0.55, 0.75) ** k
    return ring(x, signal.fftconvolve(x, taps, axes=0), r.uniform(0.6, 1.0), loop)


def follow(x, seconds):
    a = np.exp(-1 / (seconds * SR))
    return np.sqrt(np.maximum(signal.lfilter([1 - a], [1, -a], np.mean(x * x, axis=1)), 1e-10))[:, None]


def punch(r, x, amount):
    """Attacks raised (amount above 0) or rounded off: gain from a fast level over a slow one."""
    gain = (follow(x, 0.003) / follow(x, 0.08)) ** amount
    return x * np.clip(gain, 0.1, 8)


def squash(r, x):
    x = unit(x)
    over = np.maximum(follow(x, r.uniform(0.005, 0.02)) / (level(x) * r.uniform(0.1, 0.3)), 1)
    return np.tanh(unit(x * over ** -0.9) * r.uniform(1.2, 2))


def lofi(r, x):
    step = SR / r.uniform(7000, 12000)
    t = np.arange(len(x)) + 30 * np.sin(2 * np.pi * r.uniform(0.4, 1.2) * np.arange(len(x)) / SR)
    at = np.clip((t / step).astype(int) * step, 0, len(x) - 1).astype(int)
    y, bits = unit(x)[at], 2 ** int(r.integers(5, 7))
    return cut(np.round(y * bits) / bits, r.uniform(3500, 6000), "low") + r.standard_normal(x.shape) * 0.004


def dust(r, x):
    n = len(x)
    clicks = np.zeros(n)
    for at in r.integers(0, n, max(2, int(n / SR * r.uniform(12, 40)))):
        clicks[at] = r.uniform(-1, 1) * r.choice([0.2, 0.5, 1.0])
    clicks = cut(clicks, [800, 7000], "band", 1)
    y = cut(unit(x), r.uniform(6000, 9000), "low", 1)
    return y + (unit(clicks) * r.uniform(0.1, 0.3))[:, None] + r.standard_normal(x.shape) * r.uniform(0.004, 0.012)


def spread(r, x):
    """Both sides made unlike by chains of all-pass filters with their own delays."""
    sides = []
    for side in (0, 1):
        y = x[:, side]
        for _ in range(5):
            d, g = int(r.integers(60, 900)), r.uniform(0.4, 0.65)
            b = np.zeros(d + 1)
            a = np.zeros(d + 1)
            b[0], b[d], a[0], a[d] = -g, 1, 1, -g
            y = signal.lfilter(b, a, y)
        sides.append(y)
    return np.stack(sides, 1)


def detune(r, x):
    out = x.copy()
    for cents in (r.uniform(12, 35), -r.uniform(12, 35)):
        up = 2 ** (cents / 1200)
        at = np.arange(len(x)) * up % len(x)
        out += np.stack([np.interp(at, np.arange(len(x)), x[:, c]) for c in (0, 1)], 1)
    return out


def wobble(r, x):
    """A low pass that opens and shuts, as a mix of a dull and a bright copy."""
    hz = r.uniform(1.5, 7)
    open_ = (0.5 + 0.5 * np.sin(2 * np.pi * hz * np.arange(len(x)) / SR))[:, None]
    return cut(x, r.uniform(200, 450), "low") * (1 - open_) * 1.5 + x * open_ ** 2


def chop(r, x):
    step = int(r.uniform(0.06, 0.16) * SR)
    gate = ((np.arange(len(x)) // step) % 2 == 0).astype(float)
    return x * signal.lfilter(np.ones(64) / 64, [1], gate)[:, None]


def metal(r, x):
    return 0.3 * x + x * np.sin(2 * np.pi * r.uniform(250, 1400) * np.arange(len(x)) / SR)[:, None] * 1.4


def faster(x, up):
    at = np.arange(int(len(x) / up)) * up
    return np.stack([np.interp(at, np.arange(len(x)), x[:, c]) for c in (0, 1)], 1)


def noise(r, x):
    hiss = signal.lfilter([1], [1, -r.uniform(0, 0.8)], r.standard_normal(x.shape), axis=0)
    return unit(x) + hiss / level(hiss) * level(unit(x)) * 10 ** (-r.uniform(8, 16) / 20)


EFFECTS = {
    "dark": lambda r, x, loop: shelf(cut(x, r.uniform(700, 1800), "low", 2), 200, r.uniform(0, 4), "low"),
    "muffled": lambda r, x, loop: cut(x, r.uniform(250, 600), "low"),
    "bright": lambda r, x, loop: shelf(shelf(x, r.uniform(2500, 4000), r.uniform(9, 15), "high"), 250, -r.uniform(2, 6), "low"),
    "airy": lambda r, x, loop: shelf(x, 8500, r.uniform(12, 18), "high") + cut(r.standard_normal(x.shape), 9000, "high", 2) * level(x) * 0.06,
    "warm": lambda r, x, loop: shelf(shelf(x, 350, r.uniform(5, 9), "low"), 3500, -r.uniform(8, 14), "high"),
    "thin": lambda r, x, loop: cut(x, r.uniform(500, 1100), "high"),
    "deep": lambda r, x, loop: shelf(faster(x, 2 ** (-r.uniform(5, 12) / 12)), 110, r.uniform(4, 9), "low"),
    "distorted": lambda r, x, loop: cut(np.tanh(unit(x) * r.uniform(12, 60)), r.uniform(6000, 14000), "low", 1),
    "lofi": lambda r, x, loop: lofi(r, x),
    "dusty": lambda r, x, loop: dust(r, x),
    "wet": reverb,
    "echo": echo,
    "wide": lambda r, x, loop: spread(r, x),
    "punchy": lambda r, x, loop: punch(r, x, r.uniform(0.9, 1.5)),
    "soft": lambda r, x, loop: cut(punch(r, x, -r.uniform(0.7, 1.0)), r.uniform(3000, 6000), "low", 1),
    "squashed": lambda r, x, loop: squash(r, x),
    "noisy": lambda r, x, loop: noise(r, x),
    "wobbly": lambda r, x, loop: wobble(r, x),
    "chopped": lambda r, x, loop: chop(r, x),
    "reversed": lambda r, x, loop: x[::-1].copy(),
    "detuned": lambda r, x, loop: detune(r, x),
    "metallic": lambda r, x, loop: metal(r, x),
    "telephone": lambda r, x, loop: np.tanh(unit(cut(x, [r.uniform(400, 700), r.uniform(1800, 3000)], "band", 3)) * r.uniform(1.5, 4)),
}
# never asked of one sound together
AGAINST = {"dark": {"bright", "airy", "thin", "muffled", "telephone"}, "muffled": {"bright", "airy", "thin", "telephone", "metallic"},
           "bright": {"warm", "lofi", "soft", "telephone"}, "airy": {"warm", "lofi", "telephone", "soft"}, "warm": {"thin", "telephone", "metallic"},
           "thin": {"deep"}, "deep": {"telephone"}, "distorted": {"soft"}, "lofi": {"telephone"}, "punchy": {"soft", "squashed", "reversed", "wet"},
           "soft": {"chopped"}}


def apart(one, other):
    return one != other and other not in AGAINST.get(one, ()) and one not in AGAINST.get(other, ())
