"""Writes every label of a voice in notation and reads it back: how many come back whole, and what the others lack.

    python3 roundtrip.py VOICE.jsonl SONGS.json PREDICTED.jsonl      then score.py VOICE.jsonl PREDICTED.jsonl
"""
import argparse
import json

from lexicon import Lexicon
from prompt import Request


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels"), parser.add_argument("songs"), parser.add_argument("predicted")
    parser.add_argument("--show", action="store_true", help="print labels that the prompt does not say in full")
    options = parser.parse_args()
    songs, lexicon = json.load(open(options.songs, encoding="utf-8")), Lexicon()
    lacking = total = 0
    with open(options.predicted, "w", encoding="utf-8") as out:
        for line in open(options.labels, encoding="utf-8"):
            label = json.loads(line)
            request = Request(songs[label["song"]], label["history"], label["text"], lexicon=lexicon)
            notation, unspoken = request.target(label["expect"])
            total += 1
            if unspoken:
                lacking += 1
                if options.show:
                    print(label["id"], repr(request.prompt), repr(notation), unspoken)
            out.write(json.dumps({"id": label["id"], "calls": request.calls(notation)}) + "\n")
    print(f"{total} labels, {lacking} say what their prompt does not")


if __name__ == "__main__":
    main()
