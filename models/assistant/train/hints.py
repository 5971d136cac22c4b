"""Adds to the loose lists of `../lexicon.json` what the voices call a mood or a style, spelt as people should spell it.

    python3 hints.py
"""
import json
import re

import opened
from wordlists import LEXICON

LONGEST, LEAST_MET = 3, 3  # words in a phrase; how often each word is met in `../words.txt`
PATH = opened.HOME / "lexicon.json"


def told(voices, argument):
    """What the labels have for an argument of words, simplified."""
    return {m.strip() for v in voices for m in re.findall(rf"\${argument}((?: [a-z0-9#]+)+)", v.notation)}


def known(phrase):
    words = phrase.split()
    return len(words) <= LONGEST and all(LEXICON.spelling.met.get(w, 0) >= LEAST_MET or w[0].isdigit() for w in words)


def main():
    data, voices = json.loads(PATH.read_text(encoding="utf-8")), opened.voices(list(opened.labels()))
    for argument, sure, loose in (("mood", "moods", "alsoMoods"), ("style", "styleNames", "alsoStyles")):
        new = sorted(p for p in told(voices, argument) if known(p) and p not in data[sure] and p not in data[loose])
        data[loose] = sorted(data[loose] + new)
        print(argument, len(new), "more:", ", ".join(new[:20]))
    PATH.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
