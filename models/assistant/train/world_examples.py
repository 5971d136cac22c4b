"""Messages about a song that is there, in Spanish, German, French, Portuguese, Italian and Dutch."""
import re

import edit_examples
from draft import Draft
from folding import fold
from noise import typos
from songs import song
from wordlists import WORLD, frames

FRAMES = {}
for _line in frames("edit_world"):
    _language, _, _frame = _line.partition(";")
    _left, _right = _frame.rsplit("=>", 1)
    FRAMES.setdefault(_language, []).append((_left.strip().split(" | "), _right.strip()))
AND = {"es": " y ", "de": " und ", "fr": " et ", "pt": " e ", "it": " e ", "nl": " en "}
FORMATS = ["wav", "mp3", "flac", "ogg", "midi"]


class WorldWish(edit_examples.Wish):
    """A wish in another language: its words for layers and sections."""

    def make_l(self):
        article = self.chance.choice(ARTICLES[self.language])
        if self.chance.random() < 0.5:
            word, role = self.chance.choice(self.lists["role"]).split(":")
            return article + word, role, ""
        word, role = self.chance.choice(self.lists["sound"]).split(":")
        if article.endswith("'") and word[0] not in "aeiou":
            article = ""
        return article + word, role, word

    def section(self):
        said, kind = self.chance.choice(self.lists["section"]).split(":")
        noun = re.sub(r"^(?:\w+ |l')", "", said)
        many, how = sum(s["kind"] == kind for s in self.song["sections"]), self.chance.random()
        if many > 1 and how < 0.75 or how < 0.08:
            n = self.chance.choice([1, 2, 3, -1][:max(2, min(many, 3))] + [-1])
            if n > 0 and self.chance.random() < 0.35:
                return f"{noun} {n}", f"{kind}{n}"
            ordinal = self.chance.choice(self.lists["ordinal"][n - 1 if n > 0 else 3].split(":"))
            return f"{ordinal} {noun}", kind + (" last" if n < 0 else str(n))
        return said, kind

    def make_s(self):
        words, ref = self.section()
        return words, "@" + ref, ref

    def make_i(self):
        how = self.chance.random()
        if how < 0.5:
            return "", "", ""
        words, ref = self.section()
        if how < 0.9:
            return f" {self.chance.choice(self.lists['in'])} {words}", "@" + ref, ref
        if how < 0.97:
            return f" {self.chance.choice(self.lists['since'])} {words}", "@from " + ref, ref
        return f" {self.chance.choice(self.lists['until'])} {words}", "@to " + ref, ref

    def make_f(self):
        mood = self.chance.choice(self.lists["mood"])
        return mood, mood, mood

    def make_x(self):
        name = self.chance.choice(FORMATS)
        return name, "$" + name, name


ARTICLES = {language: [a.rstrip() + (" " if a.strip() and not a.endswith("'") else "") for a in lists["article"]] + [""]
            for language, lists in WORLD.items()}


def filled(template, wish):
    def fill(match):
        before, name = match.groups()
        if name == "q":
            words = wish.value("l")[2]
            return before + (f"$q {edit_examples.simplify(words)}" if words else "")
        if name == "^s":
            return before + "^" + wish.value("s")[2]
        words, notation, plain = wish.value(name)
        return before + (edit_examples.simplify(plain) if name == "f" else notation)
    return re.sub(r"(=?)\{([^}]+)\}", fill, template)


def wish(chance, draft, song_now, language):
    phrasings, template = chance.choice(FRAMES[language])
    filling = WorldWish(chance, draft, song_now)
    filling.language, filling.lists = language, WORLD[language]
    text = re.sub(r"\{([a-zA-Z])\}", lambda m: filling.value(m.group(1))[0], chance.choice(phrasings))
    return text, filled(template, filling)


def example(chance):
    """(prompt, notation) of one to three wishes in one language."""
    language, draft, now = chance.choice(sorted(FRAMES)), Draft(chance), song(chance)
    wishes = [wish(chance, draft, now, language) for _ in range(chance.choice([1, 1, 1, 1, 2, 2, 3]))]
    if len(wishes) > 1:
        wishes = [w for w in wishes if w[1] != "none"] or wishes[:1]
    text = wishes[0][0]
    for at, (more, _) in enumerate(wishes[1:], 2):
        text += (AND[language] if at == len(wishes) else ", ") + more
    notation = "; ".join(n for _, n in wishes)
    if chance.random() < 0.15:
        text += chance.choice([" por favor", " bitte", " stp", " pls", " please", "!", ".", " per favore", " aub", " bro"])
    return edit_examples.written(draft, typos(fold_kept(text), chance, 0.06, edit_examples.copied(notation)), notation, now)


def fold_kept(text):
    """Folded, but with the marks of slots kept."""
    return "".join(c if "\ue000" <= c <= "\uf8ff" else fold(c) for c in text.lower())
