"""Trains the model on examples made as it goes, for a given time; goes on from a checkpoint where one is there.

    python3 training.py --tokenizer ../tokenizer.json --out run --minutes 75 --seed 1

Every few minutes it writes run/last.pt (weights, optimizers, time spent: to go on from) and run/model.pt (the weights
alone: to evaluate and export).
"""
import argparse
import json
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import generate
from model import Model, Shape, saved
from warm import warmed

END = 1  # <eos>
TOKENS_A_BATCH, BATCHES_AT_ONCE, LONGEST = 2800, 24, 150
RATES = 0.02, 0.002  # of Muon and of AdamW


def batches(tokenizer, seed, shares):
    """Lists of (ids, length of the prompt), each of about the same number of tokens, similar lengths together."""
    stream, round_of = None, 0
    while True:
        if stream is None:
            stream = generate.examples(10**9, seed + round_of, shares)
        pairs = [next(stream) for _ in range(BATCHES_AT_ONCE * 85)]
        prompts = tokenizer.encode_batch([p for p, _ in pairs])
        answers = tokenizer.encode_batch([a for _, a in pairs])
        rows = [(p.ids + a.ids + [END], len(p.ids)) for p, a in zip(prompts, answers)]
        rows = sorted((r for r in rows if len(r[0]) <= LONGEST), key=lambda r: len(r[0]))
        made, batch = [], []
        for row in rows:
            batch.append(row)
            if len(row[0]) * (len(batch) + 1) > TOKENS_A_BATCH:
                made.append(batch)
                batch = []
        order = np.random.permutation(len(made))
        yield from (made[i] for i in order)


def tensors(batch):
    """ids, padded to a multiple of eight, the places whose next token counts, and those tokens."""
    longest = -(-max(len(ids) for ids, _ in batch) // 8) * 8
    ids, places, wanted = np.zeros((len(batch), longest), np.int64), [], []
    for row, (tokens, start) in enumerate(batch):
        ids[row, :len(tokens)] = tokens
        places.append(row * longest + np.arange(start - 1, len(tokens) - 1))
        wanted.append(np.array(tokens[start:], np.int64))
    return torch.from_numpy(ids), torch.from_numpy(np.concatenate(places)), torch.from_numpy(np.concatenate(wanted))


def rate(past, step):
    """The share of the full rate: up over 150 steps, level for a fifth of the way, then straight down to a fiftieth."""
    return min(1, (step + 1) / 150) * (1 if past < 0.2 else max(0.02, 1 - (past - 0.2) / 0.8))


def both(model):
    """Muon (K. Jordan et al., 2024) for the matrices inside, AdamW for the embedding and the norms: in a few thousand
    steps far better than AdamW alone.
    """
    inside = [p for n, p in model.named_parameters() if p.dim() == 2 and "embedding" not in n]
    rest = [p for n, p in model.named_parameters() if p.dim() < 2 or "embedding" in n]
    return [torch.optim.Muon(inside, lr=RATES[0], momentum=0.95, weight_decay=0.01),
            torch.optim.AdamW(rest, lr=RATES[1], betas=(0.9, 0.98), weight_decay=0.01, fused=True)]


def train(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    home = pathlib.Path(options.out)
    home.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(options.tokenizer)
    model = Model(Shape(tokenizer.get_vocab_size(), layers=options.layers), options.drop)
    optimizers = both(model)
    spent, step, seen = 0.0, 0, 0
    if options.words:
        known = torch.load(options.words, weights_only=True)
        model.embedding.weight.data[known["ids"]] = known["rows"]
    if options.start and not (home / "last.pt").exists():
        warmed(model, options.start, tokenizer)
    if (home / "last.pt").exists():
        state = torch.load(home / "last.pt", weights_only=True)
        model.load_state_dict(state["weights"])
        for optimizer, kept_state in zip(optimizers, state["optimizers"]):
            optimizer.load_state_dict(kept_state)
        spent, step, seen = state["spent"], state["step"], state["seen"]
    hidden = torch.compile(model.hidden, dynamic=True)
    total, loss_of, begun, kept = options.minutes * 60, None, time.monotonic() - spent, time.monotonic()

    def keep():
        for name, more in (("last", {"optimizers": [o.state_dict() for o in optimizers], "step": step}), ("model", {})):
            torch.save(saved(model, seen=seen, spent=spent, **more), home / f"{name}.tmp")
            (home / f"{name}.tmp").replace(home / f"{name}.pt")

    shares = json.loads(options.shares) if options.shares else generate.SHARES
    for batch in batches(tokenizer, options.seed + seen, shares):
        spent = time.monotonic() - begun
        past = step / options.steps if options.steps else spent / total
        if past >= 1:
            break
        share = rate(past, step)
        for optimizer, most in zip(optimizers, RATES):
            for group in optimizer.param_groups:
                group["lr"] = most * options.rate * share
        ids, places, wanted = tensors(batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = F.linear(hidden(ids).reshape(-1, model.shape.width)[places], model.embedding.weight)
        loss = F.cross_entropy(scores.float(), wanted)
        model.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
        step, seen = step + 1, seen + len(batch)
        loss_of = loss.item() if loss_of is None else 0.98 * loss_of + 0.02 * loss.item()
        if step % 100 == 0:
            print(f"{spent:.0f} s, step {step}, {seen} examples, loss {loss_of:.4f}, rate {share:.3f}", flush=True)
        if time.monotonic() - kept > options.keep * 60:
            kept = time.monotonic()
            keep()
    keep()
    print(f"{seen} examples in {spent:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokenizer", required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps, not minutes: repeatable to the bit on one machine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layers", type=int, default=5)
    parser.add_argument("--drop", type=float, default=0.0), parser.add_argument("--keep", type=float, default=4)
    parser.add_argument("--words", help="first values of whole words, from encoder_words.py")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the usual learning rates; a third where it goes on from an earlier version")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", help="a GGUF of an earlier version to go on from, whatever its tokenizer")
    parser.add_argument("--shares", help='JSON, such as {"compose": 0.5, "voices_other": 0.5}; else generate.SHARES')
    train(parser.parse_args())


if __name__ == "__main__":
    main()
