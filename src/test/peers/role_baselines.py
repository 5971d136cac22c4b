"""What roles are worth to guess: the most common one, and a logistic regression on twenty plain measures, judged on the files of `loopmind bench listen`.

usage: role_baselines.py LEARN.jsonl LEARN_DIR TRUTH.csv DIR      needs numpy, scipy, soundfile, scikit-learn

LEARN.jsonl and LEARN_DIR are what models/meaning/train/sounds.py renders: sounds with a role that share no sound font with the rendered pack.
"""
import csv
import io
import json
import os
import sys
import zipfile

import numpy as np
import soundfile
from scipy import signal
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.preprocessing import StandardScaler

ROLES = {"drums": "drums", "kick": "drums", "snare": "drums", "clap": "drums", "hihat": "drums", "cymbal": "drums", "tom": "drums", "perc": "percussion",
         "bass": "bass", "chords": "chords", "keys": "chords", "piano": "chords", "guitar": "chords", "brass": "chords", "melody": "melody", "arp": "melody", "synth": "melody",
         "wind": "melody", "bell": "melody", "pad": "pad", "strings": "pad", "ambience": "fx", "fx": "fx", "vocal": "vocal"}


def measures(x, rate):
    """Twenty numbers: length, level, crest, spectrum, its movement, onsets, envelope."""
    x = signal.resample_poly(x, 22050, rate) if rate != 22050 else x
    x = x[:22050 * 12]
    x = x / (np.max(np.abs(x)) + 1e-9)
    f, t, s = signal.stft(np.pad(x, (0, max(0, 2048 - len(x)))), 22050, nperseg=1024, noverlap=512, boundary=None)
    p = np.abs(s) ** 2 + 1e-12
    total, mean = p.sum(0), p.mean(1)
    loud = total > total.max() * 1e-4
    centre = (f[:, None] * p).sum(0) / total
    flux = np.maximum(0, np.diff(np.log1p(1000 * np.sqrt(p)), axis=1)).sum(0) if p.shape[1] > 1 else np.zeros(1)
    peaks = signal.find_peaks(flux, height=flux.mean() + flux.std(), distance=3)[0]
    share = lambda a, b: mean[(f >= a) & (f < b)].sum() / mean.sum()
    slow = np.convolve(np.abs(x), np.ones(220) / 220, "same")
    top = int(np.argmax(slow))
    y = x[:22050 * 2] - x[:22050 * 2].mean()
    tones = np.fft.irfft(np.abs(np.fft.rfft(y, 2 * len(y))) ** 2)[:len(y)]
    return [np.log(len(x) / 22050), 20 * np.log10(np.sqrt(np.mean(x * x)) + 1e-6), np.mean(np.abs(np.diff(np.sign(x)))), np.log(centre[loud].mean()), np.log(centre[loud].std() + 10),
            share(0, 120), share(120, 400), share(400, 2000), share(2000, 6000), share(6000, 12000), np.log(np.exp(np.log(mean).mean()) / mean.mean()),
            np.log(f[np.searchsorted(np.cumsum(mean), 0.85 * mean.sum())] + 10), flux.mean(), flux.std() / (flux.mean() + 1e-9), len(peaks) * 22050 / len(x), top / len(x),
            np.log((slow[top:] > slow[top] * 0.1).mean() + 1e-3), np.mean(~loud), tones[55:500].max(initial=0) / (tones[0] + 1e-9), np.log(slow.std() / (slow.mean() + 1e-9) + 1e-3)]


def learnt_from(lines, folder):
    for line in open(lines, encoding="utf8"):
        row = json.loads(line)
        if not row["effects"]:
            x, rate = soundfile.read(os.path.join(folder, row["file"]), always_2d=True)
            yield measures(x.mean(1), rate), row["role"]


def judged(truth, folder):
    for row in csv.DictReader(open(truth, encoding="utf8")):
        what = row.get("type") or row.get("instrument")
        if row["kind"] == "junk" or what not in ROLES:
            continue
        try:
            if row.get("zip"):
                data = io.BytesIO(zipfile.ZipFile(os.path.join(folder, row["zip"])).read(row["path"]))
            else:
                data = os.path.join(folder, row["package"], row["file"]) if "package" in row else os.path.join(folder, row["path"])
            x, rate = soundfile.read(data, always_2d=True)
        except Exception:
            continue
        yield measures(x.mean(1), rate), ROLES[what]


def main():
    x, y = zip(*learnt_from(sys.argv[1], sys.argv[2]))
    scale = StandardScaler().fit(x)
    net = LogisticRegression(max_iter=3000, class_weight="balanced").fit(scale.transform(x), y)
    q, true = zip(*judged(sys.argv[3], sys.argv[4]))
    roles = sorted(set(true))
    most = max(roles, key=true.count)
    for name, said in (("majority", [most] * len(true)), ("regression", net.predict(scale.transform(q)))):
        print("role.%s.f1 %.3f right %.3f of %d, learnt from %d" % (name, f1_score(true, said, labels=roles, average="macro", zero_division=0), np.mean(np.array(said) == np.array(true)), len(true), len(y)))


if __name__ == "__main__":
    main()
