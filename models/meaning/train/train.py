"""Trains the network of meaning: where a sound lies among words, and which words it deserves. One thread, seeded.

usage: train.py phrases --work WORK                        writes WORK/*.txt for the sentence encoder
       train.py learn --work WORK --out DIR [--epochs N]   reads WORK/*.f32, writes sound.onnx, words.onnx, manifest.json
"""
import argparse
import hashlib
import json
import os
import time

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

from effects import EFFECTS
from phrases import describe, draw, file_name, tokens_of, words_of

PLACE, SENTENCE, PER_SOUND = 96, 384, 8
TAGS = sorted(EFFECTS) + ["dry", "clean"]
SHOWN = {"squashed": "compressed"}               # what people are shown
LEARN = ("learn", "more")                        # two draws of sounds, rendered side by side
SETS = ("learn", "dev", "judge")


def rows(work, name):
    """The sounds of a set, in their order; bases of the second draw are numbered on."""
    out = []
    for part in LEARN if name == "learn" else (name,):
        with open(os.path.join(work, part + ".jsonl"), encoding="utf8") as f:
            some = [json.loads(line) for line in f]
        first = out[-1]["base"] + 1 if out else 0
        out += [{**row, "base": row["base"] + first} for row in some]
    return out


def inputs(work, name, count):
    parts = [np.fromfile(os.path.join(work, part + ".f32"), "<f4") for part in (LEARN if name == "learn" else (name,))]
    return np.concatenate(parts).reshape(count, -1)


def write_phrases(a):
    """Learning: some phrases a sound, with their claims. Judging: one description a sound."""
    learn, texts, claims = rows(a.work, "learn"), [], []
    for i, row in enumerate(learn):
        for k in range(PER_SOUND):
            text, names, words = draw(np.random.default_rng([a.seed, 61, i, k]), row)
            texts.append(text)
            claims.append([i, sorted(names), sorted(words)])
    unique = sorted(set(texts))
    at = {t: i for i, t in enumerate(unique)}
    with open(os.path.join(a.work, "learn.txt"), "w", encoding="utf8") as f:
        f.write("\n".join(unique) + "\n")
    with open(os.path.join(a.work, "claims.json"), "w", encoding="utf8") as f:
        json.dump([[at[t]] + c for t, c in zip(texts, claims)], f)
    for name in ("dev", "judge"):
        with open(os.path.join(a.work, name + ".txt"), "w", encoding="utf8") as f, open(os.path.join(a.work, name + "-said.jsonl"), "w", encoding="utf8") as g:
            for i, row in enumerate(rows(a.work, name)):
                said = describe(np.random.default_rng([a.seed, 62, i]), row)
                f.write(said + "\n")
                truth = {"file": row["file"], "said": said, "name": file_name(np.random.default_rng([a.seed, 63, row["base"], len(row["effects"])]), row)}
                g.write(json.dumps({**truth, "word": row["word"], "base": row["base"], "effects": row["effects"]}) + "\n")
    print(len(texts), "phrases,", len(unique), "of them unlike")


class SoundSide(nn.Module):
    def __init__(self, mean, scale, tags):
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        n = len(mean)
        self.first, self.second = nn.Linear(n, 320), nn.Linear(320, 256)
        self.place, self.direct, self.tag = nn.Linear(256, PLACE), nn.Linear(n, PLACE, bias=False), nn.Linear(256, tags)
        self.drop = nn.Dropout(0.25)
        self.register_buffer("heat", torch.ones(tags))
        self.register_buffer("shift", torch.zeros(tags))

    def forward(self, x):
        """N x inputs -> place of unit length, log odds of the tags"""
        x = torch.clamp((x - self.mean) / self.scale, -6, 6)
        x = x + 0.08 * torch.randn_like(x) if self.training else x
        h = F.relu(self.second(self.drop(F.relu(self.first(self.drop(x))))))
        e = self.place(self.drop(h)) + self.direct(x) * 0.3
        return e / (e.pow(2).sum(dim=1, keepdim=True) + 1e-8).sqrt(), self.tag(h) / self.heat + self.shift


class WordSide(nn.Module):
    def __init__(self, mean):
        super().__init__()
        self.register_buffer("mean", mean)
        self.first, self.place, self.direct = nn.Linear(SENTENCE, 256), nn.Linear(256, PLACE), nn.Linear(SENTENCE, PLACE, bias=False)
        self.drop = nn.Dropout(0.2)

    def forward(self, t):
        """N x 384 of the sentence encoder -> place of unit length"""
        t = (t - self.mean) * 12
        t = t + 0.15 * torch.randn_like(t) if self.training else t
        e = self.place(self.drop(F.relu(self.first(self.drop(t))))) + self.direct(t)
        return e / (e.pow(2).sum(dim=1, keepdim=True) + 1e-8).sqrt()


def tag_truth(data):
    """1, 0, or -1 where nobody can say: a sound left as it is may be dark by itself."""
    loose = {"dark", "muffled", "bright", "airy", "warm", "thin", "deep", "punchy", "soft", "squashed"}
    against = {"dark": {"bright", "airy", "thin"}, "bright": {"dark", "muffled", "warm", "lofi"}, "airy": {"dark", "muffled", "lofi", "telephone"}, "warm": {"thin", "telephone"},
               "thin": {"warm", "deep"}, "deep": {"thin", "telephone"}, "punchy": {"soft", "squashed", "wet"}, "soft": {"punchy", "distorted"}, "muffled": {"bright", "airy"},
               "squashed": {"punchy"}}
    truth = np.full((len(data), len(TAGS)), -1, np.float32)
    for i, row in enumerate(data):
        true = words_of(row)
        for j, tag in enumerate(TAGS):
            if tag in true:
                truth[i, j] = 1
            elif tag not in loose or true & against[tag]:
                truth[i, j] = 0
            elif not row["effects"]:
                truth[i, j] = 0.25 if tag in ("dark", "warm", "bright", "soft", "punchy") else 0.1
    return truth


def auc(score, truth):
    order = np.argsort(np.argsort(score)) + 1.0
    n1, n0 = np.sum(truth == 1), np.sum(truth == 0)
    return float((order[truth == 1].sum() - n1 * (n1 + 1) / 2) / max(1, n1 * n0))


def places(net, x):
    net.eval()
    with torch.no_grad():
        out = net(torch.from_numpy(x))
    return [o.numpy() for o in out] if isinstance(out, tuple) else out.numpy()


def found(sound, said, rows_, most=5):
    """Share of descriptions whose sound is among the first five; and where any sound of the same words would do."""
    exact = alike = 0
    key = [(tuple(r["names"]), tuple(sorted(r["effects"])), r["role"], r["kind"]) for r in rows_]
    for i, t in enumerate(said):
        best = np.argsort(-(sound @ t), kind="stable")[:most]
        exact += i in best
        alike += any(key[b] == key[i] for b in best)
    return exact / len(said), alike / len(said)


def darker(sound, words, rows_):
    """A plain sound and a word: is its own treated twin the first among the base's three and 30 others that are not so treated?"""
    right = count = 0
    by = {(r["base"], tuple(r["effects"])): i for i, r in enumerate(rows_)}
    for i, r in enumerate(rows_):
        if len(r["effects"]) != 1 or (r["base"], ()) not in by or r["effects"][0] not in words:
            continue
        base = by[r["base"], ()]
        q = sound[base] + words[r["effects"][0]]
        others = [j for j, o in enumerate(rows_) if j != base and r["effects"][0] not in o["effects"]][:200]
        count += 1
        right += sound[i] @ q > max(sound[j] @ q for j in others)
    return right / max(1, count), count


def class_map(sound, rows_, top=10):
    total = 0.0
    for i, r in enumerate(rows_):
        order = [j for j in np.argsort(-(sound @ sound[i]), kind="stable") if rows_[j]["base"] != r["base"]][:top]
        hits = [rows_[j]["word"] == r["word"] for j in order]
        got = np.cumsum(hits) / (np.arange(len(hits)) + 1)
        total += float((got * hits).sum() / max(1, sum(hits)))
    return total / len(rows_)


def learn(a):
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    r = np.random.default_rng(a.seed)
    data = {name: rows(a.work, name) for name in SETS}
    x = {name: inputs(a.work, name, len(data[name])) for name in SETS}
    said = {name: np.fromfile(os.path.join(a.work, name + ".txt.f32"), "<f4").reshape(-1, SENTENCE) for name in SETS}
    with open(os.path.join(a.work, "claims.json"), encoding="utf8") as f:
        claims = json.load(f)
    names = sorted({n for row in data["learn"] for n in tokens_of(row)})
    words = sorted({w for row in data["learn"] for w in words_of(row)})
    has_name = np.zeros((len(x["learn"]), len(names)), np.float32)
    has_word = np.zeros((len(x["learn"]), len(words)), np.float32)
    for i, row in enumerate(data["learn"]):
        has_name[i, [names.index(n) for n in tokens_of(row)]] = 1
        has_word[i, [words.index(w) for w in words_of(row)]] = 1
    text_of = np.array([c[0] for c in claims]).reshape(-1, PER_SOUND)
    claim_name = np.array([names.index(c[2][0]) if c[2] else -1 for c in claims]).reshape(-1, PER_SOUND)
    claim_words = np.zeros((len(claims), len(words)), np.float32)
    for i, c in enumerate(claims):
        claim_words[i, [words.index(w) for w in c[3]]] = 1
    claim_words = claim_words.reshape(-1, PER_SOUND, len(words))
    ok = np.abs(x["learn"]).sum(1) > 0
    mean, scale = x["learn"][ok].mean(0), x["learn"][ok].std(0) + 0.02
    sound = SoundSide(torch.from_numpy(mean), torch.from_numpy(scale), len(TAGS))
    word = WordSide(torch.from_numpy(said["learn"].mean(0)))
    heat = nn.Parameter(torch.tensor(np.log(14.0), dtype=torch.float32))
    truth = torch.from_numpy(tag_truth(data["learn"]))
    xs, ts = torch.from_numpy(x["learn"]), torch.from_numpy(said["learn"])
    opt = torch.optim.AdamW([*sound.parameters(), *word.parameters(), heat], lr=a.rate, weight_decay=0.03)
    good = np.flatnonzero(ok)
    steps = a.epochs * len(good) // a.batch
    plan = torch.optim.lr_scheduler.OneCycleLR(opt, a.rate, total_steps=steps + 1, pct_start=0.1)
    t0 = time.time()
    for step in range(steps):
        sound.train(), word.train()
        pick = r.choice(good, a.batch, replace=False)
        k = r.integers(PER_SOUND, size=a.batch)
        e, tag = sound(xs[pick])
        w = word(ts[text_of[pick, k]])
        need = claim_words[pick, k]
        fits = (need @ has_word[pick].T >= need.sum(1, keepdims=True) - 1e-3).astype(np.float32)
        n = claim_name[pick, k]
        fits *= np.where((n >= 0)[:, None], has_name[pick][:, np.maximum(n, 0)].T, 1)
        fits = torch.from_numpy(fits)
        z = w @ e.T * heat.exp()
        up = -(F.log_softmax(z, 1) * fits / fits.sum(1, keepdim=True)).sum(1).mean()
        down = -(F.log_softmax(z, 0) * fits / fits.sum(0, keepdim=True)).sum(0).mean()
        y = truth[pick]
        known = (y >= 0).float()
        tagging = (F.binary_cross_entropy_with_logits(tag, y.clamp(0, 1), reduction="none") * known).sum() / known.sum()
        loss = up + 0.5 * down + 2.0 * tagging
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*sound.parameters(), *word.parameters()], 2.0)
        opt.step()
        plan.step()
        if (step + 1) % a.report == 0 or step + 1 == steps:
            e, tag = places(sound, x["dev"])
            print("step %5d %5.0f s  loss %.3f  dev hit@5 %.3f, alike %.3f" % (step + 1, time.time() - t0, float(loss.detach()), *found(e, places(word, said["dev"]), data["dev"])), flush=True)
    return sound, word, data, x, said


def calibrate(sound, data, x):
    """A slope and a shift for the odds of each tag, from sounds that were not learnt from (dev)."""
    _, tag = places(sound, x["dev"])
    truth = tag_truth(data["dev"])
    for j in range(len(TAGS)):
        sure = (truth[:, j] == 0) | (truth[:, j] == 1)
        z, y = torch.from_numpy(tag[sure, j]), torch.from_numpy(truth[sure, j])
        s, b = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
        opt = torch.optim.LBFGS([s, b], max_iter=60)

        def closure():
            opt.zero_grad()
            loss = F.binary_cross_entropy_with_logits(z * s + b, y) + 0.01 * ((s - 1) ** 2).sum()
            loss.backward()
            return loss
        opt.step(closure)
        sound.heat[j] = 1 / max(0.05, float(s))
        sound.shift[j] = float(b)


def figures(sound, word, data, x, said, name):
    e, tag = places(sound, x[name])
    t = places(word, said[name])
    truth = tag_truth(data[name])
    p = 1 / (1 + np.exp(-tag))
    per = {}
    gap = 0.0
    for j, w in enumerate(TAGS):
        sure = (truth[:, j] == 0) | (truth[:, j] == 1)
        per[w] = round(auc(tag[sure, j], truth[sure, j]), 3)
        bins = np.minimum((p[sure, j] * 10).astype(int), 9)
        gap += sum(abs(p[sure, j][bins == b].sum() - (truth[sure, j][bins == b] == 1).sum()) for b in range(10)) / sure.sum() / len(TAGS)
    exact, alike = found(e, t, data[name])
    return {"sounds": len(e), "hit_at_5": round(exact, 3), "hit_at_5_alike": round(alike, 3), "same_class_map_at_10": round(class_map(e, data[name]), 3),
            "same_class_map_at_10_ears": round(class_map(unit(x[name][:, -128:]), data[name]), 3),
            "tag_auc_mean": round(float(np.mean(list(per.values()))), 3), "tag_calibration_error": round(float(gap), 4), "tag_auc": per}


def unit(v):
    return v / (np.linalg.norm(v, axis=1, keepdims=True) + 1e-9)


def export(net, example, name, outputs, path):
    net.eval()
    n = torch.export.Dim("rows", min=1, max=4096)
    torch.onnx.export(net, (example,), path, input_names=[name], output_names=outputs, dynamo=True, opset_version=18, external_data=False, dynamic_shapes=({0: n},))
    model = onnx.load(path)
    for part in [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer]:
        del part.metadata_props[:]               # the exporter notes where on the machine its source lay
        part.ClearField("doc_string")
    onnx.checker.check_model(model)
    onnx.save(model, path)
    with open(path, "rb") as f:
        blob = f.read()
    return {"file": os.path.basename(path), "size": len(blob), "sha256": hashlib.sha256(blob).hexdigest()}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", choices=["phrases", "learn"])
    ap.add_argument("--work", required=True)
    ap.add_argument("--out")
    ap.add_argument("--seed", type=int, default=20261127)
    ap.add_argument("--epochs", type=int, default=90)
    ap.add_argument("--batch", type=int, default=512)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--report", type=int, default=300)
    ap.add_argument("--threads", type=int, default=1)
    a = ap.parse_args()
    if a.what == "phrases":
        return write_phrases(a)
    sound, word, data, x, said = learn(a)
    calibrate(sound, data, x)
    got = {name: figures(sound, word, data, x, said, name) for name in ("dev", "judge")}
    print(json.dumps(got, indent=1))
    if not a.out:
        return
    files = [export(sound, torch.from_numpy(x["dev"][:4]), "sound", ["place", "tags"], os.path.join(a.out, "sound.onnx")),
             export(word, torch.from_numpy(said["dev"][:4]), "sentence", ["place"], os.path.join(a.out, "words.onnx"))]
    with open(os.path.join(a.out, "manifest.json"), "w", encoding="utf8") as f:
        json.dump({"name": "meaning", "version": "1", "licence": "Apache-2.0", "files": files, "inputs": int(x["dev"].shape[1]), "sentence": SENTENCE, "place": PLACE,
                   "tags": [SHOWN.get(t, t) for t in TAGS], "encoder": "bge-small-en-v1.5, quantised", "ears": "2", "command": "bash train/make.sh WORK KITS TRUTH", "seed": a.seed,
                   "epochs": a.epochs, "batch": a.batch, "rate": a.rate, "learnt": len(data["learn"]), "figures": got}, f, indent=2)
        f.write("\n")


if __name__ == "__main__":
    main()
