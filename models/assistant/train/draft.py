"""An example in the making: its text holds marks for slots from the start, so that nothing has to be found in it."""
import re

import writing
from folding import simplify
from reading import KINDS
from slots import Slot, Slots
from wordlists import LEXICON


class Draft:
    """Texts and calls of one example. What `number`, `key`, `duration`, `name` return goes into a text."""

    def __init__(self, chance):
        self.chance, self.slots = chance, Slots()

    def number(self, value):
        return self.slots.mark(Slot("n", value, str(value)))

    def key(self, value):
        return self.slots.mark(Slot("k", value, value))

    def duration(self, seconds):
        return self.slots.mark(Slot("d", seconds, str(seconds)))

    def decade(self, years):
        return self.slots.mark(Slot("y", years, f"{years}s"))

    def name(self, value, hint=""):
        return self.slots.mark(Slot("l", value, value, hint))

    def example(self, text, calls, song, refused=False, history=()):
        """(prompt, notation, what the prompt does not say); history: (text, calls) of earlier turns."""
        names = {}
        message = self.slots.written(simplify(text), names)
        lines, spoken = [], [message]
        for earlier, made in history:
            line = self.slots.written(simplify(earlier), names)
            prompted = writing.Prompted(line + " " + message, names, LEXICON)
            lines.append(lead(line) + " =>" + writing.write(made, prompted, song) + "\n")
            spoken.append(line)
        prompted = writing.Prompted(" ".join(spoken), names, LEXICON)
        notation = writing.write(calls, prompted, song, refused)
        return state_of(song) + "\n" + "".join(lines) + lead(message) + " =>", notation, prompted.unspoken


def lead(line):
    return line if line.startswith("<") else " " + line


def state_of(song):
    kinds = [s["kind"] for s in song.get("sections", [])]
    found = [k + (str(kinds.count(k)) if kinds.count(k) > 1 else "") for k in KINDS if k in kinds]
    return " ".join(found) or "-"


def tidy(text):
    """Articles as English has them, single spaces."""
    text = re.sub(r"\b(a|an) (a|an|some|the|more|less|new|my) ", r"\2 ", text)
    text = re.sub(r"\ba (?=[aeio])", "an ", text)
    return re.sub(r" +", " ", text).strip()
