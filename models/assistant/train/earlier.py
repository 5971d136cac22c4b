"""Turns before a message that have nothing to do with it: in a chat there nearly always are some, and most wishes do not lean on them."""
import re

from slots import LIMITS
from reading import KINDS

SLOT = re.compile(r"<([lkdyn])(\d+)([abc]?)>")
# short messages with such words may mean what was said before: they keep the history that they were written with
LEANING = re.compile(r"\b(it|its|that|this|them|those|these|there|one|ones|again|too|also|same|more|less|another|other|instead|back|both|even|still|no|not|nah)\b")
LONG = 45
SPOKEN = 110  # characters of a turn at most


def renamed(text, taken):
    """The text with its slots numbered after those that are taken; None where the prompt would have too many."""
    if any(int(number) + taken[kind] > LIMITS[kind] for kind, number, _ in SLOT.findall(text)):
        return None
    return SLOT.sub(lambda m: f"<{m[1]}{int(m[2]) + taken[m[1]]}{m[3]}>", text)


def taken(text):
    """Kind of slot -> the highest number that the text has of it."""
    highest = dict.fromkeys(LIMITS, 0)
    for kind, number, _ in SLOT.findall(text):
        highest[kind] = max(highest[kind], int(number))
    return highest


def kinds_in(notation):
    return {k for k in KINDS if re.search(rf"(?<=[@^><$ ]){k}(?![a-z])", notation)}


class Earlier:
    """Turns to put before messages, from messages with their notation; those to no song are kept apart."""

    def __init__(self, opened):
        self.with_song, self.without = [], []
        for one in opened:
            state, _, rest = one.prompt.partition("\n")
            said, arrow, after = rest.partition(" =>")
            if after or "\n" in rest or len(said) > SPOKEN or arrow == "":
                continue
            composing = one.notation.startswith(" compose")
            if state != "-" or composing:
                self.with_song.append((said, one.notation, frozenset(kinds_in(one.notation)) if not composing else frozenset()))
            if state == "-" and not composing:
                self.without.append((said, one.notation, frozenset()))

    def before(self, prompt, chance):
        """The prompt with one or two turns before it; as it is where it has some, or none fit."""
        state, _, rest = prompt.partition("\n")
        if "\n" in rest or len(rest) < LONG and LEANING.search(rest):
            return prompt
        pool = self.without if state == "-" else self.with_song
        there = {re.match("[a-z]+", part).group() for part in state.split() if part != "-"}
        lines, so_far = [], taken(rest)
        for _ in range(chance.choice([1, 2, 2])):
            said, notation, kinds = chance.choice(pool)
            if not kinds <= there:
                continue
            line = renamed(said + " =>" + notation, so_far)
            if line is not None:
                lines.append(line)
                so_far = {k: max(n, taken(line)[k]) for k, n in so_far.items()}
        return state + "\n" + "".join(line + "\n" for line in lines) + rest
