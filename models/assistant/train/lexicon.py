"""The word lists that code reads beside the model: what styles are called, and which role a sound has."""
import json
import pathlib
import re

from spelling import Spelling

HEADS = {"drum", "drums", "percussion", "bass", "bassline", "chords", "melody", "lead", "leads", "pad", "pads"}
HOME = pathlib.Path(__file__).resolve().parent.parent


class Styles:
    """Spellings of styles: 'd&b', 'dnb' and 'drum n bass' are drum and bass."""

    def __init__(self, aliases):
        self.aliases = aliases

    def canonical(self, words):
        """The one form of a style's name, from simplified words; a name it does not know comes back as it is."""
        return self.aliases.get(words, words)


class Lexicon:
    def __init__(self, path=HOME / "lexicon.json", spelling=True):
        data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.styles = Styles(data["styles"])
        self.roles = data["roles"]
        self.sections = data["sections"]
        self.spelling = Spelling(styles=frozenset(data["styleNames"] + data["alsoStyles"])) if spelling else None
        self.moods, self.style_names = frozenset(data["moods"]), frozenset(data["styleNames"])
        # what the voices call a mood or a style as well: good for a hint, too loose to decide by
        self.mood_hints = self.moods | frozenset(data["alsoMoods"])
        self.style_hints = self.style_names | frozenset(data["alsoStyles"])

    def mended(self, text):
        """Simplified text with its slips of the keyboard mended."""
        return self.spelling.mended(text) if self.spelling else text

    def known(self, phrase):
        """The role of a word or phrase, with or without a plural s; None where it is no known sound."""
        return self.roles.get(phrase) or self.roles.get(re.sub(r"s$", "", phrase))

    def role_of(self, query, message=""):
        """The role of the sound that simplified words name last, by the longest phrase known; None without one.

        A sound that stands right before another in the message only describes it: in 'organ bass' the role is bass.
        """
        words = query.split()
        if words:
            after = re.search(rf"(?<![a-z0-9#]){re.escape(words[-1])} ([a-z0-9#]+)", message)
            plural = words[-1].endswith("s") and not words[-1].endswith("ss")
            if after and after.group(1) in HEADS and not plural:
                return self.known(after.group(1))
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - 3), end):
                role = self.known(" ".join(words[start:end]))
                if role:
                    return role
        return None
