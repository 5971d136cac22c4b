"""Trains the tokenizer: byte-level BPE that splits as llama.cpp's qwen2 does, with the slots as tokens of their own.

    python3 tokenizer.py --examples examples.jsonl --out tokenizer.json
"""
import argparse
import json

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from slots import LIMITS
from tags import NAMES
from wordlists import ADJECTIVES, LEXICON, MOODS, STYLES, WORLD

SPLIT = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
SIZE = 8192


def slot_names():
    plain = [f"<{kind}{i}>" for kind in "lkdy" for i in range(1, LIMITS[kind] + 1)]
    return plain + [f"<n{i}{size}>" for i in range(1, LIMITS["n"] + 1) for size in "abc"]


def texts(path, most=120000):
    with open(path, encoding="utf-8") as lines:
        for _, line in zip(range(most), lines):
            yield "".join(json.loads(line))
    words = [*MOODS, *ADJECTIVES, *STYLES, *LEXICON.roles, *LEXICON.styles.aliases]
    for lists in WORLD.values():
        words += [w.split(":")[0] for k in ("mood", "noun", "sound", "adj", "no") for w in lists[k]]
    for word in words:
        yield from [" " + word.lower()] * 12


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", required=True), parser.add_argument("--out", required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(SPLIT), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(texts(options.examples), trainers.BpeTrainer(
        vocab_size=SIZE, special_tokens=["<pad>", "<eos>"] + slot_names() + NAMES, show_progress=False, max_token_length=16,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet())))
    tokenizer.save(options.out)
    lengths = [len(tokenizer.encode(t).ids) for t, _ in zip(texts(options.examples), range(3000))]
    print(f"{tokenizer.get_vocab_size()} tokens; {sum(lengths) / len(lengths):.1f} tokens an example, {max(lengths)} at most")


if __name__ == "__main__":
    main()
