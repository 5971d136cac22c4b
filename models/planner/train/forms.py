"""Forms of loop-based styles, written for LoopMind: what free corpora lack (drops, builds, percussion, pads, risers).

No song was copied. A form is a line of sections with the lengths they may have, brackets for what may be left out, and
a bar for a choice; who plays in a section and how strongly comes from the two tables below. Seeded: the same seed gives
the same forms.
"""

import random
import re

ROLES = ["drums", "percussion", "bass", "chords", "melody", "pad", "vocal", "fx"]

#           drums perc bass chords melody pad vocal fx   energy
PLAYS = {
    "intro":      ([.30, .25, .15, .65, .35, .60, .10, .55], .30),
    "verse":      ([.95, .45, .92, .75, .25, .35, .85, .15], .55),
    "prechorus":  ([.75, .50, .70, .85, .40, .55, .85, .40], .65),
    "chorus":     ([1.0, .80, 1.0, .95, .85, .55, .90, .30], .90),
    "bridge":     ([.50, .35, .55, .85, .45, .75, .60, .30], .50),
    "breakdown":  ([.05, .20, .20, .75, .55, .95, .35, .50], .30),
    "build":      ([.65, .65, .30, .70, .60, .55, .30, .98], .68),
    "drop":       ([1.0, .90, 1.0, .75, .90, .45, .30, .45], .97),
    "solo":       ([.95, .50, .95, .85, .98, .30, .05, .10], .75),
    "outro":      ([.35, .30, .25, .60, .25, .65, .10, .35], .28),
}

# what a style changes: role -> factor on how often it plays
HABITS = {
    "lofi": {"vocal": .15, "percussion": .8, "fx": 1.3, "pad": 1.2}, "ambient": {"drums": .15, "percussion": .4, "bass": .5, "vocal": .2},
    "trap": {"melody": 1.3, "chords": .7}, "phonk": {"melody": 1.3, "chords": .6, "fx": 1.2}, "drill": {"chords": 1.1}, "boombap": {"pad": .5, "fx": .5},
    "house": {"vocal": .5}, "techno": {"vocal": .15, "chords": .6, "percussion": 1.3, "melody": .7}, "trance": {"vocal": .35, "pad": 1.3},
    "drumandbass": {"vocal": .4, "pad": 1.2}, "dubstep": {"vocal": .4}, "rnb": {"pad": 1.2}, "pop": {}, "reggaeton": {"percussion": 1.4},
    "afrobeats": {"percussion": 1.7}, "garage": {"vocal": .8, "percussion": 1.2},
}

STYLES = {
    "trap": (["trap", "hiphop"], (130, 160), [
        "intro:4,8 chorus:8,16 verse:12,16 chorus:8,16 verse:8,12,16 chorus:8,16 outro:4,8",
        "intro:8 verse:16 chorus:8 verse:16 chorus:8 (bridge:4,8) chorus:8 outro:4,8",
        "intro:4,8 verse:8,16 (prechorus:4) chorus:8 verse:8,16 (prechorus:4) chorus:8 breakdown:4,8 chorus:8,16 outro:8"]),
    "phonk": (["phonk", "hiphop"], (120, 160), [
        "intro:4,8 verse:8,16 chorus:8,16 verse:8,16 chorus:8,16 (bridge:4,8|breakdown:8) chorus:8,16 outro:4,8",
        "intro:8 chorus:16 verse:8,16 chorus:16 breakdown:8 chorus:16 outro:8"]),
    "drill": (["drill", "hiphop"], (138, 146), [
        "intro:8 verse:16 chorus:8 verse:16 chorus:8 (breakdown:4,8) (verse:8) chorus:8 outro:4,8",
        "intro:4,8 chorus:8 verse:16 chorus:8 verse:12,16 chorus:8 outro:8"]),
    "boombap": (["boombap", "hiphop"], (82, 98), [
        "intro:4,8 verse:16 chorus:8 verse:16 chorus:8 (verse:16|bridge:8) chorus:8 outro:4,8",
        "intro:4 verse:16,24 chorus:4,8 verse:16 chorus:4,8 solo:8 chorus:8 outro:8"]),
    "lofi": (["lofi", "hiphop"], (68, 92), [
        "intro:4,8 verse:8,16 chorus:8 verse:8,16 chorus:8 (bridge:4,8) (chorus:8) outro:4,8",
        "intro:4 verse:8 verse:8 chorus:8 breakdown:4,8 verse:8 chorus:8 outro:4,8",
        "intro:8 verse:8,16 chorus:8 solo:8 verse:8 chorus:8 outro:8"]),
    "house": (["house", "electronic", "dance"], (118, 128), [
        "intro:8,16,32 (verse:8,16) build:4,8 drop:16,32 breakdown:8,16 (verse:8,16) build:4,8 drop:16,32 outro:8,16,32",
        "intro:16 verse:16 prechorus:8 drop:16 verse:16 breakdown:16 build:8 drop:16,32 outro:16",
        "intro:8,16 breakdown:8 build:8 drop:16 breakdown:16 build:8 drop:16 outro:8,16"]),
    "techno": (["techno", "electronic", "dance"], (124, 142), [
        "intro:16,32 (verse:16,32) build:8,16 drop:16,32 breakdown:8,16 build:8,16 drop:16,32 outro:16,32",
        "intro:16 drop:16,32 breakdown:16 build:8 drop:32 (breakdown:8 build:8 drop:16) outro:16"]),
    "trance": (["trance", "electronic", "dance"], (130, 142), [
        "intro:16,32 verse:16 breakdown:16,32 build:8,16 drop:16,32 (bridge:8,16) breakdown:16 build:8,16 drop:32 outro:16,32",
        "intro:16 breakdown:16 build:8 drop:16 breakdown:16 build:8 drop:16,32 outro:16"]),
    "drumandbass": (["drumandbass", "electronic", "dance"], (168, 178), [
        "intro:16,32 build:8,16 drop:32 breakdown:16 build:8,16 drop:32 outro:16",
        "intro:16 (verse:16) build:8 drop:16,32 (verse:16) breakdown:8,16 build:8 drop:16,32 outro:8,16"]),
    "dubstep": (["dubstep", "electronic", "dance"], (138, 150), [
        "intro:8,16 (verse:8,16) build:8 drop:16,32 breakdown:8,16 (verse:8) build:8 drop:16,32 outro:8",
        "intro:8 build:8 drop:16 breakdown:8 build:8 drop:16 (bridge:8) outro:8"]),
    "rnb": (["rnb"], (62, 105), [
        "intro:4,8 verse:8,16 prechorus:4,8 chorus:8 verse:8,16 prechorus:4,8 chorus:8 bridge:8 chorus:8,16 outro:4,8",
        "intro:4 verse:16 chorus:8 verse:16 chorus:8 bridge:8 chorus:8 (chorus:8) outro:4"]),
    "pop": (["pop"], (90, 130), [
        "intro:4,8 verse:8,16 prechorus:4,8 chorus:8,16 verse:8,16 prechorus:4,8 chorus:8,16 bridge:8 chorus:8,16 outro:4,8",
        "intro:4,8 verse:8,16 chorus:8 verse:8 chorus:8 (bridge:8|breakdown:8) chorus:8 (chorus:8) outro:4,8"]),
    "ambient": (["ambient", "electronic"], (60, 100), [
        "intro:8,16 verse:16 bridge:8,16 chorus:16 breakdown:8,16 (chorus:16) outro:8,16",
        "intro:16 verse:16,32 breakdown:16 verse:16 chorus:16 outro:16",
        "intro:8 breakdown:8 verse:16 chorus:16 bridge:8 verse:16 outro:16"]),
    "reggaeton": (["reggaeton", "latin"], (84, 100), [
        "intro:4,8 chorus:8,16 verse:16 prechorus:4,8 chorus:8,16 verse:8,16 (prechorus:4,8) chorus:8,16 (bridge:8) outro:4,8",
        "intro:4,8 verse:8,16 prechorus:4,8 chorus:8 verse:16 prechorus:8 chorus:8,16 breakdown:4,8 chorus:8 outro:4"]),
    "afrobeats": (["afrobeats", "world"], (98, 116), [
        "intro:4,8 chorus:8 verse:8,16 chorus:8 verse:8,16 chorus:8 bridge:8 chorus:8,16 outro:8",
        "intro:8 verse:16 prechorus:4,8 chorus:8,16 verse:16 prechorus:4,8 chorus:8,16 (solo:8) chorus:8 outro:4,8"]),
    "garage": (["garage", "electronic", "dance"], (128, 138), [
        "intro:8,16 verse:16 build:4,8 drop:16 verse:8,16 breakdown:8 build:8 drop:16 outro:8,16",
        "intro:8,16 verse:16 prechorus:8 chorus:16 verse:16 breakdown:8 chorus:16 outro:8"]),
}


def songs(each, seed):
    """{each} songs of every style, as lines of the corpus would be."""
    dice = random.Random(seed)
    return [_song(style, number, dice) for style in sorted(STYLES) for number in range(each)]


def _song(style, number, dice):
    tags, (slowest, fastest), forms = STYLES[style]
    kinds = [choice.split(":") for choice in _spelled_out(dice.choice(forms), dice).split()]
    used = {role for role in ROLES if dice.random() < min(1, .85 * HABITS[style].get(role, 1))} | {"drums", "bass"}
    if style == "ambient" and dice.random() < .6:
        used -= {"drums"}
    sections, seen, chosen, start = [], {}, {}, 0
    for label, lengths in kinds:
        # the lengths of a kind are settled once a song, as producers copy their sections
        bars = chosen.setdefault(label, int(dice.choice(lengths.split(",")))) if dice.random() < .85 else int(dice.choice(lengths.split(",")))
        again = seen.get(label, 0)
        seen[label] = again + 1
        odds, energy = PLAYS[label]
        layers = {role: float(role in used and dice.random() < min(1, p * HABITS[style].get(role, 1) + (.12 * again if p > .2 else 0)))
                  for role, p in zip(ROLES, odds)}
        sections.append({"label": label, "raw": label, "bars": bars, "start": start, "layers": layers,
                         "energy": min(1.0, max(0.0, energy + .05 * again + dice.gauss(0, .05)))})
        start += bars
    return {"source": "forms", "id": f"{style}-{number}", "title": "", "artist": "", "licence": "Apache-2.0", "genre": tags,
            "bpm": float(dice.randint(slowest, fastest)), "meter": "4/4", "sections": sections, "label_source": "forms"}


def _spelled_out(form, dice):
    return re.sub(r"\(([^)]*)\)", lambda found: dice.choice(found.group(1).split("|")) if dice.random() < .5 else "", form)
