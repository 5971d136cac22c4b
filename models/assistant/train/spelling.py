"""Mends slips of the keyboard: a word that nobody uses becomes the one word in use that is one slip away.

The words in use are `../words.txt`, a word and how often it was met a line; this file writes it from the corpus and
from the whole words of the sentence encoder's tokenizer (bge-small-en-v1.5, MIT):

    python3 spelling.py --tokenizer bge-small-en-v1.5-q-tokenizer.json
"""
import argparse
import collections
import json
import pathlib
import re

HOME = pathlib.Path(__file__).resolve().parent.parent
SHORTEST, LEAST_MET, SHORT = 4, 3, 5
MADE = re.compile(r"(?:tracks?|beats?|songs?|tunes?|nummer|stuck|lied|musik|muziek|liedje)$")
WORD = re.compile(r"(?<![a-z0-9#<])[a-z]+(?![a-z0-9#>])")


def shorter(word):
    """The word, and the word without each of its letters."""
    return {word} | {word[:i] + word[i + 1:] for i in range(len(word))}


def a_slip_away(one, other):
    """Whether one letter was left out, put in, exchanged, or two neighbours swapped."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[at:] == other[at + 1:]
    swapped = one[at:at + 2] == other[at:at + 2][::-1] and one[at + 2:] == other[at + 2:]
    return one != other and (one[at + 1:] == other[at + 1:] or swapped)


class Spelling:
    def __init__(self, path=HOME / "words.txt", styles=frozenset()):
        self.met, self.near, self.styles = {}, collections.defaultdict(set), styles
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            word, count = line.split(" ")
            self.met[word] = int(count)
            for part in shorter(word) if self.met[word] >= LEAST_MET else ():
                self.near[part].add(word)

    def of(self, word):
        """The word as it should be: itself where it is in use, or where no other is near."""
        if len(word) < SHORTEST or word in self.met:
            return word
        made = MADE.search(word)
        if made and word[:made.start()] in self.styles:
            return word[:made.start()] + " " + made.group()
        found = {w for part in shorter(word) for w in self.near.get(part, ())}
        fitting = [w for w in found if self.may_be(word, w)]
        return max(fitting, key=lambda w: (self.met[w], w), default=word)

    def may_be(self, word, meant):
        plural = word == meant + "s" or meant == word + "s"
        swapped = len(word) == len(meant) and sorted(word) == sorted(meant)
        first = word[0] == meant[0] or swapped
        return first and not plural and (len(word) >= SHORT or swapped) and a_slip_away(word, meant)

    def mended(self, text):
        """Simplified text with its slips mended."""
        return WORD.sub(lambda m: self.of(m.group()), text)


def met(tokenizer):
    """Word -> how often the voices and the lists have it; 1 for one that only the tokenizer has."""
    from folding import fold, simplify
    import opened
    from wordlists import FRAMES, WORDS
    count = collections.Counter()
    for label, _ in opened.labels():
        for text in [label["text"]] + [turn["user"] for turn in label["history"]]:
            count.update(re.findall(r"[a-z]{3,}", simplify(fold(text))))
    lexicon = json.loads((HOME / "lexicon.json").read_text(encoding="utf-8"))
    listed = [*lexicon["styles"], *lexicon["roles"], *lexicon["moods"], *lexicon["styleNames"], *lexicon["alsoMoods"], *lexicon["alsoStyles"], *lexicon["sections"]]
    for text in listed + [p.read_text(encoding="utf-8") for p in [*FRAMES.glob("*.txt"), *WORDS.glob("*")]]:
        for word in set(re.findall(r"[a-z]{3,}", simplify(fold(re.sub(r"\{\w+\}|\w+:", " ", text))))):
            count[word] = max(count[word], LEAST_MET)
    for word in json.loads(pathlib.Path(tokenizer).read_text(encoding="utf-8"))["model"]["vocab"]:
        if re.fullmatch(r"[a-z]{4,}", word):
            count[word] = max(count[word], 1)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tokenizer", required=True)
    lines = [f"{word} {count}\n" for word, count in sorted(met(parser.parse_args().tokenizer).items())]
    (HOME / "words.txt").write_text("".join(lines), encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
