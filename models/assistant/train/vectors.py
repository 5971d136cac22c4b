"""Writes test vectors for other implementations of the prompt and the notation, from labelled messages.

    python3 vectors.py --voices ../corpus/voices --count 300 --seed 1 --out ../vectors.jsonl
"""
import argparse
import json
import pathlib
import random

from grammar import rules
from lexicon import Lexicon
from prompt import Request

VOICES = ("street", "club", "living_room", "world", "engineers", "talk",
          "bedroom", "desk", "stage", "several", "dialogue", "wishes", "abroad", "arrangers",
          "crowd", "makers", "pairs", "asides", "home", "rounds", "regulars")


def shown(slot):
    return {"kind": slot.kind, "value": slot.value, "typed": slot.typed.strip()}


def vector(label, song, lexicon):
    """What every step makes of a labelled message."""
    request = Request(song, label["history"], label["text"], lexicon=lexicon)
    closed = bool({"closed-list", "out-of-scope"} & set(label["tags"]))
    first, _ = request.target(label["expect"], closed)
    notation, _ = request.target(request.calls(first), closed)  # with the roles that code sees to
    return {"id": label["id"], "song": song, "history": label["history"], "text": label["text"],
            "message": request.message, "prompt": request.prompt,
            "slots": {name: shown(slot) for name, slot in request.slots.items()}, "words": request.words(),
            "rules": rules(request), "notation": notation, "calls": request.calls(notation)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voices", required=True), parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=300), parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, lexicon, chosen = random.Random(options.seed), Lexicon(), []
    for voice in VOICES:
        home = pathlib.Path(options.voices)
        songs = json.loads((home / f"{voice}.songs.json").read_text(encoding="utf-8"))
        lines = [json.loads(l) for l in (home / f"{voice}.jsonl").read_text(encoding="utf-8").splitlines()]
        for label in chance.sample(lines, options.count // len(VOICES)):
            chosen.append(vector(label, songs[label["song"]], lexicon))
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(v, ensure_ascii=False) + "\n" for v in chosen)


if __name__ == "__main__":
    main()
