"""The word lists that code reads beside the model: what styles are called, and which role a sound has."""
import json
import pathlib
import re

HOME = pathlib.Path(__file__).resolve().parent.parent


class Styles:
    """Spellings of styles: 'd&b', 'dnb' and 'drum n bass' are drum and bass."""

    def __init__(self, aliases):
        self.aliases = aliases

    def canonical(self, words):
        """The one form of a style's name, from simplified words; a name it does not know comes back as it is."""
        return self.aliases.get(words, words)


class Lexicon:
    def __init__(self, path=HOME / "lexicon.json"):
        data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.styles = Styles(data["styles"])
        self.roles = data["roles"]

    def role_of(self, query):
        """The role of the sound named last in simplified words, by the longest phrase known; None without one."""
        words = query.split()
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - 3), end):
                phrase = " ".join(words[start:end])
                for form in (phrase, re.sub(r"s$", "", phrase)):
                    if form in self.roles:
                        return self.roles[form]
        return None
