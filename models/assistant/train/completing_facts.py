"""Reads the sections, numbers, keys, lengths and names of a request for a new song off its words."""
import re

from completing_lists import ALONE, BARS, FOLDER, LINKS, NOT, SCALAR, SECTION, SEED, TEMPO, UNCLEAR, WORD
from reading import SLOT, pieces


class Facts:
    """The arguments of one compose clause as [name, [tokens]], and the message they come from."""

    def __init__(self, clause, request):
        self.lexicon = request.lexicon
        self.items = [[name, re.findall(rf"{SLOT}|[a-z0-9#]+", rest)] for _, name, rest in pieces(clause)[1]]
        self.tokens = re.findall(rf"{SLOT}|[a-z0-9#]+|[.,:;!?/+=()%-]", request.message)
        self.hinted = {i + 1 for i, t in enumerate(self.tokens) if t[:2] == "<l" and request.slots[t].hint}
        self.paths = {t for t in self.tokens if t[:2] == "<l" and re.search(r"[/\\~]", str(request.slots[t].typed))}

    def given(self, name):
        return [item for item in self.items if item[0] == name]

    def used(self):
        return {token for _, tokens in self.items for token in tokens}

    def word(self, at):
        """The word at this place; empty for a mark, a slot, a hint or the end."""
        inside = 0 <= at < len(self.tokens) and at not in self.hinted and WORD.fullmatch(self.tokens[at])
        return self.tokens[at] if inside else ""

    def field(self, at):
        """Which argument the message itself says this slot is for; a '?' behind it where that is only likely."""
        token = self.tokens[at]
        if token[1] in "kd":
            return "key" if token[1] == "k" else "len"
        if token[1] == "y":
            return None if self.word(at + 1) else "len"
        if token[1] != "n":
            return None
        before = [t for t in self.tokens[max(0, at - 3):at] if t[0] == "<" or WORD.fullmatch(t)]
        after = [t for t in self.tokens[at + 1:at + 4] if t != "-"]
        last, first = (before or [""])[-1], (after or [""])[0]
        if last in SEED or len(before) > 1 and before[-2] in SEED and last in ("is", "number"):
            return "seed"
        if first in BARS:
            planned = self.given("plan") and (last in SECTION or any(t in SECTION for t in after[1:3]))
            return None if planned else "bars"
        if last in SECTION or first in SECTION:
            return None
        if first in TEMPO or last in TEMPO:
            return "bpm"
        return "bpm?" if token.endswith("b>") else None

    def slots_right(self):
        """Every slot whose place the message tells stands there, once."""
        fields = [(token, self.field(at)) for at, token in enumerate(self.tokens) if token[0] == "<" and self.field(at)]
        for token, field in fields:
            if not field.endswith("?"):
                self.items = [i for i in self.items if not (i[0] in SCALAR and i[0] != field and i[1] == [token])]
        for token, field in fields:
            field = field.rstrip("?")
            if not self.given(field) and token not in self.used() and not (field == "bars" and self.given("len")):
                self.items.append([field, [token]])

    def names_right(self, placed=frozenset()):
        """Every name is a folder, the anchor or one of the loops to use; where no word tells which, the model's place for it holds."""
        names = [t for t in self.tokens if t[:2] == "<l"]
        for token in names:
            at = self.tokens.index(token)
            near = self.tokens[max(0, at - 5):at] + self.tokens[at + 1 + (at + 1 in self.hinted):at + 3]
            foldered = token in self.paths or FOLDER & set(near)
            if token in self.used() and not (foldered and len(names) == 1):
                continue
            alone = ALONE & set(self.tokens[max(0, at - 4):at])
            if token in placed and not foldered and not alone:
                continue
            self.items = [i for i in self.items if i[1] != [token]]
            only = len(names) - len(self.paths) > 1 or alone
            place = "folder" if foldered else "only" if only else "anchor"
            if place == "only" or not self.given(place):
                self.items.append([place, [token]])

    def folder_right(self):
        """'in my dusty drums folder': the words before it name the folder."""
        if self.given("folder") and self.given("folder")[0][1][0][0] == "<" or not FOLDER & set(self.tokens) or any(t[:2] == "<l" for t in self.tokens):
            return
        at = next(i for i, t in enumerate(self.tokens) if t in FOLDER)
        start = at
        while start and self.word(start - 1) and self.word(start - 1) not in LINKS | {"loops", "stuff", "sounds", "everything"} and at - start < 4:
            start -= 1
        words = self.tokens[start:at]
        if words:
            self.items = [i for i in self.items if i[0] != "folder" and not (i[1] and set(i[1]) & set(words) and i[0] != "style")]
            self.items.append(["folder", words])

    def plan_right(self):
        """Two or more kinds of section in a row, with their bars, where the message says it plainly."""
        places = [i for i, t in enumerate(self.tokens) if t in SECTION and not (t == "chorus" and self.word(i - 1) == "pre")
                  and not (self.word(i - 1) in NOT)]
        if len(places) < 3 or UNCLEAR - {"drop"} & set(self.tokens):
            return
        counted = lambda i: 0 <= i < len(self.tokens) and (self.tokens[i][:2] == "<n" or re.fullmatch(r"\d", self.tokens[i]))
        left = any(counted(places[0] - back) and all(t in BARS or t in ("-", "of") for t in self.tokens[places[0] - back + 1:places[0]]) for back in (1, 2, 3))
        steps = []
        for n, at in enumerate(places):
            bars, end = None, places[n + 1] if n + 1 < len(places) else min(at + 6, len(self.tokens))
            after = at + 1 + (self.word(at + 1) == "chorus" and self.tokens[at] == "pre")
            span = range(at - 1, max(-1, at - 4), -1) if left else range(after, min(end, after + 3))
            for i in span:
                if counted(i):
                    bars = self.tokens[i]
                    break
                if self.tokens[i] not in BARS | {"-", "of", "(", ":", "=", "with", "de", "di", "von", "a"}:
                    break
            if bars and self.tokens[i + 1:i + 2] and self.tokens[i + 1] in TEMPO:
                bars = None
            steps += [SECTION[self.tokens[at]]] + ([bars] if bars else [])
        self.items = [i for i in self.items if i[0] != "plan" and not (i[0] in SCALAR and i[1][0] in steps)]
        self.items.append(["plan", steps])
