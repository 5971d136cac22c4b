"""Trains the planner, measures it beside the n-grams on songs it never saw, and writes what ships. See README.md.

    python train.py --songs ../../../../shared/data/structure/songs.jsonl --out ..
"""

import argparse
import copy
import hashlib
import json
import math
import pathlib
import random

import onnx
import onnxruntime
import torch
from torch import nn
from torch.nn import functional

import corpus
import features
import forms
import ngrams
from decoder import BARS, ENERGIES, Decoder, Ensemble

UNKNOWN = -100


def less_known(song, what):
    """The song with one kind of fact unknown, as songs of other people may be."""
    song = copy.deepcopy(song)
    for section in song["sections"]:
        if what in ("raw", "bars", "layers"):
            section[what] = None
    if what in ("bpm", "genre"):
        song[what] = None
    return song


class Example:
    """A song as the tensors of its steps."""

    def __init__(self, song, weight):
        self.weight = weight
        keep = features.LONGEST
        self.label = torch.tensor(corpus.order(song)[:keep])
        self.views = [self._view(song, keep)] + [self._view(less_known(song, what), keep)
                                                 for what in ("raw", "bpm", "genre", "layers", "bars")]
        sections = song["sections"][:keep]
        lengths = [int(section.get("bars") or 0) for section in sections]
        self.before = [sum(lengths[:i]) for i in range(len(lengths) + 1)][:keep]
        self.length = sum(int(section.get("bars") or 0) for section in song["sections"])
        # the lengths of salami are estimates: order is learned from it, lengths are not
        told = song["source"] != "salami"
        self.bars = torch.tensor(([features.bars_class(b) if told and b else UNKNOWN for b in lengths] + [UNKNOWN])[:keep])
        self.energy = torch.tensor(([UNKNOWN if s.get("energy") is None else min(ENERGIES - 1, int(s["energy"] * ENERGIES))
                                     for s in sections] + [UNKNOWN])[:keep])
        self.roles = torch.full((len(self.label), len(features.ROLES)), float("nan"))
        for i, section in enumerate(sections):
            for layer, share in (section.get("layers") or {}).items():
                if share is not None and layer in features.ROLES:
                    self.roles[i, features.ROLES.index(layer)] = float(share)
        self.hands = [(role, bool((self.roles[:, i].nan_to_num() > 0.1).any()))
                      for i, role in enumerate(features.ROLES) if not self.roles[:, i].isnan().all()]

    @staticmethod
    def _view(song, keep):
        categories, numbers = features.of_song(song)
        source, genres = features.of_whole(song)
        return torch.tensor(categories[:keep]), torch.tensor(numbers[:keep]), source, torch.tensor(genres)


def batch_of(examples, dice=None):
    """Tensors of several songs; with dice, facts are forgotten and wishes made at random, without, all is known and nothing asked."""
    steps = max(len(example.label) for example in examples)
    shape = (len(examples), steps)
    batch = {"categories": torch.zeros(*shape, len(features.CATEGORIES), dtype=torch.long),
             "numbers": torch.zeros(*shape, features.NUMBERS), "wishes": torch.zeros(*shape, features.WISHES),
             "source": torch.zeros(len(examples), dtype=torch.long), "genres": torch.zeros(len(examples), len(features.GENRES))}
    truth = {"label": torch.full(shape, UNKNOWN), "bars": torch.full(shape, UNKNOWN), "energy": torch.full(shape, UNKNOWN),
             "roles": torch.full((*shape, len(features.ROLES)), float("nan")), "weight": torch.ones(len(examples))}
    for i, example in enumerate(examples):
        view = dice.randint(1, 5) if dice and dice.random() < 0.25 else 0
        categories, numbers, source, genres = example.views[view]
        n = len(example.label)
        batch["categories"][i, :n], batch["numbers"][i, :n] = categories, numbers
        batch["source"][i] = 0 if dice and dice.random() < 0.15 else source
        batch["genres"][i] = genres
        if dice:
            asked = example.length if dice.random() < 0.3 else 0
            hands = example.hands if dice.random() < 0.3 else []
            batch["wishes"][i, :n] = torch.tensor(features.wishes(example.before, asked, hands))
        for name in ("label", "bars", "energy", "roles"):
            truth[name][i, :n] = getattr(example, name)
        truth["weight"][i] = example.weight
    return batch, truth


def loss_of(member, batch, truth):
    labels, details = member(**batch, label=truth["label"].clamp(min=0))
    weight = truth["weight"][:, None].expand(truth["label"].shape)
    known = truth["label"] != UNKNOWN
    loss = (functional.cross_entropy(labels[known], truth["label"][known], reduction="none") * weight[known]).sum() / weight[known].sum()
    loss = loss + 0.1 * functional.cross_entropy(details[..., :BARS].flatten(0, 1), truth["bars"].flatten(), ignore_index=UNKNOWN)
    told = ~truth["roles"].isnan()
    if told.any():
        loss = loss + 0.1 * functional.binary_cross_entropy_with_logits(details[..., BARS:-ENERGIES][told], truth["roles"][told])
    if (truth["energy"] != UNKNOWN).any():
        energies = details[..., -ENERGIES:].flatten(0, 1)
        loss = loss + 0.05 * functional.cross_entropy(energies, truth["energy"].flatten(), ignore_index=UNKNOWN)
    return loss


def fit(examples, seed, options):
    torch.manual_seed(seed)
    dice = random.Random(seed)
    member = Decoder(options.width, options.layers, dropout=options.dropout)
    matrices = [p for p in member.parameters() if p.dim() > 1]
    vectors = [p for p in member.parameters() if p.dim() <= 1]
    optimiser = torch.optim.AdamW([{"params": matrices, "weight_decay": options.decay}, {"params": vectors, "weight_decay": 0}],
                                  lr=options.rate, betas=(0.9, 0.98))
    size = 32
    steps = options.epochs * math.ceil(len(examples) / size)
    step = 0
    for epoch in range(options.epochs):
        member.train()
        order = list(range(len(examples)))
        dice.shuffle(order)
        for at in range(0, len(order), size):
            for group in optimiser.param_groups:
                group["lr"] = options.rate * min(1, step / 100) * 0.5 * (1 + math.cos(math.pi * step / steps))
            loss = loss_of(member, *batch_of([examples[i] for i in order[at:at + size]], dice))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(member.parameters(), 1.0)
            optimiser.step()
            step += 1
    member.eval()
    return member


def measure(model, examples):
    """(symbols, bits a symbol, top-1 in percent); the part of a song beyond the longest history counts as not foreseen at all."""
    symbols = bits = hits = 0
    with torch.no_grad():
        for at in range(0, len(examples), 64):
            batch, truth = batch_of(examples[at:at + 64])
            known = truth["label"] != UNKNOWN
            p, right = model(**batch)[0][known], truth["label"][known]
            bits -= p.gather(1, right[:, None]).sum().item() / math.log(2)
            hits += (p.argmax(-1) == right).sum().item()
            symbols += len(right)
    return symbols, bits / symbols, 100 * hits / symbols


def peers(train, held):
    rows = []
    for name, songs in (("human", [song for song in train if corpus.is_human(song)]), ("all", train)):
        orders = [corpus.order(song) for song in songs]
        rows += [{"songs": name, "n": n, **dict(zip(("symbols", "bits", "top1"), ngrams.score(ngrams.WittenBell(n, orders), held)))}
                 for n in range(1, 7)]
    return rows


def without_notes(path):
    """Takes out where on this machine the exporter's source lay: it is nobody's business and a tenth of the file."""
    model = onnx.load(str(path))
    for part in [model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output,
                 *model.graph.value_info, *model.graph.initializer]:
        del part.metadata_props[:]
        part.ClearField("doc_string")
    onnx.save(model, str(path))


def export(model, examples, path):
    batch, _ = batch_of(examples[:3])
    batch_size, steps = torch.export.Dim("batch", min=1, max=64), torch.export.Dim("steps", min=1, max=features.LONGEST)
    inputs = (batch["categories"], batch["numbers"], batch["wishes"], batch["source"], batch["genres"])
    torch.onnx.export(model, inputs, str(path), dynamo=True, opset_version=18, external_data=False,
                      input_names=["categories", "numbers", "wishes", "source", "genres"],
                      output_names=["labels", "bars", "roles", "energy"],
                      dynamic_shapes=({0: batch_size, 1: steps}, {0: batch_size, 1: steps}, {0: batch_size, 1: steps},
                                      {0: batch_size}, {0: batch_size}))
    without_notes(path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for some in (examples[:1], examples[3:11]):
        batch, _ = batch_of(some)
        with torch.no_grad():
            expected = model(**batch)
        actual = session.run(None, {name: tensor.numpy() for name, tensor in batch.items()})
        for ours, theirs in zip(expected, actual):
            assert torch.allclose(ours, torch.tensor(theirs), atol=1e-4), "the exported planner differs from the trained one"


def write_golden(model, songs, path):
    """Songs with the features and log-probabilities Python gives them: Java must give the same."""
    rows = []
    for song in songs:
        batch, _ = batch_of([Example(song, 1.0)])
        with torch.no_grad():
            labels = model(**batch)[0][0]
        rows.append({"song": song, "categories": batch["categories"][0].tolist(),
                     "numbers": [[round(x, 5) for x in row] for row in batch["numbers"][0].tolist()],
                     "source": batch["source"][0].item(), "genres": batch["genres"][0].tolist(),
                     "labels": [[round(x, 4) for x in row] for row in labels.tolist()]})
    path.write_text(json.dumps(rows, separators=(",", ":")))


def write_orders(train, path):
    """What the n-grams count, and what the planner has seen: source and id, who named the sections, the names."""
    path.write_text("".join("\t".join([f"{song['source']} {song['id']}", "human" if corpus.is_human(song) else "rule",
                                       " ".join(corpus.LABELS[i] for i in corpus.order(song)[:-1])]) + "\n" for song in train))


def write_manifest(options, row, table, songs, model):
    network = (options.out / "planner.onnx").read_bytes()
    manifest = {
        "name": "planner", "version": "1", "file": "planner.onnx", "licence": "Apache-2.0",
        "source": "trained here by train/train.py on shared/data/structure/songs.jsonl, without its GPL, LGPL and CC BY-SA lines",
        "size": len(network), "sha256": hashlib.sha256(network).hexdigest(),
        "parameters": sum(p.numel() for p in model.parameters()),
        "command": "python train.py --songs ../../../../shared/data/structure/songs.jsonl --out ..", "seed": options.seed,
        "songs": songs, "held_back_score": {"planner": row, "ngrams": table}}
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--songs", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--golden", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--members", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--decay", type=float, default=0.3)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--others", type=float, default=0.2, help="weight of songs whose labels no person wrote")
    parser.add_argument("--forms", type=int, default=60, help="written forms a style")
    parser.add_argument("--tune", action="store_true", help="measure on a fifth of the training songs instead, and write nothing")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    train, held = corpus.split(corpus.allowed(corpus.read(options.songs)), options.seed)
    if options.tune:
        train, held = corpus.split(train, options.seed + 1)
    examples = [Example(song, 1.0 if corpus.is_human(song) else options.others)
                for song in train + forms.songs(options.forms, options.seed)]
    unseen = [Example(song, 1.0) for song in held]
    members = []
    for number in range(options.members):
        members.append(fit(examples, options.seed * 100 + number, options))
        print("member", number, measure(Ensemble(members[-1:]).eval(), unseen), flush=True)
    model = Ensemble(members).eval()
    row = dict(zip(("symbols", "bits", "top1"), measure(model, unseen)))
    print("planner", row, sum(p.numel() for p in model.parameters()), "parameters", flush=True)
    table = peers(train, held)
    for peer in table:
        print(peer)
    if options.tune:
        return
    options.out.mkdir(parents=True, exist_ok=True)
    export(model, unseen, options.out / "planner.onnx")
    write_orders(train, options.out / "orders.txt")
    if options.golden:
        free = [next(song for song in held if song["source"] == source) for source in ("billboard", "salami", "harmonix")]
        write_golden(model, free, options.golden)
    write_manifest(options, row, table, {"trained_on": len(train), "held_back": len(held)}, model)


if __name__ == "__main__":
    main()
