"""Answers labelled messages with a checkpoint, greedily, a batch at a time, and writes predictions for score.py.

    python3 answering.py MODEL.pt --tokenizer ../tokenizer.json --requests dev.jsonl --songs songs.json --out predicted.jsonl [--free]

Without --free only tokens are taken that the request's grammar allows.
"""
import argparse
import json
import pathlib

import regex
import torch
from tokenizers import Tokenizer

from grammar import narrowed
from lexicon import HOME, Lexicon
from model import loaded
from prompt import Request
from reading import Unreadable

END, MOST = 1, 90


def pattern(grammar):
    """A GBNF grammar without recursion as a regular expression that can be matched in part."""
    rules, made = dict(line.split(" ::= ", 1) for line in grammar.splitlines()), {}

    def of(name):
        if name not in made:
            parts = regex.findall(r'"[^"]*"|\[[^]]*\]|[a-z]+|[()|*+?]', rules[name])
            made[name] = "(?:" + "".join(f"(?:{regex.escape(p[1:-1], literal_spaces=True)})" if p[0] == '"' else p if p[0] in "[|)*+?"
                                         else "(?:" if p == "(" else of(p) for p in parts) + ")"
        return made[name]
    return regex.compile(of("root"))


def chosen(scores, text, allowed, texts):
    """The best token that the grammar lets follow the text."""
    if allowed is None:
        return int(scores.argmax())
    for token in scores.topk(400).indices.tolist():
        if token == END:
            if allowed.fullmatch(text):
                return END
        elif texts[token] and allowed.fullmatch(text + texts[token], partial=True):
            return token
    return END


@torch.no_grad()
def answers(model, tokenizer, prompts, allowed):
    """What the model writes for each prompt; all prompts run together, the shorter ones padded behind their end."""
    texts = [tokenizer.decode([i], skip_special_tokens=False) for i in range(tokenizer.get_vocab_size())]
    texts[0] = texts[END] = ""
    rows = [tokenizer.encode(p).ids for p in prompts]
    written, open_rows = [""] * len(rows), set(range(len(rows)))
    for _ in range(MOST):
        going = sorted(open_rows)
        if not going:
            break
        longest = max(len(rows[i]) for i in going)
        ids = torch.zeros(len(going), longest, dtype=torch.long)
        for at, i in enumerate(going):
            ids[at, :len(rows[i])] = torch.tensor(rows[i])
        hidden = model.hidden(ids)
        last = hidden[torch.arange(len(going)), torch.tensor([len(rows[i]) - 1 for i in going])]
        for i, scores in zip(going, last @ model.embedding.weight.T):
            token = chosen(scores, written[i], allowed[i], texts)
            if token == END:
                open_rows.discard(i)
            else:
                rows[i].append(token)
                written[i] += texts[token]
    return written


def predicted(options):
    torch.set_num_threads(1)
    model, state = loaded(options.model)
    tokenizer, lexicon = Tokenizer.from_file(options.tokenizer), Lexicon()
    songs = json.loads(pathlib.Path(options.songs).read_text(encoding="utf-8"))
    base = (HOME / "calls.gbnf").read_text(encoding="utf-8")
    labels = [json.loads(l) for l in pathlib.Path(options.requests).read_text(encoding="utf-8").splitlines()]
    requests = sorted(((l["id"], Request(songs[l["song"]], l["history"], l["text"], lexicon=lexicon)) for l in labels),
                      key=lambda pair: len(pair[1].prompt))
    for at in range(0, len(requests), 32):
        part = requests[at:at + 32]
        allowed = [None if options.free else pattern(narrowed(base, r)) for _, r in part]
        for (name, request), notation in zip(part, answers(model, tokenizer, [r.prompt for _, r in part], allowed)):
            try:
                calls = request.calls(notation)
            except Unreadable:
                calls = [{"tool": "unreadable", "args": {}}]
            yield {"id": name, "calls": calls, "prompt": request.prompt, "notation": notation}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    for name in ("--tokenizer", "--requests", "--songs", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--free", action="store_true", help="without the grammar")
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(p) + "\n" for p in predicted(options))


if __name__ == "__main__":
    main()
