"""Scores the ears on files whose truth is known, names ignored.

usage: evaluate.py [--model DIR] [--json] --truth CSV DIR   (truth.csv of make-synth-pack.py, or ground-truth.csv of the real loops)
"""
import argparse
import csv
import io
import json
import os
import time
import zipfile

import numpy as np
import onnxruntime
import soundfile
from scipy import signal

from features import RATE, listen
from words import KINDS, ROLES

ROLE_OF_TYPE = {"drums": "drums", "kick": "drums", "snare": "drums", "clap": "drums", "hihat": "drums", "cymbal": "drums", "tom": "drums", "perc": "percussion",
                "bass": "bass", "chords": "chords", "melody": "melody", "arp": "melody", "pad": "pad", "vocal": "vocal", "fx": "fx",
                "keys": "chords", "piano": "chords", "guitar": "chords", "ambience": "fx"}
# the truth's words for which this model has finer or other ones
SAME_INSTRUMENT = {"808": "bass", "riser": "fx", "impact": "fx", "organ": "keys", "bell": "perc", "pluck": "synth"}


class Judge:
    def __init__(self, folder):
        with open(os.path.join(folder, "manifest.json"), encoding="utf8") as f:
            self.words = json.load(f)["instruments"]
        o = onnxruntime.SessionOptions()
        o.intra_op_num_threads = o.inter_op_num_threads = 1
        self.net = onnxruntime.InferenceSession(os.path.join(folder, "ears.onnx"), o, providers=["CPUExecutionProvider"])

    def hear(self, x):
        """Mono at RATE -> probabilities of the roles, instruments and kinds, embedding; None for silence."""
        got = listen(x)
        if got is None:
            return None
        mel, facts = got
        out = self.net.run(None, {"mel": mel[:, None], "facts": np.repeat(facts[None], len(mel), 0)})
        soft = lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        e = out[3].mean(axis=0)
        return soft(out[0].mean(axis=0)), soft(out[1].mean(axis=0)), soft(out[2].mean(axis=0)), e / np.linalg.norm(e)


def read(folder, row):
    if "package" in row:
        data = os.path.join(folder, row["package"], row["file"])
    elif row.get("zip"):
        with zipfile.ZipFile(os.path.join(folder, row["zip"])) as z:
            data = io.BytesIO(z.read(row["path"]))
    else:
        data = os.path.join(folder, row["path"])
    x, rate = soundfile.read(data, always_2d=True, dtype="float32")
    g = np.gcd(RATE, rate)
    return signal.resample_poly(x.mean(axis=1).astype(np.float64), RATE // g, rate // g)


def asked(row, folder):
    """(role or None, instrument or None, kind) of a row of either truth file; None where there is nothing to ask."""
    if "package" in row:
        if not os.path.exists(os.path.join(folder, row["package"], row["file"])):
            return None
        return ROLE_OF_TYPE.get(row["instrument"]), row["instrument"] if row["kind"] == "oneshot" else None, row["kind"]
    if row["kind"] == "junk":
        return None
    word = row["type"] if row["kind"] == "oneshot" and row["type"] not in ("chords",) else None
    return ROLE_OF_TYPE[row["type"]], word, row["kind"]


def confusion(pairs, labels):
    m = np.zeros((len(labels), len(labels)), int)
    for t, p in pairs:
        if t in labels and p in labels:
            m[labels.index(t), labels.index(p)] += 1
    return m


def f1_of(m):
    with np.errstate(all="ignore"):
        f = 2 * np.diag(m) / (m.sum(0) + m.sum(1))
    return np.where(m.sum(1) > 0, f, np.nan)


def map_at_10(points, classes):
    """Mean average precision of each sound's ten nearest others that are of its class; classes of one sound are left out."""
    e, c, found = np.array(points), np.array(classes), []
    for i in range(len(e)):
        others = np.sum(c == c[i]) - 1
        if others > 0:
            order = np.argsort(-(e @ e[i]), kind="stable")
            right = (c[order[order != i][:10]] == c[i]).astype(float)
            found.append(np.sum(np.cumsum(right) / np.arange(1, 11) * right) / min(10, others))
    return np.mean(found)


def show(title, m, labels):
    print(title)
    print(" " * 11 + " ".join("%5s" % w[:5] for w in labels) + "    F1")
    for w, line, f in zip(labels, m, f1_of(m)):
        if line.sum():
            print("%10s " % w + " ".join("%5d" % v for v in line) + "  %.2f" % f)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    ap.add_argument("--truth", required=True)
    ap.add_argument("--licence", choices=["all", "learnt", "unheard"], default="all", help="of ground-truth.csv: packs that training may use, or the others")
    ap.add_argument("--json", action="store_true")
    ap.add_argument("dir")
    a = ap.parse_args()
    judge, roles, words, kinds, sure, ms, points, classes = Judge(a.model), [], [], [], [], [], [], []
    with open(a.truth, encoding="utf8") as f:
        table = list(csv.DictReader(f))
    for row in table:
        want = asked(row, a.dir)
        if want is None or a.licence != "all" and (row["licence"].startswith("CC") == (a.licence == "unheard")):
            continue
        x = read(a.dir, row)
        t0 = time.perf_counter()
        got = judge.hear(x)
        ms.append((time.perf_counter() - t0) * 1000)
        if got is None:
            continue
        role, word, kind, point = got
        points.append(point)
        classes.append(row.get("instrument") or row.get("type"))
        if want[0]:
            roles.append((want[0], ROLES[int(role.argmax())]))
            sure.append((float(role.max()), roles[-1][0] == roles[-1][1]))
        if want[1]:
            said = judge.words[int(word.argmax())]
            words.append((want[1], SAME_INSTRUMENT.get(said, said)))
        kinds.append((want[2], KINDS[int(kind.argmax())]))
    m = confusion(roles, ROLES)
    heard = sorted(set(t for t, _ in words) | set(p for _, p in words))
    w, k = confusion(words, heard), confusion(kinds, KINDS)
    conf, right = np.array([c for c, _ in sure]), np.array([r for _, r in sure])
    bins = np.minimum((conf * 10).astype(int), 9)
    pair = [(t, p) for t, p in kinds if t != "fx"]
    drum3 = [(t, p) for t, p in words if t in ("kick", "snare", "hihat")]
    out = {"sounds": len(kinds), "role_accuracy": np.mean(right), "role_macro_f1": np.nanmean(f1_of(m)),
           "role_calibration_error": sum(abs(conf[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / len(conf),
           "loop_or_oneshot": np.mean([(t == "loop") == (p == "loop") for t, p in pair]), "kind_accuracy": np.mean([t == p for t, p in kinds]),
           "oneshot_classes": np.mean([t == p for t, p in words]) if words else None,
           "kick_snare_hat": np.mean([t == p for t, p in drum3]) if drum3 else None, "same_class_map10": map_at_10(points, classes), "median_ms": np.median(ms)}
    out = {n: v if v is None or isinstance(v, int) else round(float(v), 4) for n, v in out.items()}
    if a.json:
        print(json.dumps(out))
        return
    show("roles", m, ROLES)
    show("one-shots", w, heard)
    show("kinds", k, KINDS)
    for n, v in out.items():
        print("%s %s" % (n, v))


if __name__ == "__main__":
    main()
