"""First values for the embedding of whole words: the sentence encoder's vectors, turned to the net's width (an experiment).

    python3 encoder_words.py --encoder bge-small-en-v1.5-q.onnx --words bge-small-en-v1.5-q-tokenizer.json --tokenizer ../tokenizer.json --width 256 --out words.pt

Needs onnxruntime, which nothing else here does. Tokens that are no whole word keep their random values.
"""
import argparse
import re

import numpy as np
import torch
from tokenizers import Tokenizer

SPREAD = 0.02  # of the random values they stand in for


def encoded(session, words_tokenizer, words, batch=64):
    """The encoder's vector of each word: of its first token, as the model is meant to be read."""
    rows = []
    for at in range(0, len(words), batch):
        encodings = words_tokenizer.encode_batch(words[at:at + batch])
        longest = max(len(e.ids) for e in encodings)
        ids = np.array([e.ids + [0] * (longest - len(e.ids)) for e in encodings], np.int64)
        mask = (np.arange(longest)[None] < np.array([len(e.ids) for e in encodings])[:, None]).astype(np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        rows.append(session.run(None, {k: v for k, v in feed.items() if k in {i.name for i in session.get_inputs()}})[0][:, 0])
    return np.concatenate(rows)


def turned(vectors, width):
    """The main directions of the vectors, as wide as asked, spread like random values."""
    centred = vectors - vectors.mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    kept = centred @ directions[:width].T
    return kept / kept.std() * SPREAD


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--encoder", "--words", "--tokenizer", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--width", type=int, default=256)
    options = parser.parse_args()
    import onnxruntime
    vocabulary = Tokenizer.from_file(options.tokenizer).get_vocab()
    whole = {t[1:]: i for t, i in vocabulary.items() if re.fullmatch("Ġ[a-z]{2,}", t)}
    words_tokenizer = Tokenizer.from_file(options.words)
    words_tokenizer.no_padding()
    session = onnxruntime.InferenceSession(options.encoder)
    words = sorted(whole)
    torch.save({"ids": torch.tensor([whole[w] for w in words]),
                "rows": torch.from_numpy(turned(encoded(session, words_tokenizer, words), options.width).astype(np.float32))}, options.out)
    print(len(words), "whole words of", len(vocabulary), "tokens")


if __name__ == "__main__":
    main()
