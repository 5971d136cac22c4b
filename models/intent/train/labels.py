"""Labelled messages as what the classifier learns from: texts, facts of the conversation, and the word for the first call."""
import json
import pathlib

import numpy as np

# the word that the assistant's notation has for each tool, and the two for no call
WORDS = ("none cannot compose search swap add remove newsec delsec move resize regen tempo key level effect noeffect trans notrans "
         "mix genre remix ref undo redo export ask").split()
TOOLS = dict(compose_song="compose", search_loops="search", swap_loop="swap", add_layer="add", remove_layer="remove", add_section="newsec",
             remove_section="delsec", move_section="move", resize_section="resize", regenerate_section="regen", set_tempo="tempo", set_key="key",
             set_level="level", add_effect="effect", remove_effect="noeffect", add_transition="trans", remove_transition="notrans", mix_song="mix",
             change_genre="genre", remix_song="remix", match_reference="ref", undo="undo", redo="redo", export_song="export", describe_song="ask")
CLOSED = {"closed-list", "out-of-scope"}
FACTS = len(WORDS) + 3  # which tools the turn before used; that it used none; that there is no song; that there is a turn before


def read(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def first(calls, tags):
    """Index in WORDS of what an answer begins with."""
    if calls:
        return WORDS.index(TOOLS[calls[0]["tool"]])
    return WORDS.index("cannot" if CLOSED & set(tags) else "none")


def accepted(label):
    """All indices that are right."""
    return {first(calls, label["tags"]) for calls in [label["expect"], *label.get("accept", [])]}


def anywhere(label):
    """1 for every word that the answer has."""
    found = np.zeros(len(WORDS), np.float32)
    found[[WORDS.index(TOOLS[c["tool"]]) for c in label["expect"]] or [first([], label["tags"])]] = 1
    return found


def facts(label):
    told = np.zeros(FACTS, np.float32)
    told[-2] = label["song"] == "empty"
    if label["history"]:
        calls = label["history"][-1]["calls"]
        told[-1], told[-3] = 1, not calls
        told[[WORDS.index(TOOLS[c["tool"]]) for c in calls]] = 1
    return told


def texts(label):
    """The message, and what was said before it, if anything."""
    return label["text"], label["history"][-1]["user"] if label["history"] else None
