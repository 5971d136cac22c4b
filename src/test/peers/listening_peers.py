"""The peers of `loopmind bench listen`, each over the same files in one run: tempo (exact, within 4 %, octaves too), key (MIREX weights), RT x.

usage: listening_peers.py TRUTH.csv DIR      needs librosa and essentia (PyPI), aubio-tools and bpm-tools (Debian), sox
"""
import csv
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile

import numpy as np
import soundfile

NOTES = {"C": 0, "C#": 1, "Db": 1, "D": 2, "D#": 3, "Eb": 3, "E": 4, "F": 5, "F#": 6, "Gb": 6, "G": 7, "G#": 8, "Ab": 8, "A": 9, "A#": 10, "Bb": 10, "B": 11}


def key_of(text):
    parts = text.replace("maj", " major").replace("min", " minor").split() if " " not in text else text.split()
    return (NOTES[parts[0]], parts[1].startswith("min")) if len(parts) > 1 and parts[0] in NOTES else None


def mirex(said, true):
    if said is None:
        return 0.0
    (a, am), (b, bm) = said, true
    if said == true:
        return 1.0
    if am == bm and (a - b) % 12 in (7,):
        return 0.5
    if am != bm and ((a + 3) % 12 == b if not bm and am else (a - 3) % 12 == b):
        return 0.3
    return 0.2 if a == b else 0.0


def rows(truth, folder):
    for row in csv.DictReader(open(truth, encoding="utf8")):
        if row["kind"] == "junk":
            continue
        real = "package" in row
        name = os.path.join(folder, row["package"], row["file"]) if real else os.path.join(folder, row["path"])
        try:
            if not real and row.get("zip"):
                data = zipfile.ZipFile(os.path.join(folder, row["zip"])).read(row["path"])
                x, rate = soundfile.read(io.BytesIO(data), always_2d=True, dtype="float32")
            else:
                x, rate = soundfile.read(name, always_2d=True, dtype="float32")
        except Exception:
            continue
        clear = real or (row["key_margin"] == "" or float(row["key_margin"]) >= 0.05)
        yield x.mean(axis=1), rate, float(row["bpm"]) if row["bpm"] and row["kind"] == "loop" else None, \
            key_of(row["key"]) if row["key"] and clear and row["kind"] == "loop" else None


def lengths(x, rate):
    s = len(x) / rate
    return min((60 * b / s for b in (1, 2, 4, 8, 16, 32, 64, 128)), key=lambda t: abs(np.log2(t / 120)))


def main():
    import essentia
    import essentia.standard as es
    import librosa
    essentia.log.infoActive = essentia.log.warningActive = False
    tmp = tempfile.mkdtemp()

    def at44(x, rate):
        return (librosa.resample(x, orig_sr=rate, target_sr=44100) if rate != 44100 else x).astype(np.float32)

    def wav(x, rate):
        path = os.path.join(tmp, "a.wav")
        soundfile.write(path, x, rate, subtype="PCM_16")
        return path

    def aubio(x, rate):
        out = subprocess.run(["aubio", "tempo", wav(x, rate)], capture_output=True, text=True).stdout.split()
        return float(out[0]) if out else 0.0

    def bpm_tools(x, rate):
        path = wav(x, rate)
        raw = subprocess.run(["sox", "-q", path, "-t", "raw", "-r", "44100", "-e", "float", "-c", "1", "-"], capture_output=True).stdout
        out = subprocess.run(["bpm"], input=raw, capture_output=True, text=False).stdout.split()
        return float(out[0]) if out else 0.0

    major = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
    minor = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])

    def krumhansl(x, rate):
        c = librosa.feature.chroma_cqt(y=x, sr=rate).mean(axis=1)
        best = max(((np.corrcoef(np.roll(p, t), c)[0, 1], t, m) for t in range(12) for m, p in ((False, major), (True, minor))))
        return best[1], best[2]

    def essentia_key(profile):
        def run(x, rate):
            key, scale, _ = es.KeyExtractor(profileType=profile)(at44(x, rate))
            return NOTES[key], scale == "minor"
        return run

    tempi = {"length-only": lengths, "librosa": lambda x, r: float(np.atleast_1d(librosa.beat.beat_track(y=x, sr=r)[0])[0]),
             "essentia-percival": lambda x, r: es.PercivalBpmEstimator()(at44(x, r)), "essentia-rhythm2013": lambda x, r: es.RhythmExtractor2013()(at44(x, r))[0],
             "aubio": aubio, "bpm-tools": bpm_tools}
    keys = {"librosa-krumhansl": krumhansl, "essentia-edma": essentia_key("edma"), "essentia-bgate": essentia_key("bgate")}
    files = list(rows(sys.argv[1], sys.argv[2]))
    seconds = sum(len(x) / r for x, r, b, _ in files if b)
    for name, ask in tempi.items():
        begun, exact, close, octaves, n = time.process_time() + sum(os.times()[2:4]), 0, 0, 0, 0
        for x, rate, bpm, _ in files:
            if bpm is None:
                continue
            n += 1
            try:
                said = ask(x, rate)
            except Exception:
                said = 0.0
            exact += abs(said - bpm) <= 0.5
            close += abs(said / bpm - 1) <= 0.04
            octaves += any(abs(said / (bpm * k) - 1) <= 0.04 for k in (1, 2, 3, 1 / 2, 1 / 3))
        busy = time.process_time() + sum(os.times()[2:4]) - begun
        print("tempo %-20s exact %.1f acc1 %.1f acc2 %.1f RTx %.0f (%d files)" % (name, 100 * exact / n, 100 * close / n, 100 * octaves / n, seconds / max(busy, 1e-3), n), flush=True)
    for name, ask in keys.items():
        got = [mirex(ask(x, r), k) for x, r, _, k in files if k is not None]
        print("key %-20s mirex %.1f (%d files)" % (name, 100 * np.mean(got), len(got)), flush=True)


if __name__ == "__main__":
    main()
