"""Messages that ask for a new song, from the phrasings in corpus/frames/compose*.txt."""
import re

from compose_phrases import LENGTH, LISTED, LOOSE, ODDS, TAGGED, TEMPO, TONALITY, WORLD_TEMPO
from draft import Draft, tidy
from noise import dressed
from songs import EMPTY, FORMS, invented, key, song
from wordlists import (ADJECTIVES, ASIDES, KIND_WORDS, LEXICON, MOODS, NOUNS, OWN, OWN_WORDS, PURPOSES, SOUNDS, SPELLED, STYLES,
                       VERBS, WORLD, frames)

FRAMES = frames("compose")
FOREIGN = {line.split("|")[0]: line.split("|")[1:] for line in frames("compose_world")}


class Filling:
    """One message being filled: what its placeholders became, as arguments of compose_song."""

    def __init__(self, chance, language=None):
        self.chance, self.draft, self.args, self.language = chance, Draft(chance), {}, language
        self.lists = WORLD.get(language)

    def fill(self, frame):
        return re.sub(r"\{([A-Za-z])\}", lambda m: getattr(self, "fill_" + NAMES[m.group(1)])(), frame)

    def once(self, argument, value):
        """False where the argument has been given before."""
        if argument in self.args:
            return False
        self.args[argument] = value
        return True

    def fill_style(self):
        style = self.chance.choice(STYLES)
        if "style" in self.args:
            return ""
        written = style
        if style in SPELLED and self.chance.random() < 0.5:
            written = self.chance.choice(SPELLED[style])
        elif self.chance.random() < 0.03 and not self.lists:
            years = self.chance.choice([60, 70, 80, 90, 90])
            self.args["style"] = f"{years}s {style}"
            return self.draft.decade(years) + " " + style
        self.args["style"] = style
        return written

    def mood_word(self):
        if self.lists:
            return self.chance.choice(self.lists["mood"]) if self.chance.random() < 0.9 else self.chance.choice(MOODS)
        if self.chance.random() < 0.04:
            return invented(self.chance) + self.chance.choice(["y", "ic", "ish", "", "al"])
        return self.chance.choice(MOODS)

    def fill_mood(self):
        mood = self.mood_word()
        said = self.args.setdefault("moods", [])
        if mood in said:
            return mood
        said.append(mood)
        much = self.chance.random()
        return (self.chance.choice(["really ", "very ", "super ", "kinda ", "kind of ", "a bit ", "so ", "pretty ", "real ", "quite ", "extra ", "hella "])
                if much < 0.05 and not self.lists else "") + mood

    def fill_never(self):
        return self.chance.choice(["loud", "busy", "fast", "slow", "long", "crazy", "happy", "heavy", "dark", "fancy", "complicated", "cheesy"])

    def fill_noun(self):
        return self.chance.choice(self.lists["noun"] if self.lists else NOUNS)

    def fill_verb(self):
        return self.chance.choice(VERBS)

    def tempo(self):
        value = self.chance.randint(60, 180) if self.chance.random() < 0.94 else self.chance.randint(30, 300)
        return self.draft.number(value) if self.once("bpm", value) else ""

    def fill_tempo(self):
        if "bpm" in self.args:
            return ""
        return self.chance.choice(WORLD_TEMPO if self.lists else TEMPO).format(self.tempo())

    def fill_bare_tempo(self):
        return self.tempo()

    def bare_key(self):
        value = key(self.chance)
        return self.draft.key(value) if self.once("key", value) else ""

    def fill_key(self):
        if "key" in self.args:
            return ""
        return self.bare_key() if self.lists else self.chance.choice(TONALITY).format(self.bare_key())

    def fill_bare_key(self):
        return self.bare_key()

    def fill_length(self):
        seconds = self.chance.choice([15, 20, 30, 40, 45, 60, 75, 80, 90, 90, 100, 105, 120, 120, 135, 150, 150, 165, 180, 180, 195, 200, 210, 240, 270, 300, 330, 360, 420, 480, 600])
        if "seconds" in self.args or "bars" in self.args:
            return ""
        self.args["seconds"] = seconds
        if seconds in (60, 90, 80) and self.chance.random() < 0.3:
            return self.draft.decade(seconds)
        mark = self.draft.duration(seconds)
        return mark if self.lists else self.chance.choice(LENGTH).format(mark)

    def fill_bars(self):
        if "seconds" in self.args or "bars" in self.args:
            return ""
        value = self.chance.choice([4, 8, 12, 16, 16, 20, 24, 32, 32, 40, 48, 64, 64, 72, 96, 100, 128, 160, 256])
        self.args["bars"] = value
        unit = self.lists["bars"] if self.lists else self.chance.choice(["bars", "bars", "bar", "measures", "bars total"])
        return self.draft.number(value) + " " + unit

    def sound(self):
        """(words, role, query): a sound with its role; the query leaves out the role's own name."""
        if self.lists and self.chance.random() < 0.85:
            words, role = self.chance.choice(self.lists["sound"]).split(":")
            return words, role, words
        role = self.chance.choice(["drums", "percussion", "bass", "bass", "chords", "chords", "chords", "melody", "melody", "melody", "pad", "pad", "vocal", "fx"])
        if self.chance.random() < 0.14:
            words = self.chance.choice(OWN[role])
            return words, role, ""
        words = self.chance.choice(SOUNDS[role])
        if self.chance.random() < 0.3 and not words.endswith("s") and len(words) > 3:
            words += "s"
        parts = words.split()
        drop = OWN_WORDS.get(parts[-1]) == role
        return words, role, " ".join(parts[:-1] if drop else parts)

    def layer(self, adjective):
        words, role, query = self.sound()
        if adjective:
            word = self.chance.choice(self.lists["adj"]) if self.lists else self.chance.choice(ADJECTIVES)
            words, query = f"{word} {words}", f"{word} {query}".strip()
        self.args.setdefault("include", []).append({"role": role, "query": query} if query else {"role": role})
        if not self.lists and self.chance.random() < 0.22:
            words = self.chance.choice(["a", "some", "a little", "lots of", "the", "plenty of", "a bit of", "one", "my"]) + " " + words
        return words

    def fill_layer(self):
        return self.layer(self.chance.random() < 0.42)

    def fill_bare_layer(self):
        return self.layer(False)

    def fill_without(self):
        """Something to leave out: a role by its own name, or a sound."""
        if self.lists:
            words, _, role = self.chance.choice(self.lists["no"]).partition(":")
            self.args.setdefault("exclude", []).append(role or words)
            return words
        role = self.chance.choice(["drums", "drums", "vocal", "vocal", "bass", "melody", "percussion", "pad", "chords", "fx"])
        if self.chance.random() < 0.5:
            self.args.setdefault("exclude", []).append(role)
            return self.chance.choice(OWN[role] if role != "vocal" else ["vocals", "vocals", "vocal", "vox"])
        words = self.chance.choice(SOUNDS[role])
        if not words.endswith("s") and self.chance.random() < 0.6:
            words += "s"
        self.args.setdefault("exclude", []).append(words)
        return words

    def fill_labelled(self):
        """'bassline: wobbly': a role by its own name and what it should be."""
        role = self.chance.choice(list(OWN))
        word = self.chance.choice(ADJECTIVES)
        self.args.setdefault("include", []).append({"role": role, "query": word})
        name = self.chance.choice(OWN[role])
        return self.chance.choice([f"{name}: {word}", f"{name}: {word}", f"{word} {name}", f"{name} {word}", f"{name} should be {word}", f"{name} = {word}"])

    def fill_tagged(self):
        if "use_only" in self.args or "folder" in self.args:
            return ""
        words = self.chance.sample(ADJECTIVES + MOODS, self.chance.choice([1, 1, 2]))
        self.args["use_only"] = words
        return self.chance.choice(TAGGED).format(self.chance.choice([" or ", " and "]).join(words))

    def fill_aside(self):
        return self.chance.choice(ASIDES)

    def fill_purpose(self):
        return self.chance.choice(PURPOSES)

    def fill_seed(self):
        value = self.chance.choice([self.chance.randint(1, 99), self.chance.randint(1, 999), self.chance.randint(1, 99999), self.chance.randint(1, 9)])
        return self.draft.number(value) if self.once("seed", value) else ""

    def loop(self):
        words = [w for w in LEXICON.roles if len(w) > 2]
        parts = [self.chance.choice([invented(self.chance), self.chance.choice(ADJECTIVES), self.chance.choice(MOODS)]), self.chance.choice(words)]
        name = "_".join(p.replace(" ", "_") for p in parts) + self.chance.choice(["", "", "", "_2", "_90", ".wav", ".wav", ".mp3"])
        hint = self.chance.choice([parts[1].split()[-1]] * 5 + [invented(self.chance), ""])
        return name, self.draft.name(name, hint)

    def fill_anchor(self):
        name, mark = self.loop()
        return mark if self.once("anchor", name) else ""

    def fill_only(self):
        marks = []
        for _ in range(self.chance.choice([1, 2, 2, 3, 3, 4, 5])):
            name, mark = self.loop()
            self.args.setdefault("use_only", []).append(name)
            marks.append(mark)
        join = self.chance.choice([", ", ", ", " ", " / ", " + "])
        if len(marks) > 1 and self.chance.random() < 0.75:
            last = f" {self.lists['and'] if self.lists else self.chance.choice(['and', 'and', 'n', 'plus', 'and also'])} "
            return join.join(marks[:-1]) + last + marks[-1]
        return join.join(marks)

    def fill_folder(self):
        if self.chance.random() < 0.55:
            name, mark = self.loop()
            return mark if self.once("folder", name) else ""
        words = [self.chance.choice(MOODS + ADJECTIVES), self.chance.choice(STYLES + ["drums", "loops", "keys", "tapes", "pack", "kit", "stuff", "field recordings", "vox"])]
        name = " ".join(words[self.chance.choice([0, 0, 0, 1]):])
        if not self.once("folder", name):
            return ""
        return name

    def kind_word(self, kind):
        if self.lists:
            fitting = [w.split(":")[0] for w in self.lists["kind"] if w.endswith(":" + kind)]
            if fitting:
                return self.chance.choice(fitting)
        return self.chance.choice(KIND_WORDS[kind])

    def fill_plan(self):
        kinds = list(self.chance.choice(FORMS))
        if self.chance.random() < 0.4:
            kinds = kinds[:self.chance.randint(2, len(kinds))]
        if self.chance.random() < 0.2:
            kinds = [self.chance.choice(list(KIND_WORDS)) for _ in range(self.chance.randint(2, 7))]
        with_bars = self.chance.random()
        shape = self.chance.choice(["{n} bar {k}", "{k} {n}", "{k} {n} bars", "{n}-bar {k}", "{k} ({n})", "{k} of {n} bars", "{n} bars {k}", "{n} {k}", "{k}: {n}", "{n} bars of {k}", "{k} with {n} bars"])
        if self.lists:
            shape = self.chance.choice(["{k} {n}", "{k} {n} " + self.lists["bars"], "{n} " + self.lists["bars"] + " {k}"])
        words = {k: self.kind_word(k) for k in dict.fromkeys(kinds)}
        said, plan = [], []
        for kind in kinds:
            if with_bars < 0.4 or with_bars < 0.5 and self.chance.random() < 0.5:
                n = self.chance.choice([2, 4, 4, 8, 8, 8, 12, 16, 16, 24, 32])
                plain = n < 10 and shape == "{k} {n}"
                said.append(shape.format(k=words[kind], n=str(n) if plain else self.draft.number(n)))
                plan.append({"kind": kind, "bars": n})
            else:
                said.append(words[kind])
                plan.append(kind)
        self.args["sections"] = plan
        join = self.chance.choice([", ", ", ", ", ", " ", " ", " then ", ", then ", " - ", " / ", " > ", " and then ", "; ", " + "])
        if len(said) > 2 and self.chance.random() < 0.35:
            return join.join(said[:-1]) + self.chance.choice([" and ", ", and ", ", then ", " then ", ", finally "]) + said[-1]
        return join.join(said)


NAMES = {"M": "mood", "S": "style", "N": "noun", "V": "verb", "B": "tempo", "b": "bare_tempo", "K": "key", "k": "bare_key", "D": "length",
         "R": "bars", "I": "layer", "i": "bare_layer", "X": "without", "U": "purpose", "P": "plan", "F": "folder", "A": "anchor",
         "O": "only", "E": "seed", "J": "never",
         "Z": "labelled", "W": "tagged", "Y": "aside"}


def listing(filling, chance):
    """A message that is a list of facts, in any order, as busy people type."""
    said = [part for part, odds in ODDS.items() if chance.random() < odds] or ["mood"]
    said += [p for p in ("mood", "layer", "layer") if p in said and chance.random() < 0.3]
    if chance.random() < 0.55:
        chance.shuffle(said)
    if "library" in said and "plan" in said:
        said.remove("plan")
    join = chance.choice([", ", ", ", ", ", ". ", ". ", " ", " ", " / ", "; ", " - ", " | ", " // ", None, None])
    text = ""
    for part in said:
        words = filling.fill(chance.choice(LISTED[part]))
        if words.strip():
            text += (join or chance.choice([", ", ". ", " ", "; ", ": ", " and ", ", and "]) if text else "") + words
    return text


def message(chance, language=None):
    """(filling, text) of one message."""
    filling = Filling(chance, language)
    if not language and chance.random() < 0.4:
        return filling, tidy(listing(filling, chance))
    frame = chance.choice(FOREIGN[language] if language else FRAMES)
    text = filling.fill(frame)
    if chance.random() < 0.35:
        for extra in chance.sample(LOOSE[:8] if language else LOOSE, chance.choice([1, 1, 2, 3])):
            if language and extra[0] != "{":
                continue
            if "{E}" in extra and chance.random() < 0.5:
                continue
            if chance.random() < 0.25:
                text = filling.fill(extra) + chance.choice([", ", " ", ". "]) + text
            else:
                text += chance.choice([", ", ", ", " ", ". ", " - ", "; ", " / "]) + filling.fill(extra)
    if not language and chance.random() < 0.08:
        aside = filling.fill_aside()
        text = aside + chance.choice([". ", ", ", ": ", " - "]) + text if chance.random() < 0.5 else text + chance.choice([". ", ", ", "; "]) + aside
    if chance.random() < 0.12:
        parts = text.split(", ")
        chance.shuffle(parts)
        text = ", ".join(parts)
    return filling, tidy(text)


def example(chance):
    """(prompt, notation) of one request for a new song, without history."""
    while True:
        language = chance.choice(sorted(FOREIGN)) if chance.random() < 0.13 else None
        filling, text = message(chance, language)
        there = song(chance) if chance.random() < (0.6 if re.search(r"new|scrap|start|forget|next|another|fresh", text) else 0.06) else EMPTY
        if not text.strip():
            continue
        text = dressed(text.lower(), chance, 0.08 if language else 0.2)
        prompt, notation, missing = filling.draft.example(text, [{"tool": "compose_song", "args": filling.args}], there)
        if not missing:
            return prompt, notation


def follow_up(chance):
    """(prompt, notation) of a message that changes the request before it."""
    while True:
        filling, first = message(chance)
        before = dict(filling.args)
        args = {k: (list(v) if isinstance(v, list) else v) for k, v in before.items()}
        text = changed(filling, args, chance)
        if text is None or not first.strip():
            continue
        text = dressed(text.lower(), chance)
        prompt, notation, missing = filling.draft.example(
            text, [{"tool": "compose_song", "args": args}], song(chance), history=[(first.lower(), [{"tool": "compose_song", "args": before}])])
        if not missing:
            return prompt, notation


def changed(filling, args, chance):
    """A message that asks for the same song with one thing changed in `args`; None where this one does not fit."""
    again = chance.choice(["same again but", "same but", "again but", "the same,", "same thing,", "once more but", "do it again,", "try again,", "same song but",
                           "new version from scratch,", "rest as i said, but", "regenerate with", "start over, same but", "like before but", "keep everything but"])
    kind, fresh = chance.random(), Filling(chance)
    fresh.draft = filling.draft
    if kind < 0.35:
        seed = chance.randint(1, 9999)
        args["seed"] = seed
        return chance.choice([again + " seed {}", again + " with seed {}", "try seed {}", "seed {} instead", "again with seed {}", "another one with seed {}"]).format(filling.draft.number(seed))
    if kind < 0.5:
        tempo = chance.randint(60, 180)
        args["bpm"] = tempo
        return again + chance.choice([" at {}", " {} bpm", " {}", " at {} bpm"]).format(filling.draft.number(tempo))
    if kind < 0.65:
        style = fresh.fill_style()
        args["style"] = fresh.args["style"]
        return again + " " + style
    if kind < 0.75:
        new = key(chance)
        args["key"] = new
        return again + " in " + filling.draft.key(new)
    if kind < 0.88:
        without = fresh.fill_without()
        args["exclude"] = args.get("exclude", []) + fresh.args["exclude"]
        return again + chance.choice([" without ", " no ", " without the "]) + without
    layer = fresh.fill_layer()
    args["include"] = args.get("include", []) + fresh.args["include"]
    return again + " with " + layer
