"""What corpus.py made -> ears.onnx and manifest.json. One thread, seeded: same corpus, same library versions, same weights."""
import argparse
import copy
import hashlib
import json
import os
import time

import numpy as np
import onnx
import torch
from torch.nn import functional as F

import features
from net import EMBEDDING, Ears, shape_of_input
from words import INSTRUMENTS, KINDS, ROLES

BATCH = 64
HEADS = [("role", 1.0), ("word", 0.7), ("kind", 0.5)]


def jitter(mel, g):
    """Tilt, level floor, band shift and masks on windows in 0..1, drawn for each example."""
    n, bands, frames = mel.shape[0], mel.shape[2], mel.shape[3]
    ramp = torch.linspace(-1, 1, bands).view(1, 1, bands, 1)
    knots = torch.randn(n, 1, 6, generator=g) * 0.04
    curve = F.interpolate(knots, size=bands, mode="linear", align_corners=True).view(n, 1, bands, 1)
    heard = (mel > 0.02).float()
    mel = mel + heard * (curve + ramp * torch.randn(n, 1, 1, 1, generator=g) * 0.05)
    mel = torch.clamp(mel - torch.amax(mel, dim=(2, 3), keepdim=True) + 1 - 0.06 * torch.rand(n, 1, 1, 1, generator=g), 0, 1)
    for i in range(n):
        k = int(torch.randint(-2, 3, (1,), generator=g))
        if k:
            mel[i] = torch.roll(mel[i], k, dims=1)
            mel[i, :, :k if k > 0 else None] = 0 if k > 0 else mel[i]
            if k < 0:
                mel[i, :, k:] = 0
        for _ in range(int(torch.randint(0, 3, (1,), generator=g))):
            w = int(torch.randint(2, 12, (1,), generator=g))
            at = int(torch.randint(0, bands - w, (1,), generator=g))
            mel[i, :, at:at + w] = 0 if torch.rand(1, generator=g) < 0.5 else mel[i].mean()
        if torch.rand(1, generator=g) < 0.3:
            floor = 0.35 * float(torch.rand(1, generator=g))
            mel[i] = torch.clamp(mel[i], min=floor)
    return mel


def class_weights(labels, classes, power):
    count = np.bincount(labels[labels >= 0], minlength=classes) + 10.0
    w = count ** -power
    return torch.tensor(w / (w * count).sum() * count.sum(), dtype=torch.float32)


def whole(net, data, clips):
    """Logits of each clip: the mean over its windows. -> three arrays."""
    net.eval()
    outs = [[], [], []]
    with torch.no_grad():
        for a in range(0, len(clips), 48):
            part = clips[a:a + 48]
            rows = np.concatenate([np.arange(data["start"][c], data["start"][c] + data["count"][c]) for c in part])
            which = np.repeat(np.arange(len(part)), data["count"][part])
            mel = torch.from_numpy(data["mel"][rows]).float().unsqueeze(1) / 255
            facts = torch.from_numpy(data["facts"][part][which])
            for out, y in zip(outs, net(mel, facts)[:3]):
                s = torch.zeros(len(part), y.shape[1]).index_add_(0, torch.from_numpy(which), y)
                out.append((s / torch.from_numpy(data["count"][part])[:, None]).numpy())
    return [np.concatenate(o) for o in outs]


def macro_f1(truth, said, classes):
    f = [2 * np.sum((truth == c) & (said == c)) / max(1, np.sum(truth == c) + np.sum(said == c)) for c in range(classes) if np.any(truth == c)]
    return float(np.mean(f))


def calibrate(logits, truth):
    """The temperature with the least negative log likelihood."""
    ok = truth >= 0
    best = min(np.exp(np.linspace(-1.2, 1.6, 85)), key=lambda t: float(F.cross_entropy(torch.tensor(logits[ok] / t), torch.tensor(truth[ok]))))
    return float(best)


def ece(logits, truth, bins=10):
    """Expected calibration error of the winning class."""
    ok = truth >= 0
    p = torch.softmax(torch.tensor(logits[ok]), 1).numpy()
    conf, right = p.max(1), p.argmax(1) == truth[ok]
    which = np.minimum((conf * bins).astype(int), bins - 1)
    return float(sum(abs(conf[which == b].sum() - right[which == b].sum()) for b in range(bins)) / len(conf))


def train(data, a):
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    g = torch.Generator().manual_seed(a.seed)
    net = Ears().to(memory_format=torch.channels_last)
    smooth = copy.deepcopy(net)
    learn, held = np.flatnonzero(~data["held"]), np.flatnonzero(data["held"])
    role, word = data["role"][learn], data["word"][learn]
    pick = torch.tensor(class_weights(role, len(ROLES), 0.5).numpy()[role] * class_weights(word, len(INSTRUMENTS), 0.35).numpy()[word]
                        * np.where(role < 0, 0.3, 1.0))
    steps = a.epochs * len(learn) // BATCH
    opt = torch.optim.AdamW(net.parameters(), lr=a.rate, weight_decay=0.02)
    plan = torch.optim.lr_scheduler.OneCycleLR(opt, a.rate, total_steps=steps + 1, pct_start=0.15)
    t0, running = time.time(), 0.0
    print("%d clips to learn from, %d held back, %d weights, %d steps" % (len(learn), len(held), sum(p.numel() for p in net.parameters()), steps), flush=True)
    for step in range(steps):
        net.train()
        clips = learn[torch.multinomial(pick, BATCH, replacement=True, generator=g).numpy()]
        at = data["start"][clips] + (torch.rand(BATCH, generator=g).numpy() * data["count"][clips]).astype(int)
        mel = jitter(torch.from_numpy(data["mel"][at]).float().unsqueeze(1) / 255, g)
        facts = torch.from_numpy(data["facts"][clips])
        facts = facts + 0.04 * torch.randn(facts.shape, generator=g)
        lam, order = 1.0, torch.randperm(BATCH, generator=g)
        if torch.rand(1, generator=g) < 0.4:
            lam = float(np.clip(torch.rand(1, generator=g) * 0.4 + 0.6, 0, 1))
            mel, facts = lam * mel + (1 - lam) * mel[order], lam * facts + (1 - lam) * facts[order]
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=a.bf16):
            outs = net(mel, facts)
        loss = 0.0
        for y, (name, weight) in zip(outs, HEADS):
            t = torch.from_numpy(data[name][clips])
            per = lam * F.cross_entropy(y.float(), t, ignore_index=-1, label_smoothing=0.05, reduction="none") \
                + (1 - lam) * F.cross_entropy(y.float(), t[order], ignore_index=-1, label_smoothing=0.05, reduction="none")
            loss = loss + weight * per.mean()
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        opt.step()
        plan.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for s, p in zip(smooth.state_dict().values(), net.state_dict().values()):
                s.copy_(keep * s + (1 - keep) * p if s.is_floating_point() else p)
        now = float(loss.detach())
        running = 0.98 * running + 0.02 * now if step else now
        if (step + 1) % a.report == 0 or step + 1 == steps:
            r, w, k = whole(smooth, data, held)
            print("step %5d  %5.0f s  loss %.3f  held back: role F1 %.3f  instrument %.3f  kind %.3f" % (
                step + 1, time.time() - t0, running, macro_f1(data["role"][held], r.argmax(1), len(ROLES)),
                np.mean(w.argmax(1) == data["word"][held]), np.mean(k.argmax(1) == data["kind"][held])), flush=True)
    return smooth, held


def export(net, path):
    net.eval()
    mel, facts = shape_of_input()
    n = torch.export.Dim("windows", min=1, max=64)
    example = (torch.rand(4, *mel[1:]), torch.rand(4, *facts[1:]))
    torch.onnx.export(net, example, path, input_names=["mel", "facts"], output_names=["role", "instrument", "kind", "embedding"],
                      dynamo=True, opset_version=18, external_data=False, dynamic_shapes=({0: n}, {0: n}))
    model = onnx.load(path)
    for part in [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer]:
        del part.metadata_props[:]               # the exporter notes where on the machine its source lay
        part.ClearField("doc_string")
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--work", required=True, help="folder that corpus.py filled")
    ap.add_argument("--out", required=True, help="folder for ears.onnx and manifest.json")
    ap.add_argument("--epochs", type=int, default=8)
    ap.add_argument("--rate", type=float, default=3e-3)
    ap.add_argument("--seed", type=int, default=20261121)
    ap.add_argument("--report", type=int, default=250)
    ap.add_argument("--bf16", action="store_true", help="train in bfloat16, faster where the processor has it")
    a = ap.parse_args()
    with open(os.path.join(a.work, "corpus.json"), encoding="utf8") as f:
        made = json.load(f)
    parts = [np.load(os.path.join(a.work, name + ".npz")) for name in made["clips"]]
    data = {key: np.concatenate([part[key] for part in parts]) for key in parts[0].files}
    data["start"] = np.concatenate([[0], np.cumsum(data["count"])[:-1]])
    owner = np.array([s.split(":")[0] for s in data["source"]])
    # a clip's variants lie side by side in rows of their own, so nothing held back shares a sound with what is learnt
    net, held = train(data, a)
    figures = {}
    for (name, _), logits, classes in zip(HEADS, whole(net, data, held), (ROLES, INSTRUMENTS, KINDS)):
        truth = data[name][held]
        t = calibrate(logits, truth)
        getattr(net, "heat_" + name).fill_(t)
        figures[name] = {"accuracy": round(float(np.mean(logits.argmax(1) == truth)), 4), "macro_f1": round(macro_f1(truth, logits.argmax(1), len(classes)), 4),
                         "temperature": round(t, 3), "calibration_error": round(ece(logits / t, truth), 4)}
    figures["clips"] = {"learnt": int(np.sum(~data["held"])), "held_back": len(held), "by_source": {s: int(np.sum(owner == s)) for s in sorted(set(owner))}}
    os.makedirs(a.out, exist_ok=True)
    torch.save(net.state_dict(), os.path.join(a.work, "ears.pt"))
    path = os.path.join(a.out, "ears.onnx")
    export(net, path)
    with open(path, "rb") as f:
        blob = f.read()
    manifest = {
        "name": "ears", "version": "2", "file": "ears.onnx", "licence": "Apache-2.0", "size": len(blob), "sha256": hashlib.sha256(blob).hexdigest(),
        "command": "bash train/make.sh WORK KITS TRUTH", "seed": a.seed, "epochs": a.epochs, "rate": a.rate, "bf16": a.bf16, "corpus": made,
        "roles": ROLES, "instruments": INSTRUMENTS, "kinds": KINDS, "embedding": EMBEDDING,
        "features": {"rateHz": features.RATE, "fftSamples": features.FFT, "hopSamples": features.HOP, "bands": features.BANDS, "frames": features.FRAMES,
                     "lowHz": features.LOW_HZ, "highHz": features.HIGH_HZ, "breakHz": features.BREAK_HZ, "floorDb": features.FLOOR_DB,
                     "maxWindows": features.MAX_WINDOWS, "silenceDb": features.SILENCE_DB, "facts": features.FACTS},
        "held_back": figures}
    with open(os.path.join(a.out, "manifest.json"), "w", encoding="utf8") as f:
        json.dump(manifest, f, indent=2)
        f.write("\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
