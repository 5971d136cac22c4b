"""Writes test vectors for other implementations of the completion: notation given, notation completed.

    python3 completion_vectors.py --voices ../corpus/voices --count 300 --seed 1 --out ../completion-vectors.jsonl
"""
import argparse
import json
import pathlib
import random

from completing import complete
from lexicon import Lexicon
from prompt import Request
from reading import pieces
from vectors import VOICES


def given(notation, chance):
    """A right notation with some of its arguments lost and some doubled, as a model may answer."""
    parts = [f"{sign}{name}{rest}" for sign, name, rest in pieces(notation)[1]]
    kept = [p for p in parts if chance.random() > 0.35]
    if parts and chance.random() < 0.3:
        kept.append(chance.choice(parts))
    if parts and chance.random() < 0.15:
        kept.append(chance.choice(parts).replace("$style", "$mood").replace("$seed", "$bpm"))
    return " compose" + "".join(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--voices", required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=300), parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, lexicon, home = random.Random(options.seed), Lexicon(), pathlib.Path(options.voices)
    with open(options.out, "w", encoding="utf-8") as out:
        for voice in VOICES:
            songs = json.loads((home / f"{voice}.songs.json").read_text(encoding="utf-8"))
            labels = [json.loads(l) for l in (home / f"{voice}.jsonl").read_text(encoding="utf-8").splitlines()]
            composing = [l for l in labels if l["tags"][0] == "compose"]
            for label in chance.sample(composing, min(len(composing), options.count // len(VOICES))):
                request = Request(songs[label["song"]], label["history"], label["text"], lexicon=lexicon)
                notation = given(request.target(label["expect"])[0].split(";")[0], chance)
                out.write(json.dumps({"id": label["id"], "song": songs[label["song"]], "history": label["history"], "text": label["text"],
                                      "given": notation, "completed": complete(notation, request)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
