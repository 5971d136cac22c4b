"""How many labelled messages a model would answer with just the notation of one of their labels, told while it learns.

Each label's notation is given and every token of it must be the one that the model finds likeliest: the same as
answering freely, and a few milliseconds for hundreds of messages. No grammar, no code after it: `score.py` judges what counts.
"""
import json
import pathlib

import numpy as np
import torch

from lexicon import Lexicon
from prompt import Request

END = 1  # <eos>


def readings(path, lexicon):
    """For every message of a file its prompt and the notations that are right."""
    path = pathlib.Path(path)
    songs = json.loads(path.with_name(path.stem + ".songs.json").read_text(encoding="utf-8"))
    for line in path.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        request = Request(songs[label["song"]], label["history"], label["text"], lexicon=lexicon)
        closed = bool({"closed-list", "out-of-scope"} & set(label["tags"]))
        wholly = [[c for c in calls if not any(isinstance(v, dict) and "min" in v for v in c["args"].values())] == calls
                  for calls in label.get("accept", [])]
        accepted = [calls for calls, fine in zip(label.get("accept", []), wholly) if fine]
        yield request.prompt, {request.target(calls, closed)[0] for calls in [label["expect"], *accepted]}


class Judge:
    def __init__(self, paths, tokenizer, device):
        self.files, lexicon = {}, Lexicon()
        for path in paths:
            rows = [(i, tokenizer.encode(prompt).ids, tokenizer.encode(notation).ids + [END])
                    for i, (prompt, notations) in enumerate(readings(path, lexicon)) for notation in sorted(notations)]
            rows = [row for row in rows if len(row[1]) + len(row[2]) <= 400]
            self.files[pathlib.Path(path).stem] = rows, device

    @torch.no_grad()
    def right(self, model, name, batch=128):
        """The share of the file's messages that are answered rightly."""
        rows, device = self.files[name]
        found = {}
        for at in range(0, len(rows), batch):
            part = rows[at:at + batch]
            ids = np.zeros((len(part), max(len(p) + len(a) for _, p, a in part)), np.int64)
            for row, (_, prompt, answer) in enumerate(part):
                ids[row, :len(prompt) + len(answer)] = prompt + answer
            likeliest = model(torch.from_numpy(ids).to(device)).argmax(-1).cpu().numpy()
            for row, (message, prompt, answer) in enumerate(part):
                told = likeliest[row, len(prompt) - 1:len(prompt) + len(answer) - 1]
                found[message] = found.get(message, False) or told.tolist() == answer
        return sum(found.values()) / len(found)

    def told(self, model):
        model.eval()
        text = ", ".join(f"{name} {100 * self.right(model, name):.1f} %" for name in self.files)
        model.train()
        return text
