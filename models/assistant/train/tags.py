"""What the word lists know of a message's words, written behind them for the model to read: 'kalimba<melody>'.

A tag is a hint, not a decision: a word may have several, and the model is free to pass over all of them.
"""
import re

from folding import fold
from reading import KINDS, ROLES

LONGEST = 4
KIND_TAGS = {kind: f"<{kind}>" for kind in KINDS}
NAMES = [f"<{role}>" for role in ROLES] + ["<style>", "<mood>"] + list(KIND_TAGS.values())
WORD_OR_SLOT = re.compile(r"<[lkdyn]\d+[abc]?>|[a-z0-9#]+")


def stem(word):
    return re.sub(r"s+$", "", word)


def song_words(song):
    """Words of three letters and more in the names of the song's loops -> the role that all loops with it have."""
    roles = {}
    for section in song.get("sections", []):
        for layer in section.get("layers", []):
            for word in re.findall(r"[a-z]{3,}", fold(layer["loop"]).lower()):
                roles.setdefault(stem(word), set()).add(layer["role"])
    return {word: next(iter(found)) for word, found in roles.items() if len(found) == 1}


def tags_of(phrase, lexicon, own):
    """The tags of a phrase, in a fixed order; empty where no list has it. What the song's loops say of a role counts first."""
    found = []
    if phrase in lexicon.style_hints:
        found.append("<style>")
    role = own.get(stem(phrase)) or lexicon.known(phrase)
    if role:
        found.append(f"<{role}>")
    if phrase in lexicon.mood_hints:
        found.append("<mood>")
    kind = lexicon.sections.get(phrase)
    if kind:
        found.append(KIND_TAGS[kind])
    return found


def tagged(text, lexicon, own, keep=lambda tag: True):
    """Simplified text with tags behind the longest phrases that the lists have, from the left."""
    words = [(m.start(), m.end()) for m in WORD_OR_SLOT.finditer(text) if m.group()[0] != "<"]
    out, last, i = [], 0, 0
    while i < len(words):
        for n in range(min(LONGEST, len(words) - i), 0, -1):
            start, end = words[i][0], words[i + n - 1][1]
            phrase = text[start:end]
            tags = tags_of(phrase, lexicon, own) if phrase.count(" ") == n - 1 and not re.search(r"[^a-z0-9# ]", phrase) else []
            if tags:
                out += [text[last:end], *filter(keep, tags)]
                last, i = end, i + n
                break
        else:
            i += 1
    return "".join(out) + text[last:]


def tagged_prompt(prompt, lexicon, own, keep=lambda tag: True):
    """A prompt with the tags of what people said in it; the song's line and earlier calls stay as they are."""
    state, *lines = prompt.split("\n")
    said = [line.partition(" =>") for line in lines]
    return "\n".join([state] + [tagged(head, lexicon, own, keep) + arrow + rest for head, arrow, rest in said])
