"""What the model reads, and the whole way from a message to calls."""
import re

import writing
from folding import spellings
from lexicon import Lexicon
from reading import KINDS, read
from slots import Slots, slotted
from tags import song_words, tagged_prompt


def state(song):
    """'intro verse2 hook3': the kinds of section that the song has, with their count; '-' without a song."""
    kinds = [s["kind"] for s in song.get("sections", [])]
    found = [k + (str(kinds.count(k)) if kinds.count(k) > 1 else "") for k in KINDS if k in kinds]
    return " ".join(found) or "-"


def loop_roles(song):
    return {l["loop"].lower(): l["role"] for s in song.get("sections", []) for l in s.get("layers", [])}


class Request:
    """One message to a song, as the model reads it.

    prompt: the text; plain: the same without tags; slots: name -> Slot; message: the message's own line; spelling: simplified word -> as typed.
    """

    def __init__(self, song, history, text, library=(), lexicon=None):
        self.song, self.text, self.lexicon = song, text, lexicon or Lexicon()
        self.slots, self.spelling = {}, spellings(text)
        roles, marks = loop_roles(song), Slots()
        known = set(roles) | set(library)
        self.message = marks.written(self.lexicon.mended(slotted(text, marks, known, roles)), self.slots)
        lines, self.history = [], []
        for turn in history[-2:]:
            line = marks.written(self.lexicon.mended(slotted(turn["user"], marks, known, roles)), self.slots)
            prompted = writing.Prompted(line + " " + self.message, self.slots, self.lexicon)
            lines.append(self.line(line) + " =>" + writing.write(turn["calls"], prompted, song) + "\n")
            self.history.append(line)
        self.plain = state(song) + "\n" + "".join(lines) + self.line(self.message) + " =>"
        self.prompt = tagged_prompt(self.plain, self.lexicon, song_words(song))

    @staticmethod
    def line(text):
        return text if text.startswith("<") else " " + text

    def prompted(self):
        return writing.Prompted(" ".join([self.message] + self.history), self.slots, self.lexicon)

    def words(self):
        """The words a string may be made of, in order, each once: those of the message, then those of its history."""
        tokens = re.findall(r"<[lkdyn]\d+[abc]?>|[a-z0-9#]+", self.message + " " + " ".join(self.history))
        return list(dict.fromkeys(t for t in tokens if t[0] != "<"))

    def target(self, calls, refused=False):
        """The notation of these calls for this prompt, and what of them the prompt does not say."""
        prompted = self.prompted()
        return writing.write(calls, prompted, self.song, refused), prompted.unspoken

    def calls(self, notation):
        """The calls a notation stands for; raises reading.Unreadable."""
        from repair import repair
        return repair(read(notation, self.song, self.slots, self.spelling), self.song, self.text, self.lexicon)
