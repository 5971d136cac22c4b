"""Writes training examples, one JSON pair a line: [prompt, notation]. The same seed gives the same file.

    python3 generate.py --count 400000 --seed 1 --out examples.jsonl
"""
import argparse
import json
import random
from itertools import accumulate

import compose_examples
import edit_examples
import follow_examples
import opened
import world_examples

SHARES = {"compose": 0.33, "follow_up": 0.03, "voices_compose": 0.13, "single": 0.17, "several": 0.07, "follow": 0.06,
          "world": 0.04, "voices_other": 0.17}


def makers(chance):
    """Name -> what makes an example of that kind."""
    everyone = opened.voices()
    composing = [o for o in everyone if o.category == "compose"]
    others = [o for o in everyone if o.category != "compose"]
    return {"compose": lambda: compose_examples.example(chance), "follow_up": lambda: compose_examples.follow_up(chance),
            "single": lambda: edit_examples.single(chance), "several": lambda: edit_examples.several(chance),
            "world": lambda: world_examples.example(chance), "follow": lambda: follow_examples.follow(chance),
            "voices_compose": lambda: chance.choice(composing).example(chance),
            "voices_other": lambda: chance.choice(others).example(chance)}


def examples(count, seed, shares=SHARES):
    chance = random.Random(seed)
    made, names = makers(chance), sorted(shares)
    bounds = list(accumulate(shares[n] for n in names))
    for _ in range(count):
        at = chance.random() * bounds[-1]
        yield made[next(n for n, b in zip(names, bounds) if at <= b)]()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(pair) + "\n" for pair in examples(options.count, options.seed))


if __name__ == "__main__":
    main()
