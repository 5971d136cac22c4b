"""Train the network that says what a long recording holds: music, speech, drums, tonal sound or noise. One thread, seeded.

usage: content.py render --sounds MEANING_WORK --work WORK     clips of one content each, and judging recordings with their truth
       content.py learn --work WORK --out DIR                  reads WORK/*.rows.jsonl of loopmind.library.listen.ContentExamples
       content.py judge --facts FACTS                          FACTS from `loopmind analyze WORK/judge --json`

MEANING_WORK is where models/meaning/train/make.sh rendered its sounds. Speech: flite, and Debian's recorded prompts in three languages;
judged on two others, on espeak-ng, on a sound font that nothing learns from and on real music of Debian's games.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import soundfile
from scipy import signal

SR, SECONDS = 44100, 6
CLASSES = ["music", "speech", "drums", "tonal", "noise"]
PROMPTS = "/usr/share/asterisk/sounds"
TONAL = ("bass", "chords", "melody", "pad")
GAMES = ["/usr/share/games/etr/music/*.ogg", "/usr/share/games/frozen-bubble/snd/*zik*.ogg", "/usr/share/games/supertux2/music/*/*.ogg"]
NOISES = ["/usr/share/games/etr/sounds/*slide.wav", "/usr/share/games/frozen-bubble/snd/applause.ogg"]


def unit(x):
    return x / (np.sqrt(np.mean(x * x)) + 1e-9)


def read(path):
    x, rate = soundfile.read(path, dtype="float32", always_2d=True)
    x = x.mean(1)
    return x if rate == SR else signal.resample_poly(x, SR, rate).astype(np.float32)


def tiled(x, n, start=0):
    return np.resize(np.roll(x, -start), n)


def prompts(languages):
    """Recorded prompts: 16 kHz."""
    out = []
    for language in languages:
        files = sorted(glob.glob(f"{PROMPTS}/{language}*/**/*.g722", recursive=True))
        for path in files[::2]:
            if os.path.getsize(path) < 12000:
                continue
            raw = subprocess.run(["ffmpeg", "-v", "error", "-f", "g722", "-i", path, "-f", "f32le", "-ar", str(SR), "-"], capture_output=True).stdout
            x = np.frombuffer(raw, np.float32)
            if len(x) > SR // 2:
                out.append(x)
    return out


def spoken_by_machine(program, voices, lines):
    out = []
    with tempfile.TemporaryDirectory(prefix="said") as folder:
        said = os.path.join(folder, "said.wav")
        for voice in voices:
            for line in lines:
                command = ["flite", "-voice", voice, "-t", line, "-o", said] if program == "flite" else ["espeak-ng", "-v", voice, "-w", said, line]
                subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
                out.append(read(said))
    return out


LINES = ["So the first thing we did was to put the microphones closer to the amplifier, and then we waited for the rain to stop.",
         "I have never seen anybody play it like this before, have you?", "Take two. Quiet please. And go whenever you are ready.",
         "The second verse is still missing a line, but the rest of the lyrics is finished and I like it a lot.",
         "One, two, three, check. Can you hear me on the other side?", "This interview was recorded in the kitchen of a small flat above the harbour."]


def talk(r, pool, n):
    """Utterances of one voice with pauses between, sometimes in a room or faster."""
    at = int(r.integers(len(pool)))
    parts, length, speed = [], 0, 2 ** r.uniform(-0.25, 0.25)
    while length < n:
        x = unit(pool[(at + int(r.integers(-6, 7))) % len(pool)])
        x = np.interp(np.arange(int(len(x) / speed)) * speed, np.arange(len(x)), x)
        gap = np.zeros(int(r.uniform(0.05, 0.7) * SR))
        parts += [x, gap]
        length += len(x) + len(gap)
    x = np.concatenate(parts)[:n]
    if r.random() < 0.35:
        tail = r.standard_normal(int(r.uniform(0.1, 0.6) * SR))
        tail *= np.exp(-6.9 * np.arange(len(tail)) / len(tail))
        x = x + r.uniform(0.2, 0.8) * unit(signal.fftconvolve(x, tail)[:n])
    return x


def noise(r, n):
    """Hiss, hum, wind, rain, crackle, applause, engines."""
    kind = r.choice(["colour", "wind", "rain", "crackle", "applause", "engine", "band"])
    white = r.standard_normal(n)
    if kind == "colour":
        x = np.fft.irfft(np.fft.rfft(white) / np.maximum(np.arange(n // 2 + 1), 20.0) ** r.uniform(-0.2, 1.0), n)
    elif kind == "wind":
        slow = np.interp(np.arange(n), np.linspace(0, n, 14), r.uniform(0.1, 1, 14))
        x = signal.sosfilt(signal.butter(2, [r.uniform(80, 200), r.uniform(500, 1500)], "band", fs=SR, output="sos"), white) * slow
    elif kind in ("rain", "applause", "crackle"):
        rate = {"rain": r.uniform(200, 2000), "applause": r.uniform(100, 600), "crackle": r.uniform(3, 30)}[kind]
        hits = (r.random(n) < rate / SR) * r.exponential(1, n)
        grain = r.standard_normal(int(SR * {"rain": 0.003, "applause": 0.02, "crackle": 0.001}[kind]))
        x = signal.fftconvolve(hits, grain * np.exp(-5 * np.arange(len(grain)) / len(grain)))[:n] + r.uniform(0.005, 0.1) * white
    elif kind == "engine":
        t = np.arange(n) / SR
        f = r.uniform(30, 90) * (1 + 0.05 * np.sin(2 * np.pi * r.uniform(0.05, 0.4) * t))
        x = signal.sosfilt(signal.butter(2, r.uniform(300, 1200), fs=SR, output="sos"), np.sign(np.sin(2 * np.pi * np.cumsum(f) / SR)) + 2 * white)
    else:
        low = r.uniform(100, 5000)
        x = signal.sosfilt(signal.butter(2, [low, min(20000, low * r.uniform(1.5, 6))], "band", fs=SR, output="sos"), white)
    return x


class Sounds:
    """Rendered sounds by what they are."""

    def __init__(self, folder, names, every=1):
        self.folder, self.by, self.kept = folder, {}, {}
        for name in names:
            with open(os.path.join(folder, name + ".jsonl"), encoding="utf8") as f:
                for line in list(f)[::every]:
                    row = json.loads(line)
                    loop = row["kind"] == "loop"
                    group = ("drums" if row["role"] in ("drums", "percussion") else "tonal" if row["role"] in TONAL else row["role"]) + ("" if loop else ":hit")
                    self.by.setdefault(group, []).append((name, row))

    def draw(self, r, group):
        name, row = self.by[group][int(r.integers(len(self.by[group])))]
        x = read(os.path.join(self.folder, name, row["file"]))
        return (unit(x), row) if len(x) > 400 else self.draw(r, group)

    def loop(self, r, group, n):
        x, row = self.draw(r, group)
        return unit(tiled(x, n, int(r.integers(len(x)))))

    def hits(self, r, group, n):
        """Single sounds, one after another."""
        x, at = np.zeros(n), 0
        some = [self.draw(r, group)[0] for _ in range(int(r.integers(1, 5)))]
        gap = r.uniform(0.1, 0.6)
        while at < n:
            y = some[int(r.integers(len(some)))][:n - at] * r.uniform(0.4, 1)
            x[at:at + len(y)] += y
            at += int(gap * int(r.choice([1, 1, 2, 3])) * SR)
        return x


def clip(r, label, sounds, pool, n):
    db = lambda low, high: 10 ** (r.uniform(low, high) / 20)
    if label == "drums":
        x = sounds.loop(r, "drums", n) if r.random() < 0.75 else sounds.hits(r, "drums:hit", n)
        return x + sounds.loop(r, "drums", n) * db(-12, 0) if r.random() < 0.3 else x
    if label == "tonal":
        x = sounds.loop(r, "tonal", n) if r.random() < 0.85 else sounds.hits(r, "tonal:hit", n)
        for _ in range(int(r.choice([0, 0, 1, 2]))):
            x = x + sounds.loop(r, "tonal", n) * db(-10, 3)
        return x
    if label == "music":
        x = sounds.loop(r, "drums", n) * db(-6, 6)
        for _ in range(int(r.choice([1, 2, 3, 4]))):
            x = x + sounds.loop(r, "tonal", n) * db(-5, 3)
        return x + talk(r, pool, n) * db(-6, 0) if r.random() < 0.12 else x
    if label == "speech":
        x = talk(r, pool, n)
        if r.random() < 0.3:
            under = noise(r, n) if r.random() < 0.5 else sounds.loop(r, str(r.choice(["tonal", "drums"])), n)
            x = x + unit(under) * db(-30, -14)
        return x
    if r.random() < 0.3:
        return sounds.loop(r, "fx", n)
    return noise(r, n)


def worn(r, x):
    """As recordings are: other bandwidths, levels, a little hiss."""
    if r.random() < 0.35:
        x = signal.sosfilt(signal.butter(6, r.uniform(3400, 9000), fs=SR, output="sos"), x)
    if r.random() < 0.2:
        x = np.tanh(unit(x) * r.uniform(0.5, 2))
    x = unit(x) * 10 ** (r.uniform(-34, -14) / 20)
    if r.random() < 0.3:
        x = x + r.standard_normal(len(x)) * 10 ** (r.uniform(-75, -55) / 20)
    return np.clip(x, -1, 1).astype(np.float32)


def write(path, x):
    soundfile.write(path, x, SR, subtype="PCM_16")


def render(a):
    sounds, pool = Sounds(a.sounds, ["learn", "more"]), prompts(["en", "fr", "es"]) + spoken_by_machine("flite", ["slt", "rms", "awb", "kal16"], LINES)
    os.makedirs(os.path.join(a.work, "clips"), exist_ok=True)
    with open(os.path.join(a.work, "clips.jsonl"), "w", encoding="utf8") as f:
        for i in range(a.clips):
            r = np.random.default_rng([a.seed, 1, i])
            label = CLASSES[i % len(CLASSES)]
            write(os.path.join(a.work, "clips", "%05d.wav" % i), worn(r, clip(r, label, sounds, pool, SECONDS * SR)))
            f.write(json.dumps({"file": "%05d.wav" % i, "content": label}) + "\n")
    for name in ("judge", "dev"):
        recordings(a, name)


def in_time(sounds, r, group, bpm, n):
    """A loop brought to a tempo by playing it faster or slower, from its first beat on."""
    while True:
        x, row = sounds.draw(r, group)
        beats = round(len(x) / SR * row.get("bpm", 0) / 60) if "bpm" in row else 0
        if beats < 4 or beats % 4 or not 0.75 < bpm / row["bpm"] < 1.35:
            continue
        want = beats * 60 / bpm * SR
        y = np.interp(np.arange(int(round(want))) * len(x) / want, np.arange(len(x)), x)
        return unit(np.interp(np.arange(n) % want, np.arange(len(y)), y))


def stretch(r, sounds, pool, label, files):
    """-> sound, tempo or None"""
    if label in ("music", "drums", "tonal") and not files:
        bpm = round(float(r.uniform(72, 172)), 1)
        n = int(round(8 * int(r.integers(1, 5)) * 240 / bpm * SR))
        if label == "drums":
            return in_time(sounds, r, "drums", bpm, n), bpm
        x = sum(in_time(sounds, r, "tonal", bpm, n) for _ in range(2))
        return (x + in_time(sounds, r, "drums", bpm, n) * 1.2 if label == "music" else x), bpm
    n = int(r.uniform(12, 45) * SR)
    if label == "speech":
        return talk(r, pool, n), None
    x = read(files[int(r.integers(len(files)))])
    at = int(r.integers(max(1, len(x) - n)))
    return (x[at:at + n] if label == "music" else tiled(x, n)), None


def recordings(a, name):
    """What follows what is drawn, silence between some: `judge` is scored, `dev` is looked at while rules are made."""
    sounds = Sounds(a.sounds, [name])
    pool = prompts(["it", "ru"]) + spoken_by_machine("espeak-ng", ["en-us", "de", "pt", "nl"], LINES) if name == "judge" else prompts(["en"])
    games, noises = sorted(f for g in GAMES for f in glob.glob(g)), sorted(f for g in NOISES for f in glob.glob(g))
    folder = os.path.join(a.work, name)
    os.makedirs(folder, exist_ok=True)
    for i in range(a.recordings):
        r = np.random.default_rng([a.seed, 2, sum(map(ord, name)), i])
        parts, truth, at = [], [], 0
        while at < 240 * SR:
            label = str(r.choice(CLASSES, p=[.34, .22, .16, .16, .12]))
            real = name == "judge" and label == "music" and r.random() < 0.5
            files = games if real else noises if label == "noise" else []
            x, bpm = stretch(r, sounds, pool, label, files)
            x = (unit(x) * 10 ** (r.uniform(-26, -16) / 20)).astype(np.float32)
            truth.append({"start_s": at / SR, "end_s": (at + len(x)) / SR, "content": label, "bpm": bpm})
            parts.append(x)
            at += len(x)
            if r.random() < 0.4:
                gap = np.zeros(int(r.uniform(1.2, 4) * SR), np.float32)
                truth.append({"start_s": at / SR, "end_s": (at + len(gap)) / SR, "content": "silence", "bpm": None})
                parts.append(gap)
                at += len(gap)
        write(os.path.join(folder, "%02d.wav" % i), np.clip(np.concatenate(parts), -1, 1))
        with open(os.path.join(folder, "%02d.truth.json" % i), "w") as f:
            json.dump(truth, f)


def learn(a):
    import torch
    from torch.nn import functional as F
    from train import answer, fit, store
    x, y, group = [], [], []
    with open(os.path.join(a.work, "clips.rows.jsonl")) as f:
        for i, line in enumerate(f):
            one = json.loads(line)
            x += one["rows"]
            y += [CLASSES.index(one["content"])] * len(one["rows"])
            group += [i] * len(one["rows"])
    x, y, group = np.array(x, np.float32), np.array(y), np.array(group)
    dev = group % 50 < 5
    nets = []
    for seed in range(2):
        items = [np.array([i]) for i in np.flatnonzero(~dev)]
        loss = lambda scores, chosen, rows, part: F.cross_entropy(scores, torch.tensor(y[rows]), label_smoothing=0.04)
        nets.append(fit(x, loss, items, outputs=len(CLASSES), hidden=48, drop=0.2, epochs=a.epochs, seed=seed, batch=128, noise=0.1))
    got = answer(nets, x[dev])
    for j, name in enumerate(CLASSES):
        print(name, "recall %.3f" % np.mean(got[y[dev] == j].argmax(1) == j), "precision %.3f" % np.mean(y[dev][got.argmax(1) == j] == j))
    print("windows", len(y), "held back", dev.sum(), "right %.3f" % np.mean(got.argmax(1) == y[dev]))
    store(nets, os.path.join(a.out, "content.json"))


def at(regions, t):
    return next((p for p in regions if p["start_s"] <= t < p["end_s"]), None)


def judge(a):
    table, seconds, on_bar, on_beat, loops = np.zeros((6, 6), int), 0, 0, 0, 0
    names = CLASSES + ["silence"]
    with open(a.facts, encoding="utf8") as f:
        for line in f:
            facts = json.loads(line)
            truth_file = facts["path"].replace(".wav", ".truth.json")
            if not facts["path"].endswith(".wav") or not os.path.exists(truth_file):
                continue
            with open(truth_file) as g:
                truth = json.load(g)
            for t in np.arange(0.25, truth[-1]["end_s"] - 0.5, 0.5):
                want, got = at(truth, t), at(facts["regions"], t)
                table[names.index(want["content"]), names.index(got["content"]) if got else 5] += 1
            for p in facts["regions"]:
                want = at(truth, (p["start_s"] + p["end_s"]) / 2)
                if not want or not want["bpm"]:
                    continue
                beat = 60 / want["bpm"]
                off = lambda seconds, unit: abs(seconds / unit - round(seconds / unit)) * unit
                part = min(p["end_s"], want["end_s"]) - max(p["start_s"], want["start_s"])
                begins = p["start_s"] - want["start_s"]
                bars = p["content"] != "silence" and off(p["end_s"] - p["start_s"], 4 * beat) < 0.025 and p["end_s"] - p["start_s"] > 2 * beat
                seconds += part
                loops += part * bars
                on_beat += part * (bars and off(begins, beat) < 0.03)
                on_bar += part * (bars and off(begins, 4 * beat) < 0.03)
    print("half seconds right %.3f" % (np.trace(table) / table.sum()))
    f1 = [2 * table[i, i] / max(1, table[i].sum() + table[:, i].sum()) for i in range(6)]
    print("F1", dict(zip(names, np.round(f1, 3))), "macro %.3f" % np.mean(f1))
    print(table)
    print("of %.0f s with a tempo, in parts of whole bars: %.3f, that begin on a beat: %.3f, on a bar line: %.3f" % (seconds, loops / seconds, on_beat / seconds, on_bar / seconds))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["render", "learn", "judge"])
    ap.add_argument("--work"), ap.add_argument("--sounds"), ap.add_argument("--out"), ap.add_argument("--facts")
    ap.add_argument("--seed", type=int, default=20261127), ap.add_argument("--epochs", type=int, default=40)
    ap.add_argument("--clips", type=int, default=5000), ap.add_argument("--recordings", type=int, default=12)
    a = ap.parse_args()
    {"render": render, "learn": learn, "judge": judge}[a.what](a)


if __name__ == "__main__":
    sys.exit(main())
