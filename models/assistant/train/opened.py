"""The messages of the voices, opened: as they are, and with what their labels name exchanged for something else."""
import json
import re

from lexicon import HOME
from noise import dressed
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
NAMED = {"drums": ["drums"], "bass": ["bass", "bassline"], "chords": ["chords"], "melody": ["melody"], "pad": ["pad", "pads"], "vocal": ["vocals", "vocal"],
         "percussion": ["percussion"]}
TAKES_BACK = re.compile(r"undo|revert|take (that|it) back|scrap|forget")
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
        if notation.startswith(" undo; ") and prompt.count("\n") == 2 and not TAKES_BACK.search(prompt) and chance.random() < 0.25:  # the turn before was refused: nothing to take back
            prompt, notation = re.sub(r" =>.*\n", " => none\n", prompt), notation.removeprefix(" undo;")
        if chance.random() < exchange:
            prompt, notation = kinds_exchanged(prompt, notation, chance)
            if self.english and chance.random() < 0.5:
                prompt, notation = role_exchanged(*sound_exchanged(prompt, notation, chance), chance)
            prompt = others_changed(prompt, notation, chance)
            for argument, value in arguments(notation):
                if chance.random() < 0.6:
                    prompt, notation = exchanged(prompt, notation, argument, value, chance, self.english)
        return noisy(prompt, notation, chance), notation, self.own


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


def role_exchanged(prompt, notation, chance):
    """One role that a wish names by its own name turned into another: 'bass down' into 'pads down'."""
    head, _, message = prompt.rpartition("\n")
    able = [(role, word) for role, words in NAMED.items() for word in words
            if not any(LEXICON.known(w) == role and w not in OWN[role] for w in re.findall(r"[a-z0-9#]+", message))
            and len(re.findall(rf"(?<![a-z0-9#]){word}(?![a-z0-9#])", message)) == 1 and len(re.findall(rf"(?<![a-z]){role}(?![a-z])", notation)) == 1 and f"={role}" in notation]
    free = [role for role, words in NAMED.items() if role not in prompt and role not in notation and not any(w in message for w in words)]
    if not able or not free:
        return prompt, notation
    (old, word), new = chance.choice(able), chance.choice(free)
    return head + "\n" + replaced(message, word, chance.choice(NAMED[new])), notation.replace(f"={old}", f"={new}")


def sound_exchanged(prompt, notation, chance):
    """A sound that alone says which role is meant turned into a sound of another role: 'hats out' into 'flute out'."""
    head, _, message = prompt.rpartition("\n")
    words = re.findall(r"[a-z0-9#]+", message)
    for call in chance.sample(calls := notation.split("; "), len(calls)):
        found = re.search(r"^ ?(?:level|remove|add|like)=([a-z]+).*?(\$q [a-z]+)$", call)
        if not found:
            continue
        role, sound = found.group(1), found.group(2)[3:]
        alone = [w for w in words if LEXICON.known(w) == role] == [sound] and notation.count(f"={role}") == 1
        others = [r for r in SOUNDS if r != role and r not in notation]
        if alone and notation.count(sound) == 1 and head.count(sound) == 0 and others:
            new = chance.choice(others)
            other = chance.choice([w for w in SOUNDS[new] if " " not in w and w not in OWN[new]])
            if other not in words:
                changed = call.replace(f"={role}", f"={new}").replace(found.group(2), "$q " + other)
                return head + "\n" + replaced(message, sound, other), notation.replace(call, changed)
    return prompt, notation


def others_changed(prompt, notation, chance):
    """Other counts of those kinds of section that nothing is said of."""
    state, _, body = prompt.partition("\n")
    if state == "-" or chance.random() < 0.4:
        return prompt
    counts = {k: int(n or 1) for k, n in (re.match(r"([a-z]+)(\d*)", part).groups() for part in state.split())}
    for kind in KINDS:
        if not re.search(rf"\b({'|'.join(TURNED.get(kind, [kind]))})", body) and kind not in notation and chance.random() < 0.5:
            counts[kind] = chance.choice([0, 1, 1, 2, 2, 3] if kind in ("verse", "hook", "drop", "build", "prechorus") else [0, 0, 1, 1, 1, 2])
    return (" ".join(k + (str(n) if n > 1 else "") for k in KINDS if (n := counts.get(k))) or "intro") + "\n" + body


def noisy(prompt, notation, chance):
    """The message with a greeting, slang or slips, as `noise` has them; words that the answer copies stay as they are."""
    head, _, message = prompt.rpartition("\n")
    if chance.random() > 0.35 or not message.startswith(" "):
        return prompt
    spared = frozenset(re.findall(r"[a-z0-9#]+", notation))
    text = dressed(message[1:-3], chance, spared=spared)
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
