"""Writes the test vectors that hold the Java ears to these ones: a signal by formula, its features, what the network says.

usage: vectors.py MODEL_DIR OUT.json
"""
import json
import os
import sys

import numpy as np

from evaluate import Judge
from features import RATE, listen


def signal_of(seconds):
    """Decaying low notes, a gated warble and bursts of noise. EarsSignal.java makes the same samples."""
    n = int(seconds * RATE)
    t = np.arange(n) / RATE
    state, noise = 12345, np.empty(n)
    for i in range(n):
        state = (state * 1664525 + 1013904223) % 2 ** 32
        noise[i] = state / 2.0 ** 31 - 1
    x = 0.5 * np.sin(2 * np.pi * 110 * t) * np.exp(-3 * np.mod(t, 0.5)) \
        + 0.2 * np.sin(2 * np.pi * 1234 * t + 3 * np.sin(2 * np.pi * 3 * t)) * (np.mod(t, 0.25) < 0.1) \
        + 0.1 * noise * np.exp(-30 * np.mod(t, 0.5))
    return x.astype(np.float32)


def main():
    judge, cases = Judge(sys.argv[1]), []
    for seconds in (0.05, 1.2, 7.0):
        x = signal_of(seconds)
        mel, facts = listen(x)
        role, word, kind, e = judge.hear(x)
        frames = [(w, f) for w in range(len(mel)) for f in (0, 1, 40, 127)]
        cases.append({"seconds": seconds, "windows": len(mel), "facts": [round(float(v), 6) for v in facts],
                      "pictures": [{"window": w, "frame": f, "bands": [round(float(v), 5) for v in mel[w, :, f]]} for w, f in frames],
                      "roles": [round(float(v), 6) for v in role], "instrument": judge.words[int(word.argmax())],
                      "kinds": [round(float(v), 6) for v in kind], "embedding": [round(float(v), 5) for v in e]})
    with open(sys.argv[2], "w", encoding="utf8") as f:
        json.dump({"madeBy": "models/ears/train/vectors.py", "cases": cases}, f, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
