"""Makes examples in several processes and keeps them packed, a shard a file, for training.py to read as they come.

    python3 feeding.py --tokenizer ../tokenizer.json --out run/fed --shards 100 --seed 1 --workers 2

Shard i depends on the seed and on i alone, so any number of workers makes the same shards.
"""
import argparse
import json
import multiprocessing
import os
import pathlib
import random

import numpy as np
from tokenizers import Tokenizer

import generate

END = 1  # <eos>
EXAMPLES, LONGEST = 8192, 192


def packed(pairs, tokenizer):
    """Token ids end to end (16 bits), the end of each example in them, and the length of each prompt."""
    prompts = tokenizer.encode_batch([p for p, _ in pairs])
    answers = tokenizer.encode_batch([a for _, a in pairs])
    rows = [(p.ids + a.ids + [END], len(p.ids)) for p, a in zip(prompts, answers)]
    rows = [r for r in rows if len(r[0]) <= LONGEST]
    return {"ids": np.array([t for ids, _ in rows for t in ids], np.uint16),
            "ends": np.cumsum([len(ids) for ids, _ in rows]), "starts": np.array([start for _, start in rows])}


def shard(home, number):
    return pathlib.Path(home) / f"{number:05d}.npz"


def work(options, tokenizer, chance, makers, shares, first):
    """Every so-manieth shard, from the first."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    for number in range(first, options.shards, options.workers):
        if not shard(options.out, number).exists():
            chance.seed(f"{options.seed}/{number}")
            pairs = list(generate.drawn(EXAMPLES, chance, makers, shares))
            partial = shard(options.out, number).with_suffix(".partial")
            with open(partial, "wb") as out:
                np.savez(out, **packed(pairs, tokenizer))
            partial.replace(shard(options.out, number))


def feed(options):
    """Runs the workers until every shard is there."""
    pathlib.Path(options.out).mkdir(parents=True, exist_ok=True)
    chance, tokenizer = random.Random(), Tokenizer.from_file(options.tokenizer)
    makers = generate.makers(chance)  # read once, shared by the forked workers
    shares = json.loads(options.shares) if options.shares else generate.SHARES
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=work, args=(options, tokenizer, chance, makers, shares, i)) for i in range(options.workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("a worker failed")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokenizer", required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--shards", type=int, required=True), parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--shares", help='JSON, such as {"joined": 0.2, "voices_other": 0.8}; else generate.SHARES')
    feed(parser.parse_args())


if __name__ == "__main__":
    main()
