"""Recorded one-shots of the packs whose licence lets their sound be learnt from: CC0 and CC BY rows of ground-truth.csv."""
import csv
import os
import subprocess
import tempfile

import numpy as np
import soundfile
from scipy import signal

from features import RATE

WORD = {"kick": "kick", "snare": "snare", "clap": "clap", "hihat": "hihat", "cymbal": "cymbal", "tom": "tom", "perc": "perc", "drums": "drums",
        "bass": "bass", "synth": "synth", "pad": "pad", "keys": "keys", "piano": "piano", "guitar": "guitar", "strings": "strings",
        "brass": "brass", "wind": "wind", "vocal": "vocal", "ambience": "ambience", "fx": "fx"}
FREE = ("CC0", "CC-BY-3.0", "CC-BY-4.0")


def read(path):
    """Mono at RATE."""
    x, rate = soundfile.read(path, always_2d=True, dtype="float32")
    g = np.gcd(RATE, rate)
    return signal.resample_poly(x.mean(axis=1).astype(np.float64), RATE // g, rate // g)


def rows(truth, root, free=True):
    """Rows of the truth whose file is there; only freely licensed packs, or only the others."""
    with open(truth, encoding="utf8") as f:
        for row in csv.DictReader(f):
            path = os.path.join(root, row["package"], row["file"])
            if (row["licence"].startswith("CC0") or row["licence"] in FREE) == free and os.path.exists(path):
                yield row, path


def one_shots(truth, root):
    """(sound, instrument word, pack, file name, kind, role or None) of every freely licensed recording, in the order of the truth."""
    out = []
    for row, path in rows(truth, root):
        name = os.path.basename(row["file"])
        word = WORD.get(row["instrument"])
        if word is None:
            continue
        if "cymbal_closed" in name or "cymbal_pedal" in name or "cymbal_open" in name:
            word = "hihat"                       # upstream's names for a hi-hat
        out.append((read(path), word, row["pack"], name, row["kind"]))
    return out


def hits(shots):
    """Recorded hits by piece, for loops: {piece: [sounds]}."""
    by = {}
    for x, word, pack, name, kind in shots:
        if kind != "oneshot" or len(x) > 2.5 * RATE:
            continue
        piece = {"kick": ["kick"], "snare": ["snare"], "clap": ["clap"], "tom": ["tom1", "tom2", "tom3"], "cymbal": ["crash", "ride"]}.get(word, [])
        if word == "hihat":
            piece = ["open"] if "open" in name else ["closed"]
        if word == "perc" and ("snap" in name):
            piece = ["clap", "snap"]
        elif word == "perc" and len(x) < 1.2 * RATE:
            piece = ["conga", "conga2", "bongo", "rim", "wood", "clave", "cowbell", "agogo"]
        for p in piece:
            by.setdefault(p, []).append(x)
    return by


def speak(voice, text, tmp):
    """A line spoken by flite, mono at RATE."""
    wav = os.path.join(tmp, "say.wav")
    subprocess.run(["flite", "-voice", voice, "-t", text, wav], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return read(wav)


LINES = ["yeah", "oh my love", "let it go tonight", "come on and dance", "ay ay ay", "one two three four", "I feel the fire in the night", "never let me down",
         "money in the morning rain on the window", "hey", "take me higher", "we run the city all night long", "oh oh oh", "la la la la", "baby don't go",
         "drop it", "this is how we do it", "say my name say my name", "walking down the street at midnight", "what you know about it", "I can see you now",
         "feel it", "ooh", "hold on to the light", "gone with the summer wind", "back again with another one"]


def vocals(seed, count):
    """Spoken, chopped and tuned voices: (sound, kind, voice)."""
    out = []
    with tempfile.TemporaryDirectory(prefix="ears") as tmp:
        raw = {}
        for i in range(count):
            r = np.random.default_rng([seed, 77, i])
            voice, line = str(r.choice(["slt", "rms", "awb", "kal16"])), str(r.choice(LINES))
            if (voice, line) not in raw:
                raw[voice, line] = speak(voice, line, tmp)
            x = raw[voice, line]
            up = 2 ** (r.uniform(-5, 7) / 12)
            x = np.interp(np.arange(int(len(x) / up)) * up, np.arange(len(x)), x)
            style = r.choice(["shot", "loop", "chop", "rap"])
            kind = "oneshot" if style == "shot" else "loop"
            spb = 60.0 / r.uniform(75, 165)
            n = int(round(spb * 4 * int(r.choice([1, 2, 4])) * RATE))
            n = min(n, int(10 * RATE))
            if style in ("loop", "rap"):
                more = [x] if style == "loop" else []
                for _ in range(0 if style == "loop" else 4):
                    y = raw[sorted(raw)[int(r.integers(len(raw)))]]
                    more.append(np.interp(np.arange(int(len(y) / up)) * up, np.arange(len(y)), y))
                x = np.concatenate(more)
                x = np.pad(x, (int(r.uniform(0, 0.5) * spb * RATE), 0))[:n]
                x = np.pad(x, (0, n - len(x)))
            elif style == "chop":
                out_x, step = np.zeros(n), spb / 2
                at = int(r.integers(0, max(1, len(x) - int(0.3 * RATE))))
                cut = x[at:at + int(r.uniform(0.08, 0.4) * RATE)]
                cut = cut * np.minimum(1, np.minimum(np.arange(len(cut)), np.arange(len(cut))[::-1]) / 200)
                for k in range(int(n / RATE / step)):
                    if r.random() < 0.5:
                        p = 2 ** (int(r.choice([0, 0, 0, 3, 5, 7, -5])) / 12)
                        y = np.interp(np.arange(int(len(cut) / p)) * p, np.arange(len(cut)), cut)
                        i0 = int(k * step * RATE)
                        out_x[i0:i0 + len(y)] += y[:n - i0]
                x = out_x
            out.append((x, kind, voice))
    return out
