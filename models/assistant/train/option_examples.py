"""Wishes with several arguments at once, in any order: searches, remixes, mixes, rewritten sections, sections moved to the edges.

Every part of such a message is chosen by itself, so that arguments seldom said together are learnt together.
"""
import re

from draft import Draft, tidy
from edit_examples import FORMATS, MIX, MORE, copied
from folding import simplify
from noise import dressed
from songs import key, song
from wordlists import ADJECTIVES, KIND_WORDS, MOODS, OWN, SOUNDS, SPELLED, STYLES

NAMES = ["nylon_guitar", "acid_line_3", "dusty_break", "Kick_Deep_02.wav", "AP_Shaker_113", "vox_chop_Am.wav", "bass_wobble_140", "Rhodes_Cm_90", "tape_pad_1", "snare_roll_4bar"]
FIND = ["find", "find me", "search", "search for", "show me", "got any", "any", "look for", "list", "are there any", "do i have", "which", "what", "pull up", "i'm looking for",
        "dig up", "let me see", "have we got", "give me a list of", "check the library for", "browse", "i need to hear some", "anything in my folder like", "search my loops for", "what have i got in the way of"]
LIKE = ["like", "similar to", "that sound like", "close to", "in the style of", "along the lines of", "in the vein of", "resembling"]
MINE = ["my {}", "the {}", "our {}", "the {} in this song", "the current {}", "the {} i've got", "the {} we have", "what the {} plays now"]
TEMPO = ["at {}", "at {} bpm", "around {}", "around {} bpm", "{} bpm", "{}", "near {} bpm", "that run at {}", "for {} bpm", "about {}", "somewhere round {}"]
KEYED = ["in {}", "{}", "in the key of {}", "key {}", "that are in {}", "tuned to {}"]
MOST = ["top {}", "{} max", "{} of them", "{} of em", "{} will do", "just {}", "only {}", "{} please", "give me {}", "{} options", "max {}", "{} results", "not more than {}", "the best {}"]
REMIX = ["remix it", "remix this", "another version", "an alternate version", "give me an alternate version", "flip it", "flip this", "one more version", "a new version", "make a version", "do a remix", "give me a remix",
         "a different version of the whole thing", "try another take on the whole song", "spin me another version", "rework the whole song", "remix"]
SLIGHT = ["just slightly different", "only a little different", "a bit", "subtle", "change only a little", "not too different", "slightly", "just a touch", "barely different", "don't overdo it"]
FULL = ["go all out", "totally different", "completely different", "as different as it gets", "go wild", "all the way", "change everything you can", "turn it inside out", "go crazy with it", "way different"]
KEEP = ["keep the {}", "but keep the {}", "leave the {}", "don't touch the {}", "the {} stays", "same {}", "hands off the {}", "hold on to the {}", "with the {} as it is", "{} has to stay", "not the {}", "except the {}", "everything but the {}"]
LOUD = ["-{} lufs", "at -{}", "master at -{}", "-{}", "minus {} lufs", "target -{} lufs", "loudness -{}", "down at -{} lufs", "{} lufs"]
MODES = {"polished": ["polished", "clean and polished", "polish it", "polished mix", "make it polished"], "raw": ["raw", "leave it raw", "raw mix", "unpolished, raw", "keep it raw", "stop polishing, raw"],
         "tape": ["tape", "through tape", "tape mix", "to tape", "some tape on it", "tape sound"]}
BIG = ["bigger", "more energy", "harder", "make it hit", "more intense", "pump it up", "more lift", "full power", "explode", "go hard", "lift it", "more drive", "turn it up a notch"]
CALM = ["calmer", "less energy", "more laid back", "take it easy", "more chill", "softer overall", "calm it down", "less intense", "pull back", "more breathing space", "too aggressive"]
REDO = ["rewrite {}", "redo {}", "regenerate {}", "{} again", "new {}", "try {} again", "rework {}", "{}", "reroll {}", "another go at {}"]
SEED = ["seed {}", "with seed {}", "seed={}", "seed: {}", "use seed {}", "(seed {})"]
FIRST = ["open with {}", "start with {}", "open the song with {}", "begin with {}", "{} first", "{} at the very start", "put {} at the beginning", "let it start with {}", "kick off with {}", "{} should come first", "{} to the front",
         "bring {} to the top", "i want {} as the opener", "lead with {}", "have {} open the track", "{} to the start"]
LAST = ["end with {}", "end on {}", "finish with {}", "close with {}", "{} at the very end", "put {} at the end", "{} last", "{} should come last", "move {} to the end", "{} goes last", "let it end with {}", "wrap up with {}"]
LEAD = ["", "", "", "", "ok", "could you", "can you", "please", "i want to", "alright,", "now", "hm,", "let's"]
JOIN = [", ", ", ", ", ", " ", " ", "; ", " - ", ". ", " and ", ", but "]


class Parts:
    """A message in the making: its parts, to be said in any order, and the arguments that they say."""

    def __init__(self, chance):
        self.chance, self.draft, self.now = chance, Draft(chance), song(chance)
        self.said, self.args = [], {}

    def some(self, share):
        return self.chance.random() < share

    def one(self, phrases, *values):
        return self.chance.choice(phrases).format(*values)

    def number(self, argument, value, phrases, sign=1):
        self.args[argument] = sign * value
        self.said.append(self.one(phrases, self.draft.number(value)))

    def seed(self, share=0.3):
        if self.some(share):
            self.number("seed", self.chance.choice([self.chance.randint(1, 99), self.chance.randint(100, 9999)]), SEED)

    def section(self):
        """(words, reference) of a section that the song has."""
        kinds = [s["kind"] for s in self.now["sections"]]
        kind = self.chance.choice(kinds)
        word = self.chance.choice(KIND_WORDS[kind])
        if kinds.count(kind) == 1:
            return "the " + word, {"kind": kind}
        n = self.chance.randint(1, kinds.count(kind))
        if n == kinds.count(kind) and self.some(0.6):
            return f"the last {word}", {"kind": kind, "n": -1}
        return self.chance.choice([f"the {['first', 'second', 'third', 'fourth', 'fifth'][n - 1]} {word}", f"{word} {n}"]), {"kind": kind, "n": n}

    def example(self, head, tool, joins=JOIN):
        """(prompt, notation), the head first in most cases, the other parts in any order."""
        self.chance.shuffle(self.said)
        parts = [head] + self.said if not self.said or self.some(0.85) else self.said[:1] + [head] + self.said[1:]
        text = parts[0]
        for part in parts[1:]:
            text += self.chance.choice(joins) + part
        call = [{"tool": tool, "args": self.args}]
        lead = self.chance.choice(LEAD)
        text = tidy((lead + " " + text).strip())
        plain = re.sub(r"[\ue000-\uf8ff]", "0", text)
        prompt, notation, unspoken = self.draft.example(text, call, self.now)
        if unspoken or not plain.strip():
            return None
        start, arrow = prompt.rpartition("\n")[0::2]
        said = dressed(arrow.removesuffix(" =>").strip(), self.chance, spared=copied(notation))
        return start + "\n" + (said if said.startswith("<") else " " + said) + " =>", notation


def search(chance):
    parts = Parts(chance)
    role, object_ = chance.choice(list(SOUNDS)), ""
    args, draft = parts.args, parts.draft
    kind = chance.random()
    if kind < 0.75:
        args["role"] = role
        adjective = parts.one(ADJECTIVES if parts.some(0.6) else MOODS) if parts.some(0.55) else ""
        if parts.some(0.35):
            word = parts.one(OWN[role])
            object_, query = f"{adjective} {word} {parts.one(['loops', '', ''])}", adjective
        else:
            word = parts.one(SOUNDS[role])
            plural = word + "s" if not word.endswith("s") and len(word) > 3 and parts.some(0.6) else word
            object_, query = f"{adjective} {plural} {parts.one(['loops', '', ''])}", f"{adjective} {plural}"
            if word in OWN[role]:
                query = adjective
        if query.strip():
            args["query"] = simplify(query)
    if kind >= 0.75 or "query" not in args or parts.some(0.25):
        if parts.some(0.5) or not object_:
            name = parts.one(NAMES)
            args["like"] = name
            like = parts.one(LIKE) + " " + draft.name(name, parts.one([role, name.split("_")[0].lower()]))
        else:
            args["like"] = role
            like = parts.one(LIKE) + " " + parts.one(MINE, parts.one(OWN[role]))
        object_ = (object_ or parts.one(["something", "loops", "sounds", "anything", "more", "stuff", "smth"])) + " " + like
    if parts.some(0.5):
        parts.number("bpm", chance.randint(60, 180), TEMPO)
    if parts.some(0.4):
        args["key"] = key(chance)
        parts.said.append(parts.one(KEYED, draft.key(args["key"])))
    if parts.some(0.4):
        most = chance.randint(2, 12)
        if parts.some(0.4):
            args["limit"], object_ = most, draft.number(most) + " " + object_
        else:
            parts.number("limit", most, MOST)
    return parts.example(parts.one(FIND) + " " + object_ if parts.some(0.9) else object_, "search_loops", [" ", " ", " ", ", ", ", ", " - ", "; "])


def remix(chance):
    parts = Parts(chance)
    args, head = parts.args, parts.one(REMIX)
    if parts.some(0.35):
        style = parts.one(STYLES)
        written = parts.one(SPELLED[style]) if style in SPELLED and parts.some(0.4) else style
        args["style"] = simplify(written)
        head = parts.one(["{1} remix", "a {1} remix of this", "{0} as {1}", "{0}, {1} style", "a {1} version", "{1} flip of this"], head, written)
    if parts.some(0.35):
        word = parts.one(MORE)
        args["query"] = simplify(re.sub(r"^more ", "", word))
        parts.said.append(parts.one(["{}", "make it {}", "{} please", "should be {}"], word))
    if parts.some(0.4):
        args["amount"], phrases = chance.choice([(0.25, SLIGHT), (1, FULL)])
        parts.said.append(parts.one(phrases))
    if parts.some(0.5):
        roles = chance.sample(list(OWN), chance.choice([1, 1, 1, 2]))
        args["keep"] = roles
        parts.said.append(parts.one(KEEP, parts.one([" and ", " and the ", " + ", " & "]).join(parts.one(OWN[r]) for r in roles)))
    parts.seed()
    return parts.example(head, "remix_song") if args else None


def mix(chance):
    parts = Parts(chance)
    args = parts.args
    if parts.some(0.6):
        args["mode"] = chance.choice(list(MODES))
        parts.said.append(parts.one(MODES[args["mode"]]))
    if parts.some(0.6):
        parts.number("lufs", chance.randint(7, 22), LOUD, -1)
    if parts.some(0.5):
        word = parts.one(MIX)
        args["query"] = simplify(re.sub(r"^more (?=bass|punch|air|low|glue)", "more ", word))
        parts.said.append(parts.one(["{}", "make it {}", "{} please", "sound {}", "a {} master", "{} mix"], word))
    if len(args) < 2:
        return None
    return parts.example(parts.said.pop(0), "mix_song")


def rewritten(chance):
    parts = Parts(chance)
    words, parts.args["section"] = parts.section()
    head = parts.one(REDO, words)
    if parts.some(0.55):
        parts.args["energy"], phrases = chance.choice([(1, BIG), (-1, CALM)])
        parts.said.append(parts.one(phrases))
    if parts.some(0.55):
        word = parts.one(MORE)
        parts.args["query"] = simplify(re.sub(r"^more ", "", word))
        parts.said.append(parts.one(["{}", "make it {}", "but {}", "should feel {}"], word))
    parts.seed(0.4)
    if len(parts.args) < 2:
        return None
    return parts.example(head, "regenerate_section", [", ", ", ", ": ", " - ", "; ", ". ", " and ", ", but "])


def edge(chance):
    parts = Parts(chance)
    words, section = parts.section()
    first = parts.some(0.55)
    parts.args.update({"section": section, "before" if first else "after": {"kind": "song"}})
    return parts.example(parts.one(FIRST if first else LAST, words), "move_section")


def export(chance):
    parts = Parts(chance)
    head = parts.one(["export", "bounce", "render", "give me", "print", "save", "download", "send me", "i need"])
    if parts.some(0.8):
        parts.args["format"] = chance.choice(list(FORMATS))
        head += " " + parts.one(FORMATS[parts.args["format"]])
    if parts.some(0.5):
        parts.args["stems"] = True
        parts.said.append(parts.one(["stems", "with stems", "as stems", "all the stems", "every stem on its own", "separate tracks", "each track separately"]))
    return parts.example(head, "export_song", [" ", " ", ", ", " and "]) if parts.args else None


MAKERS = [search, search, search, remix, remix, mix, mix, rewritten, rewritten, edge, edge, export]


def example(chance):
    """(prompt, notation) of one wish with its arguments in some order."""
    while True:
        made = chance.choice(MAKERS)(chance)
        if made:
            return made
