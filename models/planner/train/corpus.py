"""The songs the planner learns from: reading, leaving out by licence, and the seeded split."""

import json
import random
import re

LABELS = ["intro", "verse", "prechorus", "chorus", "postchorus", "bridge", "breakdown", "build", "drop", "solo",
          "inst", "theme", "transition", "outro", "section"]
END = len(LABELS)
SYMBOLS = len(LABELS) + 1

# Copyleft lines never reach the weights: GPL and LGPL by the project's rule, share-alike because nobody has settled
# whether weights fitted to such a table are adapted material.
REFUSED_LICENCES = re.compile(r"GPL|BY-SA", re.IGNORECASE)


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def allowed(songs):
    return [song for song in songs if not REFUSED_LICENCES.search(song["licence"])]


def is_human(song):
    return song.get("label_source") == "human"


def work(song):
    """What makes two lines the same song: title and artist without case, punctuation, 'the' and guests."""
    def plain(text):
        text = re.sub(r"\(.*?\)|\[.*?\]|\b(feat|ft|featuring|with)\b.*", "", (text or "").lower())
        return re.sub(r"[^a-z0-9\u4e00-\u9fff]", "", re.sub(r"\b(the|a|an|and)\b", "", text))
    title, artist = plain(song.get("title")), plain(song.get("artist"))
    return (title, artist) if title else (song["source"], song["id"])


def split(songs, seed, share=0.2):
    """(training songs, held-back songs): the second are a fifth of the works labelled by people."""
    works = sorted({work(song) for song in songs if is_human(song)})
    random.Random(seed).shuffle(works)
    held = set(works[: round(len(works) * share)])
    train = [song for song in songs if work(song) not in held]
    return train, [song for song in songs if is_human(song) and work(song) in held]


def order(song):
    """The labels of a song as numbers, the end of the song included."""
    return [LABELS.index(section["label"]) if section["label"] in LABELS else LABELS.index("section")
            for section in song["sections"]] + [END]
