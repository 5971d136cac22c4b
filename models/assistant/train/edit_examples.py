"""Messages about a song that is there: one wish, several at once, and what follows from the turn before."""
import re

import places
from compose_examples import Filling
from draft import Draft, lead, state_of, tidy
from folding import simplify
from noise import dressed
from opened import COMPARED
from songs import key, song
from wordlists import ADJECTIVES, KIND_WORDS, MOODS, OWN, OWN_WORDS, SOUNDS, SPELLED, STYLES, frames

FRAMES = [(left.strip().split(" | "), right.strip()) for left, right in (line.rsplit("=>", 1) for line in frames("edit"))]
EFFECTS = {"lowpass": ["lowpass sweep", "lowpass filter sweep", "low pass sweep", "lowpass", "low pass filter", "lpf sweep"],
           "highpass": ["highpass sweep", "high pass sweep", "highpass", "high pass filter", "hpf"],
           "reverb": ["reverb", "reverb", "some reverb", "more reverb", "a big reverb", "hall reverb", "verb", "a long reverb"],
           "delay": ["delay", "delay", "some delay", "echo", "an echo", "ping pong delay", "slapback"],
           "tapestop": ["tape stop", "a tape stop", "tapestop"], "stutter": ["stutter", "a stutter", "stutters", "stutter edits"],
           "sidechain": ["sidechain", "sidechain compression", "sidechain pumping", "pumping", "ducking"],
           "saturation": ["saturation", "some saturation", "tape saturation", "distortion", "overdrive", "grit", "drive", "warm saturation"],
           "widen": ["stereo width", "widening", "widener", "a stereo widener", "more width"]}
TRANSITIONS = {"riser": ["riser", "a riser", "noise riser", "an uplifter", "a big riser"], "fill": ["fill", "a fill", "a drum fill", "a snare fill", "tom fill", "a little fill"],
               "sweep": ["sweep", "a sweep", "a noise sweep", "white noise sweep"], "reverbtail": ["reverb tail", "a reverb tail", "a long reverb tail"],
               "tapestop": ["tape stop", "a tape stop"], "buildup": ["buildup", "a buildup", "a build-up", "a snare buildup", "a build up"],
               "cut": ["cut", "a hard cut", "a cut", "a dead stop", "a moment of silence", "a beat of silence"], "crossfade": ["crossfade", "a crossfade", "a smooth crossfade", "cross fade"]}
MIX = ("warmer punchier crisper louder brighter cleaner fatter wider tighter clearer glossier smoother crunchier dirtier bassier thicker softer fuller airier beefier "
       "crispier rounder sharper darker deeper sweeter heavier lighter").split() + ["more open", "less muddy", "less harsh", "less boomy", "more punch", "more bass", "more air", "more low end", "less treble", "more glue"]
MORE = ("darker sadder happier dreamier moodier angrier chiller funkier jazzier spookier groovier weirder meaner creepier gloomier bouncier sexier wilder softer colder scarier calmer sunnier lonelier "
        "harder heavier lighter deeper sweeter lazier tenser").split() + [f"more {m}" for m in MOODS if " " not in m]
FORMATS = {"wav": ["wav", "wav file"], "mp3": ["mp3", "mp3 file"], "flac": ["flac", "flac file"], "ogg": ["ogg", "ogg file"], "midi": ["midi", "midi file"], "dawproject": ["dawproject", "daw project", "dawproject file"]}


class Wish(Filling):
    """One wish being filled; several may share a draft. `values`: placeholder -> (words, notation)."""

    def __init__(self, chance, draft, song_now):
        super().__init__(chance)
        self.draft, self.song, self.values = draft, song_now, {}

    def value(self, name):
        if name not in self.values:
            self.values[name] = getattr(self, "make_" + name)()
        return self.values[name]

    def make_l(self):
        role = self.chance.choice(list(SOUNDS))
        self.role = role
        if self.chance.random() < 0.45:
            word = self.chance.choice(OWN[role])
            return self.the(word), role, ""
        word = self.chance.choice(SOUNDS[role])
        if len(word) > 3 and not word.endswith("s") and self.chance.random() < 0.35:
            word += "s"
        parts = word.split()
        query = parts[:-1] if OWN_WORDS.get(parts[-1]) == role else parts
        return self.the(word), role, " ".join(query)

    def the(self, word):
        return self.chance.choice(["the ", "the ", "the ", "my ", "that ", "those ", "", ""]) + word

    def make_o(self):
        role = self.chance.choice(list(OWN))
        return self.chance.choice(OWN[role]), role, ""

    def make_r(self):
        return self.make_o()

    def make_x(self):
        self.args["include"] = []
        role = getattr(self, "role", None)
        for _ in range(40):
            words = self.layer(self.chance.random() < 0.35)
            made = self.args["include"].pop()
            if role in (None, made["role"]) and made.get("query"):
                return words, made["role"], made["query"]
        return "something else", role or "drums", "else"

    def make_a(self):
        how = self.chance.random()
        word = self.chance.choice(COMPARED) if how < 0.55 else self.chance.choice(ADJECTIVES) if how < 0.85 else "more " + self.chance.choice(MOODS)
        return word, word, word

    def make_m(self):
        word = self.chance.choice(MORE)
        return word, word, word

    def make_M(self):
        word = self.chance.choice(MIX)
        return word, word, word

    def make_s(self):
        words, ref = places.section(self.song, self.chance)
        return words, "@" + ref, ref

    def make_w(self):
        words, ref = places.where(self.song, self.chance)
        return words, ref, ref

    def make_p(self):
        words, ref = places.place(self.song, self.chance)
        return words, ref, ref

    def make_c(self):
        kind = self.chance.choice(list(KIND_WORDS))
        return self.chance.choice(["a ", "another ", "one more ", "a "]) + self.chance.choice(KIND_WORDS[kind]), "$" + kind, kind

    def counted(self, choices):
        mark = self.draft.number(self.chance.choice(choices))
        return mark, mark, mark

    def make_n(self):
        return self.counted([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 1.5, 2.5, 0.5])

    def make_B(self):
        return self.counted([1, 2, 4, 4, 6, 8, 8, 8, 12, 16, 16, 20, 24, 32, 32, 64, 128])

    def make_P(self):
        return self.counted([2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75])

    def make_b(self):
        return self.counted([self.chance.randint(60, 180), self.chance.randint(60, 180), self.chance.randint(20, 400)])

    def make_E(self):
        return self.counted([self.chance.randint(1, 99), self.chance.randint(1, 999), self.chance.randint(1, 99999)])

    def make_k(self):
        mark = self.draft.key(key(self.chance))
        return mark, mark, mark

    def make_S(self):
        style = self.chance.choice(STYLES)
        written = self.chance.choice(SPELLED[style]) if style in SPELLED and self.chance.random() < 0.5 else style
        return written, simplify(written), simplify(written)

    def make_N(self):
        role = getattr(self, "role", None) or self.chance.choice(list(SOUNDS))
        self.hinted = role
        hint = self.chance.choice([role, self.chance.choice(SOUNDS[role]).split()[-1]])
        mark = self.draft.name("loop", hint)
        return mark, mark, mark

    def make_hint(self):
        self.value("N")
        return self.hinted, self.hinted, self.hinted

    def make_F(self):
        mark = self.draft.name("file", self.chance.choice(MOODS + ADJECTIVES + ["master", "reference", "mix", "final", "demo"]).split()[-1])
        return mark, mark, mark

    def make_e(self):
        effect = self.chance.choice(list(EFFECTS))
        return self.chance.choice(EFFECTS[effect]), "$" + effect, effect

    def make_t(self):
        kind = self.chance.choice(list(TRANSITIONS))
        return self.chance.choice(TRANSITIONS[kind]), "$" + kind, kind

    def make_f(self):
        name = self.chance.choice(list(FORMATS))
        return self.chance.choice(FORMATS[name]), "$" + name, name


def notated(template, wish):
    """The notation side of a frame, with what its other side was filled with."""
    def fill(match):
        before, name = match.groups()
        if name == "q":
            words = wish.value("l")[2]
            return before + (f"$q {simplify(words)}" if words else "")
        if name == "ql":
            words = wish.value("l")[2]
            return before + (" " + simplify(words) if words else "")
        if name == "ws":
            return before + (wish.values["s"][1] if "s" in wish.values else wish.value("w")[1])
        if name == "^s":
            return before + "^" + wish.value("s")[2]
        if name == "a|m":
            said = wish.values.get("a") or wish.value("m")
            return before + without_more(simplify(said[2]))
        words, notation, plain = wish.value(name)
        if name in "loxr" and before == "=" or name == "r":
            return before + notation
        if name in "xamM":
            return before + simplify(plain)
        return before + notation
    made = re.sub(r"(=?)\{([^}]+)\}", fill, template)
    return re.sub(r"\$q +(?=[$@=^<>]|$)", "", made)


def without_more(words):
    return re.sub(r"^more ", "", words)


def wish(chance, draft, song_now):
    """(text, notation with marks) of one wish; only wishes that make a call."""
    while True:
        phrasings, template = chance.choice(FRAMES)
        if template not in ("none", "cannot", "ask") or chance.random() < 0.5:
            filling = Wish(chance, draft, song_now)
            text = re.sub(r"\{([a-zA-Z])\}", lambda m: filling.value(m.group(1))[0], chance.choice(phrasings))
            if filling.values.get("w", ("",))[0] and chance.random() < 0.12:
                place = filling.values["w"][0]
                text = place.strip() + chance.choice([", ", ": ", " "]) + text.replace(place, "", 1)
            return text, notated(template, filling)


def written(draft, message, notation, song_now, history=()):
    """(prompt, notation) with every mark named."""
    names = {}
    said = draft.slots.written(simplify(message), names)
    lines = [(draft.slots.written(simplify(t), names), n) for t, n in history]
    by_mark = {draft.slots.found.index(slot): name for name, slot in names.items()}

    def named(text):
        return re.sub(r"[\ue000-\uf8ff]", lambda m: by_mark.get(ord(m.group()) - 0xE000, "0"), text)
    earlier = "".join(f"{lead(line)} => {named(n)}\n" for line, n in lines)
    return state_of(song_now) + "\n" + earlier + lead(said) + " =>", " " + named(notation)


def copied(notation):
    return frozenset(re.findall(r"(?<= )[a-z]+", notation))


def single(chance):
    draft, now = Draft(chance), song(chance)
    text, notation = wish(chance, draft, now)
    return written(draft, dressed(tidy(text), chance, spared=copied(notation)), notation, now)


JOINS = [", ", " and ", ", and ", ". ", ", then ", " then ", "; ", " / ", " + ", ". then ", ", also ", " and also ", ". also ", " & ", ". oh and ", " and then ", ". next, "]


def several(chance):
    """Two to seven wishes in one message."""
    while True:
        draft, now = Draft(chance), song(chance)
        texts, notations = [], []
        for _ in range(chance.choice([2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7])):
            text, notation = wish(chance, draft, now)
            if notation not in ("none", "cannot"):
                texts.append(text), notations.append(notation)
        if len(texts) < 2 or len(draft.slots.found) > 14:
            continue
        message, join = texts[0], chance.choice(JOINS) if chance.random() < 0.6 else None
        numbered = chance.random()
        if numbered < 0.08:
            words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
            message = ", ".join(f"{w} {t}" for w, t in zip(words, texts))
        else:
            for text in texts[1:]:
                message += (join or chance.choice(JOINS)) + text
        made = "; ".join(notations)
        return written(draft, dressed(tidy(message), chance, spared=copied(made)), made, now)
