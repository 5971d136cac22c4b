"""Writes training examples, one JSON pair a line: [prompt, notation]. The same seed gives the same file.

    python3 generate.py --count 400000 --seed 1 --out examples.jsonl
"""
import argparse
import json
import random
from itertools import accumulate

import compose_examples
import earlier
import edit_examples
import follow_examples
import joined
import opened
import option_examples
import world_examples
from tags import tagged_prompt
from wordlists import LEXICON

SHARES = {"compose": 0.08, "follow_up": 0.02, "voices_compose": 0.20, "single": 0.04, "several": 0.02, "follow": 0.03, "options": 0.05,
          "world": 0.02, "voices_other": 0.35, "joined": 0.12, "later": 0.04, "nothing": 0.03}

# the first six voices were labelled by the same hands as what the model is judged by: they are heard three times as often
EARLY, EARLY_AGAIN = {"street", "club", "living_room", "world", "engineers", "talk"}, 2

# how many messages of a song that is there, and of none, have earlier turns that they do not need
AFTER_TURNS, AFTER_TALK = 0.45, 0.12

# so that the model reads the words as well as the tags behind them
UNTAGGED, TAG_LOST = 0.08, 0.06


def makers(chance):
    """Name -> what makes an example of that kind."""
    told = list(opened.labels())
    everyone = opened.voices(told + EARLY_AGAIN * [t for t in told if t[0]["id"].split("-")[0] in EARLY])
    composing = [o for o in everyone if o.category == "compose"]
    others = [o for o in everyone if o.category != "compose"]
    together, turns = joined.Joined(told), earlier.Earlier(everyone)
    kinds = {"compose": lambda: compose_examples.example(chance), "follow_up": lambda: compose_examples.follow_up(chance),
            "single": lambda: edit_examples.single(chance), "several": lambda: edit_examples.several(chance),
            "options": lambda: option_examples.example(chance),
            "world": lambda: world_examples.example(chance), "follow": lambda: follow_examples.follow(chance),
            "voices_compose": lambda: chance.choice(composing).example(chance),
            "voices_other": lambda: chance.choice(others).example(chance), "joined": lambda: together.several(chance),
            "later": lambda: together.later(chance), "nothing": lambda: together.nothing(chance)}

    def after_others(make):
        def made():
            prompt, *rest = make()
            if chance.random() < (AFTER_TALK if prompt.startswith("-") else AFTER_TURNS):
                prompt = turns.before(prompt, chance)
            return prompt, *rest
        return made
    return {name: after_others(make) for name, make in kinds.items()}


def drawn(count, chance, made, shares):
    """So many examples by these makers, each kind as often as its share says."""
    names = sorted(shares)
    bounds = list(accumulate(shares[n] for n in names))
    for _ in range(count):
        at = chance.random() * bounds[-1]
        prompt, notation, *own = made[next(n for n, b in zip(names, bounds) if at <= b)]()
        if chance.random() >= UNTAGGED:
            prompt = tagged_prompt(prompt, LEXICON, own[0] if own and isinstance(own[0], dict) else {}, lambda tag: chance.random() >= TAG_LOST)
        yield prompt, notation


def examples(count, seed, shares=SHARES):
    chance = random.Random(seed)
    yield from drawn(count, chance, makers(chance), shares)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(pair) + "\n" for pair in examples(options.count, options.seed))


if __name__ == "__main__":
    main()
