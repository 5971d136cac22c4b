"""Train the small networks of listening: tempo, key, tonal (key or none), kind, role.

usage: train.py --out DIR --train EXAMPLES.jsonl... [--sounds EXAMPLES.jsonl...] [--test EXAMPLES.jsonl...]

EXAMPLES are written by loopmind.library.listen.ListenExamples: features of sounds whose truth is known. Each network is a linear
answer plus two hidden layers; several, from different seeds, are averaged. Deterministic: seeds are fixed, one thread.
"""
import argparse
import json
import os

import numpy as np
import torch
from torch.nn import functional as F

torch.set_num_threads(1)
TEMPO_AT, KNOTS = 80, np.log(np.array([50, 60, 70, 80, 92, 105, 120, 135, 150, 170, 200.0]))
KINDS = ["loop", "oneshot", "fx"]
ROLES = ["drums", "percussion", "bass", "chords", "melody", "pad", "vocal", "fx"]


class Net(torch.nn.Module):
    def __init__(self, inputs, outputs, hidden, drop):
        super().__init__()
        self.first = torch.nn.Linear(inputs, hidden)
        self.second = torch.nn.Linear(hidden, hidden)
        self.last = torch.nn.Linear(hidden, outputs)
        self.direct = torch.nn.Linear(inputs, outputs, bias=False)
        self.drop = drop

    def forward(self, x):
        x = F.dropout(x, self.drop / 2, self.training)
        h = F.dropout(torch.relu(self.first(x)), self.drop, self.training)
        return self.last(torch.relu(self.second(h))) + self.direct(x)


def fit(x, loss_of, items, outputs=1, hidden=32, drop=0.3, epochs=60, seed=0, decay=1e-2, rate=3e-3, batch=32, noise=0.1, change=None):
    """loss_of(scores of the batch's rows, items, row positions); items: list of row index arrays."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    mean, scale = x.mean(0), x.std(0) + 0.05
    net = Net(x.shape[1], outputs, hidden, drop)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    order = np.arange(len(items))
    for _ in range(epochs):
        rng.shuffle(order)
        for k in range(0, len(order), batch):
            chosen = order[k:k + batch]
            rows = np.concatenate([items[i] for i in chosen])
            part = np.concatenate([np.full(len(items[i]), j) for j, i in enumerate(chosen)])
            inputs = x[rows].copy()
            if change is not None:
                inputs = change(inputs, rows, part, rng)
            inputs = torch.tensor((inputs - mean) / scale, dtype=torch.float32)
            inputs = inputs + noise * torch.randn_like(inputs)
            loss = loss_of(net(inputs), chosen, rows, part)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    net.eval()
    return net, mean.astype(np.float32), scale.astype(np.float32)


def answer(nets, x):
    with torch.no_grad():
        return np.mean([n(torch.tensor((x - m) / s, dtype=torch.float32)).numpy() for n, m, s in nets], 0)


def store(nets, path):
    def rounded(t):
        return json.loads(json.dumps(np.asarray(t, dtype=np.float64).tolist()), parse_float=lambda v: float("%.5g" % float(v)))
    out = []
    for n, m, s in nets:
        p = {k: v.detach().numpy() for k, v in n.named_parameters()}
        out.append({"mean": rounded(m), "scale": rounded(s), "first": rounded(p["first.weight"]), "firstBias": rounded(p["first.bias"]),
                    "second": rounded(p["second.weight"]), "secondBias": rounded(p["second.bias"]), "last": rounded(p["last.weight"]),
                    "lastBias": rounded(p["last.bias"]), "direct": rounded(p["direct.weight"])})
    with open(path, "w") as f:
        json.dump(out, f, separators=(",", ":"))
        f.write("\n")


# ------------------------------------------------------------------------------------------------------------- tempo
def triangles(log_bpm):
    k = np.clip(np.searchsorted(KNOTS, log_bpm) - 1, 0, len(KNOTS) - 2)
    share = np.clip((log_bpm - KNOTS[k]) / (KNOTS[k + 1] - KNOTS[k]), 0, 1)
    out = np.zeros((len(log_bpm), len(KNOTS)), np.float32)
    i = np.arange(len(log_bpm))
    out[i, k], out[i, k + 1] = 1 - share, share
    return out


def tempo_items(lines):
    x, bpms, good, items, at = [], [], [], [], 0
    for line in lines:
        if "bpm" not in line or not line["cuts"]:
            continue
        cuts = line["cuts"]
        right = np.array([abs(c["bpm"] - line["bpm"]) <= 0.5 for c in cuts])
        meter = np.array([line.get("meter") in (None, c["meter"]) for c in cuts])
        right = right & meter if (right & meter).any() else right
        x += [c["features"] for c in cuts]
        bpms += [c["bpm"] for c in cuts]
        good += list(right)
        items.append((line, np.arange(at, at + len(cuts))))
        at += len(cuts)
    return np.array(x, np.float32), np.array(bpms), np.array(good), items


def three_bars(line):
    return abs(line["seconds"] * line["bpm"] / 60 - 3 * line.get("meter", 4)) < 0.02


def train_tempo(lines, seeds, hidden=32, drop=0.3, epochs=40, waltz=0.15, decay=1e-2):
    x, bpms, good, items = tempo_items(lines)
    items = [(line, rows) for line, rows in items if good[rows].any()]
    # the rendered packs have more waltzes and three-bar loops than producers' folders
    weights = torch.tensor([waltz if line.get("meter") == 3 else 0.4 if three_bars(line) else 1.0 for line, _ in items])

    def loss_of(scores, chosen, rows, part):
        scores, part = scores[:, 0], torch.tensor(part)
        right = torch.tensor(good[rows])
        most = torch.full((len(chosen),), -1e9).scatter_reduce(0, part, scores, "amax").detach()
        e = torch.exp(scores - most[part])
        share = torch.zeros(len(chosen)).index_add(0, part, e * right) / torch.zeros(len(chosen)).index_add(0, part, e)
        w = weights[torch.tensor(chosen)]
        return -(w * torch.log(share + 1e-6)).sum() / w.sum()

    def faster_or_slower(inputs, rows, part, rng):
        shift = rng.uniform(-0.06, 0.06, part.max() + 1)[part]
        inputs[:, TEMPO_AT:TEMPO_AT + len(KNOTS)] = triangles(np.log(bpms[rows]) + shift)
        return inputs

    rows = [r for _, r in items]
    return [fit(x, loss_of, rows, hidden=hidden, drop=drop, epochs=epochs, seed=s, decay=decay, change=faster_or_slower) for s in range(seeds)]


def test_tempo(nets, lines, name, wrong=False):
    x, bpms, _, items = tempo_items(lines)
    scores = answer(nets, x)[:, 0]
    exact = acc1 = acc2 = 0
    for line, rows in items:
        s = scores[rows]
        p = np.exp(s - s.max())
        p /= p.sum()
        b = bpms[rows]
        q = np.array([p[np.abs(b - v) <= 0.3].sum() for v in b])
        near = np.abs(b - b[q.argmax()]) <= 0.3
        g, t = b[np.where(near)[0][p[near].argmax()]], line["bpm"]
        exact += abs(g - t) <= 0.5
        acc1 += abs(g / t - 1) <= 0.04
        acc2 += any(abs(g * k / t - 1) <= 0.04 for k in (1, 2, 0.5, 3, 1 / 3))
        if wrong and abs(g - t) > 0.5:
            print("   %-70s %6.1f %7.2f p %.2f" % (line["path"][-70:], t, g, q.max()))
    n = len(items)
    print("tempo %-6s n %4d exact %.1f acc1 %.1f acc2 %.1f" % (name, n, 100 * exact / n, 100 * acc1 / n, 100 * acc2 / n), flush=True)


# --------------------------------------------------------------------------------------------------------------- key
def key_items(lines):
    tonal = [line for line in lines if "key" in line]
    x = np.array([row for line in tonal for row in line["keys"]], np.float32)
    return x, np.array([line["key"] for line in tonal]), tonal


def train_key(lines, seeds, hidden=24, drop=0.25, epochs=40, decay=1e-2):
    x, keys, _ = key_items(lines)
    items = [np.arange(12 * i, 12 * i + 12) for i in range(len(keys))]

    def loss_of(scores, chosen, rows, part):
        both = scores.reshape(len(chosen), 12, 2).permute(0, 2, 1).reshape(len(chosen), 24)
        return F.cross_entropy(both, torch.tensor(keys[chosen]))
    return [fit(x, loss_of, items, outputs=2, hidden=hidden, drop=drop, epochs=epochs, seed=s, decay=decay, noise=0.2) for s in range(seeds)]


def mirex(guess, truth):
    g, t = guess % 12, truth % 12
    if guess == truth:
        return 1.0
    if guess // 12 == truth // 12 and (g - t) % 12 in (5, 7):
        return 0.5
    if guess // 12 != truth // 12:
        relative = (t - 3) % 12 if truth < 12 else (t + 3) % 12
        return 0.3 if g == relative else 0.2 if g == t else 0.0
    return 0.0


def test_key(nets, lines, name, wrong=False):
    x, keys, tonal = key_items(lines)
    if not len(keys):
        return
    s = answer(nets, x).reshape(len(keys), 12, 2).transpose(0, 2, 1).reshape(len(keys), 24)
    p = np.exp(s - s.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    marks = np.array([mirex(a, t) for a, t in zip(s.argmax(1), keys)])
    sure = p.max(1) >= 0.8
    by = {}
    for line, m in zip(tonal, marks):
        by.setdefault(line["type"], []).append(m)
    print("key   %-6s n %4d mirex %.1f exact %.1f; sure %.0f %% of them exact %.1f; %s" % (
        name, len(keys), 100 * marks.mean(), 100 * (marks == 1).mean(), 100 * sure.mean(), 100 * (marks[sure] == 1).mean(),
        {k: float(round(100 * np.mean(v), 1)) for k, v in by.items()}), flush=True)
    if wrong:
        for line, m, g in zip(tonal, marks, s.argmax(1)):
            if m < 1:
                print("   %-70s truth %d guess %d" % (line["path"][-70:], line["key"], g))


# ------------------------------------------------------------------------------------------------ tonal, kind: classes
def train_classes(x, y, classes, seeds, hidden=24, drop=0.25, epochs=60, decay=2e-2):
    items = [np.array([i]) for i in range(len(y))]
    counts = np.bincount(y, minlength=classes)
    weights = torch.tensor(np.sqrt(len(y) / (classes * np.maximum(counts, 1))), dtype=torch.float32)

    def loss_of(scores, chosen, rows, part):
        return F.cross_entropy(scores, torch.tensor(y[chosen]), weights, label_smoothing=0.02)
    return [fit(x, loss_of, items, outputs=classes, hidden=hidden, drop=drop, epochs=epochs, seed=s, decay=decay) for s in range(seeds)]


def test_classes(nets, x, y, lines, what, name, wrong=False):
    if not len(y):
        return
    g = answer(nets, x).argmax(1)
    classes = sorted(set(y))
    f1 = []
    for c in classes:
        hit = ((g == c) & (y == c)).sum()
        f1.append(2 * hit / max(1, (g == c).sum() + (y == c).sum()))
    print("%-5s %-6s n %4d right %.1f F1 %s %s" % (what, name, len(y), 100 * (g == y).mean(), [float(v) for v in np.round(f1, 3)], 'macro %.3f' % np.mean(f1)), flush=True)
    if wrong:
        for line, a, b in zip(lines, g, y):
            if a != b:
                print("   %-70s truth %d guess %d" % (line["path"][-70:], b, a))


def tonal_items(lines):
    used = [line for line in lines if line["keyless"] or "key" in line or line["type"] in ("bass", "chords", "melody", "pad", "vocal", "arp")]
    return np.array([line["sound"] for line in used], np.float32), np.array([0 if line["keyless"] else 1 for line in used]), used


def kind_items(lines):
    used = [line for line in lines if line["kind"] in KINDS]
    # a bed of noise repeats, but in no tempo: for a song it is an effect
    kinds = [2 if line["type"] == "fx" and line["kind"] == "loop" else KINDS.index(line["kind"]) for line in used]
    return np.array([line["sound"] for line in used], np.float32), np.array(kinds), used


def role_items(lines):
    used = [line for line in lines if line["type"] not in ("tom", "wind", "keys", "synth")]
    return np.array([line["sound"] for line in used], np.float32), np.array([ROLES.index(line["role"]) for line in used]), used


def read(paths):
    lines = []
    for path in paths:
        with open(path, encoding="utf8") as f:
            lines += [json.loads(line) for line in f]
    return lines


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--train", nargs="+", required=True)
    ap.add_argument("--sounds", nargs="*", default=[], help="more examples, for tonal, kind and role only")
    ap.add_argument("--test", nargs="*", default=[])
    ap.add_argument("--out", required=True)
    ap.add_argument("--seeds", type=int, default=3)
    ap.add_argument("--only", default="tempo,key,tonal,kind,role")
    ap.add_argument("--wrong", action="store_true")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    train, sounds, only = read(a.train), read(a.sounds), a.only.split(",")
    tests = [(os.path.basename(p)[:-6], read([p])) for p in a.test]
    if "tempo" in only:
        nets = train_tempo(train, a.seeds)
        store(nets, os.path.join(a.out, "tempo.json"))
        for name, lines in [("train", train)] + tests:
            test_tempo(nets, lines, name, a.wrong and name != "train")
    if "key" in only:
        nets = train_key(train, a.seeds)
        store(nets, os.path.join(a.out, "key.json"))
        for name, lines in [("train", train)] + tests:
            test_key(nets, lines, name, a.wrong and name != "train")
    for what, items, classes in (("tonal", tonal_items, 2), ("kind", kind_items, 3), ("role", role_items, 8)):
        if what in only:
            x, y, _ = items(train + sounds)
            nets = train_classes(x, y, classes, a.seeds)
            store(nets, os.path.join(a.out, what + ".json"))
            for name, lines in [("train", train)] + tests:
                x, y, used = items(lines)
                test_classes(nets, x, y, used, what, name, a.wrong and name != "train")


if __name__ == "__main__":
    main()
