"""The word lists of the corpus, folded, and what is worked out from them."""
import json

from folding import fold
from lexicon import HOME, Lexicon
from reading import ROLES

WORDS = HOME / "corpus" / "words"
FRAMES = HOME / "corpus" / "frames"


def split(text):
    return [w.strip() for w in fold(text.replace("\n", ",")).split(",") if w.strip(" /")]


def listed(name):
    return split((WORDS / f"{name}.txt").read_text(encoding="utf-8"))


def frames(name):
    lines = (FRAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [fold(line) for line in lines if line and not line.startswith("#")]


LEXICON = Lexicon()
STYLES, MOODS, ADJECTIVES, PURPOSES, VERBS, NOUNS, ASIDES = map(
    listed, ("styles", "moods", "adjectives", "purposes", "verbs", "nouns", "asides"))
SPELLED = {}
for _written, _style in LEXICON.styles.aliases.items():
    SPELLED.setdefault(_style, []).append(_written)
FOREIGN_SOUNDS = set(listed("foreign_sounds"))
SOUNDS = {role: [] for role in ROLES}
for _word, _role in LEXICON.roles.items():
    if _word not in FOREIGN_SOUNDS:
        SOUNDS[_role].append(_word)
OWN = {"drums": ["drums", "beat"], "percussion": ["percussion", "percs"], "bass": ["bass", "bassline"],
       "chords": ["chords"], "melody": ["melody"], "pad": ["pad", "pads"], "vocal": ["vocals", "vocal", "vox"],
       "fx": ["fx"]}
OWN_WORDS = {w: role for role, words in OWN.items() for w in words}
OWN_WORDS.update({"drum": "drums", "melodies": "melody", "basses": "bass", "effects": "fx", "lead": None})
WORLD = {language: {k: (v if k in ("and", "bars", "min") else fold(v).split(",") if k == "article" else split(v)) for k, v in lists.items()}
         for language, lists in json.loads((WORDS / "world.json").read_text(encoding="utf-8")).items()}
KIND_WORDS = {"intro": ["intro", "intro", "intro", "opening"], "verse": ["verse"], "prechorus": ["prechorus", "pre-chorus", "pre chorus", "pre-hook", "pre"],
              "hook": ["hook", "hook", "chorus", "chorus", "refrain"], "bridge": ["bridge", "bridge", "interlude"],
              "breakdown": ["breakdown"], "build": ["build", "build", "buildup", "build-up"], "drop": ["drop"],
              "outro": ["outro", "outro", "ending"], "solo": ["solo"]}
