"""The messages of the six voices, opened: as they are, and with what their labels name exchanged for something else."""
import json
import re

from lexicon import HOME
from noise import AFTER, BEFORE
from prompt import Request
from reading import KINDS, ROLES
from songs import invented
from tags import song_words
from vectors import VOICES
from wordlists import ADJECTIVES, LEXICON, MOODS, OWN, SOUNDS, SPELLED, STYLES

COMPARED = ("darker brighter punchier fatter warmer colder softer harder heavier lighter dirtier cleaner crunchier crispier deeper wider thicker thinner "
            "louder quieter smoother rougher grittier dustier jazzier funkier groovier dreamier sadder happier moodier weirder simpler busier tighter looser "
            "airier bouncier nastier meaner sharper rounder older fuller bigger smaller snappier boomier hazier mellower gentler wilder calmer angrier "
            "creepier spookier lusher richer cheaper drier wetter spacier sparser duller shinier glossier sweeter bitterer colder icier").split()
TURNED = {"intro": ["intro"], "verse": ["verse"], "hook": ["hook", "chorus"], "bridge": ["bridge"], "outro": ["outro"], "solo": ["solo"],
          "breakdown": ["breakdown"], "prechorus": ["prechorus"]}
CLOSED = {"closed-list", "out-of-scope"}


class Opened:
    """One labelled message: its prompt, its notation, and what else it may become."""

    def __init__(self, label, song):
        request = Request(song, label["history"], label["text"], lexicon=LEXICON)
        self.notation, missing = request.target(label["expect"], bool(CLOSED & set(label["tags"])))
        self.prompt, self.whole, self.own = request.plain, not missing, song_words(song)
        self.category, self.english = label["tags"][0], not any(t.startswith("lang-") for t in label["tags"])

    def example(self, chance, exchange=0.6):
        prompt, notation = self.prompt, self.notation
        if chance.random() < exchange:
            prompt, notation = kinds_exchanged(prompt, notation, chance)
            for argument, value in arguments(notation):
                if chance.random() < 0.6:
                    prompt, notation = exchanged(prompt, notation, argument, value, chance, self.english)
        return noisy(prompt, chance), notation, self.own


def arguments(notation):
    """Every argument that is made of plain words: ('$mood', ' late night')."""
    return [(m.group(1), m.group(2)) for m in re.finditer(r"(\$[a-z]+)((?: [a-z#]+)+)", notation)
            if m.group(1) not in ("$plan", "$folder", "$anchor", "$only", "$loop", "$file", "$like")]


def replaced(text, old, new):
    return re.sub(rf"(?<![a-z0-9#]){re.escape(old)}(?![a-z0-9#])", new, text)


def exchanged(prompt, notation, argument, value, chance, english):
    """Prompt and notation with one argument's words exchanged, if the message has them side by side, once."""
    old = value.strip()
    message = prompt.rsplit("\n", 1)[1]
    if len(re.findall(rf"(?<![a-z0-9#]){re.escape(old)}(?![a-z0-9#])", message)) != 1 or notation.count(value) != 1:
        return prompt, notation
    new = instead(argument, old, chance, english)
    if not new or new == old or re.search(rf"(?<![a-z0-9#]){re.escape(new)}(?![a-z0-9#])", prompt):
        return prompt, notation
    head, _, message = prompt.rpartition("\n")
    return head + "\n" + replaced(message, old, new), notation.replace(argument + value, f"{argument} {new}")


def instead(argument, old, chance, english):
    """Other words that may stand where these stand; None where that would be guessing."""
    if argument == "$style":
        style = chance.choice(STYLES)
        spelled = SPELLED.get(style)
        return plain(chance.choice(spelled) if spelled and chance.random() < 0.5 else style)
    if argument == "$mood" and english:
        return plain(chance.choice(MOODS)) if chance.random() < 0.9 else invented(chance) + "y"
    if argument[1:] in ROLES:
        return sound_instead(argument[1:], old, chance)
    if argument in ("$q", "$no"):
        if old in COMPARED:
            return chance.choice(COMPARED)
        role = LEXICON.known(old)
        if role and english:
            return chance.choice([s for s in SOUNDS[role] if s not in OWN[role]])
        if argument == "$q" and old in MOODS:
            return plain(chance.choice(MOODS))
    return None


def plain(words):
    return re.sub(r"[^a-z0-9# ]", " ", words.replace("-", " ")).replace("  ", " ").strip()


def sound_instead(role, old, chance):
    words = old.split()
    if LEXICON.known(old) == role:
        return chance.choice([s for s in SOUNDS[role] if s not in OWN[role]])
    if len(words) > 1 and LEXICON.known(words[-1]) == role:
        return " ".join([chance.choice(ADJECTIVES)] + words[1:])
    return None


def kinds_exchanged(prompt, notation, chance):
    """One kind of section turned into another, in the song and in everything said."""
    said = [k for k, words in TURNED.items() if any(re.search(rf"\b{w}s?\b", prompt.split("\n", 1)[1]) for w in words) and k in notation]
    free = [k for k in TURNED if not re.search(rf"\b({'|'.join(TURNED[k])})", prompt.split("\n", 1)[1]) and k not in notation]
    if not said or not free or "plan" in notation:
        return prompt, notation
    old, new = chance.choice(said), chance.choice(free)
    state, _, body = prompt.partition("\n")
    for word in TURNED[old]:
        body = re.sub(rf"\b{word}(e?s)?\b(?! new)", lambda m: chance.choice(TURNED[new]) + ("s" if m.group(1) else ""), body)
    turn = {old: new, new: old}
    counted = [re.match(r"([a-z]+)(\d*)", part).groups() for part in state.split() if part != "-"]
    counts = {turn.get(k, k): n for k, n in counted}
    state = " ".join(k + counts[k] for k in KINDS if k in counts) or "-"
    notation = re.sub(rf"(?<=[@^><$ ]){old}(?![a-z])", new, notation)
    body = re.sub(rf"(?<=[@^><]){old}(?![a-z])", new, body)
    return state + "\n" + body, notation


def noisy(prompt, chance):
    """The message with a greeting, slang or slips, as `noise` has them; arguments that were copied stay readable."""
    head, _, message = prompt.rpartition("\n")
    if chance.random() > 0.25 or not message.startswith(" "):
        return prompt
    text = message[1:-3]
    if chance.random() < 0.6:
        text = (chance.choice(BEFORE) + " " + text) if chance.random() < 0.5 else text + " " + chance.choice(AFTER).strip(" ,.!?x")
    return head + "\n " + re.sub(r" +", " ", text.replace("'", "")).strip() + " =>"


def labels(home=HOME / "corpus" / "voices", names=VOICES):
    """Every message of the voices with the song that it is about."""
    for voice in names:
        songs = json.loads((home / f"{voice}.songs.json").read_text(encoding="utf-8"))
        for line in (home / f"{voice}.jsonl").read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            yield label, songs[label["song"]]


def voices(told):
    """The messages whose prompt says all that their label says, opened."""
    return [o for o in (Opened(label, song) for label, song in told) if o.whole]
