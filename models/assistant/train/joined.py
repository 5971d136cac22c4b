"""Messages of the voices put together: several people's wishes in one message, and wishes after talk of something else."""
import re

from noise import AFTER, BEFORE
from prompt import Request
from tags import song_words
from wordlists import LEXICON

JOINS = [", ", " and ", ", and ", ". ", ". ", ", then ", " then ", "; ", " / ", " + ", ". then ", ", also ", " and also ", ". also ", " & ", ". oh and ",
         " and then ", ". next, ", "\n", " - ", ". plus ", ", plus ", ". and ", ". after that ", " as well as ", ", oh, ", "... ", ". finally ", " while ", ". "]
ALONE = {"compose_song", "undo", "redo", "describe_song", "search_loops"}


class Joined:
    """Wishes of the voices about songs, to be put together at random; `labels` are (label, song, refused)."""

    def __init__(self, labels):
        self.single = {}
        for label, song in labels:
            tools = [c["tool"] for c in label["expect"]]
            if label["tags"][0] in ("edit", "multi") and not label["history"] and tools and len(label["text"]) < 110 and not ALONE & set(tools):
                self.single.setdefault(id(song), (song, []))[1].append(label)
        self.songs = [pair for pair in self.single.values() if len(pair[1]) > 8]
        self.everything = labels
        self.composing = [label for label, _ in labels if label["tags"][0] == "compose" and not label["history"]]

    def several(self, chance):
        """(prompt, notation, words of the song) of two to five messages to one song in one."""
        while True:
            song, labels = chance.choice(self.songs)
            parts = chance.sample(labels, chance.choice([2, 2, 2, 2, 3, 3, 4, 5]))
            calls = [c for label in parts for c in label["expect"]]
            if len(calls) > 8 or any("add_section" == c["tool"] for c in calls[:-1]):
                continue
            join = chance.choice(JOINS) if chance.random() < 0.5 else None
            text = ended(parts[0]["text"])
            for label in parts[1:]:
                said = label["text"] if chance.random() < 0.4 else label["text"][:1].lower() + label["text"][1:]
                text += (join or chance.choice(JOINS)) + ended(said)
            made = request(song, [], text, calls)
            if made:
                return made

    def later(self, chance):
        """(prompt, notation, words of the song) of a message without a history, after one or two turns about something else."""
        while True:
            label, song = chance.choice(self.everything)
            if label["history"] or label["tags"][0] not in ("edit", "none", "ask", "multi", "impossible"):
                continue
            near = self.single.get(id(song), (song, []))[1]
            if len(near) < 3:
                continue
            earlier = [{"user": e["text"], "calls": e["expect"]} for e in chance.sample(near, chance.choice([1, 1, 2]))]
            if chance.random() < 0.4:  # the wish that the song was made of
                wish = chance.choice(self.composing)
                earlier = [{"user": wish["text"], "calls": wish["expect"]}] + earlier[:chance.choice([0, 1])]
            made = request(song, earlier, label["text"], label["expect"], refused(label))
            if made:
                return made

    def nothing(self, chance):
        """(prompt, notation, words of the song) of talk that asks for nothing, to any song."""
        while True:
            label, _ = chance.choice(self.everything)
            if label["tags"][0] != "none" or label["history"]:
                continue
            _, song = chance.choice(self.everything)
            text = label["text"]
            if chance.random() < 0.2:
                text = chance.choice(BEFORE) + " " + text
            if chance.random() < 0.15:
                text += " " + chance.choice(AFTER).strip()
            made = request(song, [], text, label["expect"], refused(label))
            if made:
                return made


def refused(label):
    return bool({"closed-list", "out-of-scope"} & set(label["tags"]))


def ended(text):
    return re.sub(r"[.!?,;… ]+$", "", text)


def request(song, history, text, calls, refused=False):
    made = Request(song, history, text, lexicon=LEXICON)
    notation, missing = made.target(calls, refused)
    return None if missing else (made.plain, notation, song_words(song))
