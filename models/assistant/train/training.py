"""Trains the model on packed examples, on a GPU where there is one; goes on from a checkpoint where one is there.

    python3 training.py --tokenizer ../tokenizer.json --fed run/fed --shards 600 --out run

`feeding.py` makes the shards, before or meanwhile. Every few minutes run/last.pt (weights and optimizers: to go on
from) and run/model.pt (the weights alone: to evaluate and export) are written. Same shards, same options, same device:
the same order of examples.
"""
import argparse
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from feeding import shard
from judging import Judge
from model import Model, Shape, saved

PATIENCE = 600  # seconds
TOGETHER = 4  # shards whose examples share batches
RATES = 0.02, 0.002  # of Muon and of AdamW


def arrived(home, number):
    """The packed examples of a shard, once the feeder has written it."""
    since = time.monotonic()
    while not shard(home, number).exists():
        time.sleep(0.2)
        if time.monotonic() - since > PATIENCE:
            raise SystemExit(f"{shard(home, number)} did not come in {PATIENCE} s: does feeding.py run?")
    with np.load(shard(home, number)) as held:
        ids, ends, starts = held["ids"], held["ends"], held["starts"]
    return [(ids[a:b].astype(np.int64), s) for a, b, s in zip(np.concatenate([[0], ends[:-1]]), ends, starts)]


def cut(rows, tokens):
    """Rows in batches of about so many tokens, similar lengths together."""
    rows, batch = sorted(rows, key=lambda r: len(r[0])), []
    for row in rows:
        batch.append(row)
        if len(row[0]) * (len(batch) + 1) > tokens:
            yield batch
            batch = []


def batches(options, chance, skip):
    """(share of all examples that are past, batch), `passes` times through the shards; the first `skip` are left out."""
    groups, count = -(-options.shards // TOGETHER), 0
    for turn in range(options.passes):
        for group in range(groups):
            numbers = range(group * TOGETHER, min(options.shards, (group + 1) * TOGETHER))
            if turn:  # other neighbours in every pass
                numbers = [(n * 7 + turn) % options.shards for n in numbers]
            made = list(cut([row for n in numbers for row in arrived(options.fed, n)], options.tokens))
            for i, at in enumerate(chance.permutation(len(made))):
                count += 1
                if count > skip:
                    yield (turn * groups + group + i / len(made)) / (options.passes * groups), made[at]


def tensors(batch, device):
    """ids, padded to a multiple of eight, the places whose next token counts, and those tokens."""
    longest = -(-max(len(ids) for ids, _ in batch) // 8) * 8
    ids, places, wanted = np.zeros((len(batch), longest), np.int64), [], []
    for row, (tokens, start) in enumerate(batch):
        ids[row, :len(tokens)] = tokens
        places.append(row * longest + np.arange(start - 1, len(tokens) - 1))
        wanted.append(tokens[start:])
    return [torch.from_numpy(a).to(device, non_blocking=True) for a in (ids, np.concatenate(places), np.concatenate(wanted))]


def rate(past, step):
    """The share of the full rate: up over 150 steps, level for a fifth of the way, then straight down to a fiftieth."""
    return min(1, (step + 1) / 150) * (1 if past < 0.2 else max(0.02, 1 - (past - 0.2) / 0.8))


def both(model, fused):
    """Muon (K. Jordan et al., 2024) for the matrices inside, AdamW for the embedding and the norms: in a few thousand
    steps far better than AdamW alone.
    """
    inside = [p for n, p in model.named_parameters() if p.dim() == 2 and "embedding" not in n]
    rest = [p for n, p in model.named_parameters() if p.dim() < 2 or "embedding" in n]
    return [torch.optim.Muon(inside, lr=RATES[0], momentum=0.95, weight_decay=0.01),
            torch.optim.AdamW(rest, lr=RATES[1], betas=(0.9, 0.98), weight_decay=0.01, fused=fused)]


class Run:
    """A model, its optimizers and how far they are."""

    def __init__(self, options):
        torch.manual_seed(options.seed)
        self.options, self.home = options, pathlib.Path(options.out)
        self.home.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        tokenizer = Tokenizer.from_file(options.tokenizer)
        shape = Shape(tokenizer.get_vocab_size(), options.width, options.layers, options.heads, options.inner)
        self.model = Model(shape, options.drop)
        if options.words:
            known = torch.load(options.words, weights_only=True)
            self.model.embedding.weight.data[known["ids"]] = known["rows"]
        self.spent, self.step, self.seen = 0.0, 0, 0
        last = self.home / "last.pt"
        if options.start and not last.exists():
            from warm import warmed  # needs gguf, which nothing else here does
            warmed(self.model, options.start, tokenizer)
        self.model.to(self.device)
        self.optimizers = both(self.model, True)
        if last.exists():
            self.resume(torch.load(last, weights_only=True, map_location=self.device))
        self.hidden = self.model.hidden if options.eager else torch.compile(self.model.hidden, dynamic=True)
        self.judge = Judge(options.judge, tokenizer, self.device) if options.judge else None

    def resume(self, state):
        self.model.load_state_dict(state["weights"])
        for optimizer, kept in zip(self.optimizers, state["optimizers"]):
            optimizer.load_state_dict(kept)
        self.spent, self.step, self.seen = state["spent"], state["step"], state["seen"]

    def keep(self):
        for name, more in (("last", {"optimizers": [o.state_dict() for o in self.optimizers], "step": self.step}), ("model", {})):
            torch.save(saved(self.model, seen=self.seen, spent=self.spent, **more), self.home / f"{name}.tmp")
            (self.home / f"{name}.tmp").replace(self.home / f"{name}.pt")

    def learn(self, batch, share):
        """One step; the loss, still on the device."""
        for optimizer, most in zip(self.optimizers, RATES):
            for group in optimizer.param_groups:
                group["lr"] = most * self.options.rate * share
        ids, places, wanted = tensors(batch, self.device)
        with torch.autocast(self.device, torch.bfloat16):
            scores = F.linear(self.hidden(ids).reshape(-1, self.model.shape.width)[places], self.model.embedding.weight)
        loss = F.cross_entropy(scores.float(), wanted)
        self.model.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
        self.step, self.seen = self.step + 1, self.seen + len(batch)
        return loss.detach()

    def train(self):
        options, losses, kept = self.options, [], time.monotonic()
        begun = time.monotonic() - self.spent
        for past, batch in batches(options, np.random.default_rng(options.seed), self.step):
            self.spent = time.monotonic() - begun
            if options.minutes and self.spent >= options.minutes * 60:
                break
            past = max(past, self.spent / (options.minutes * 60)) if options.minutes else past
            share = rate(past, self.step)
            losses.append(self.learn(batch, share))
            if self.step % options.tell == 0:
                loss, losses = torch.stack(losses).mean().item(), []
                judged = f", {self.judge.told(self.model)}" if self.judge and self.step % (options.tell * 5) == 0 else ""
                print(f"{self.spent:.0f} s, step {self.step}, {self.seen} examples, loss {loss:.4f}, rate {share:.3f}{judged}", flush=True)
            if time.monotonic() - kept > options.keep * 60:
                kept = time.monotonic()
                self.keep()
        self.keep()
        print(f"{self.seen} examples in {self.spent:.0f} s" + (f", {self.judge.told(self.model)}" if self.judge else ""), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--tokenizer", "--fed", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--shards", type=int, required=True), parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0, help="fall to the end in this time at most")
    parser.add_argument("--tokens", type=int, default=2800, help="a batch; 32000 on a GPU")
    parser.add_argument("--seed", type=int, default=1)
    for name, value in (("width", 256), ("layers", 5), ("heads", 4), ("inner", 704)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--drop", type=float, default=0.0), parser.add_argument("--keep", type=float, default=4)
    parser.add_argument("--tell", type=int, default=100), parser.add_argument("--eager", action="store_true")
    parser.add_argument("--words", help="first values of whole words, from encoder_words.py")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates; a third where it goes on from an earlier version")
    parser.add_argument("--start", help="a GGUF of an earlier version to go on from, whatever its tokenizer")
    parser.add_argument("--judge", nargs="*", help="labelled messages (NAME.jsonl with NAME.songs.json beside it) to be told of while it learns")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    Run(options).train()


if __name__ == "__main__":
    main()
