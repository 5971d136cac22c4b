"""What the decoder sees of a song so far. Java's PlannerFeatures computes the same numbers; golden.json holds them to it."""

import math
import re

from corpus import END, LABELS

SOURCES = ["", "harmonix", "billboard", "salami", "rs200", "pop909", "freedoom-midi", "lmms-demos", "forms"]
GENRES = ["pop", "rock", "hiphop", "electronic", "rnb", "soul", "country", "metal", "alternative", "jazz", "folk",
          "blues", "funk", "disco", "reggaeton", "reggae", "latin", "world", "game", "dance", "trap", "drill", "boombap",
          "lofi", "house", "techno", "trance", "drumandbass", "dubstep", "ambient", "afrobeats", "garage", "phonk"]
WORDS = ["", "verse", "chorus", "intro", "outro", "bridge", "solo", "instrumental", "interlude", "fadeout", "trans",
         "prechorus", "postchorus", "break", "theme", "mainriff", "gtr", "altchorus", "refrain", "link", "loosebars",
         "letter", "head", "tag", "coda", "part", "build", "other"]
ALIASES = {"fade": "fadeout", "vr": "verse", "ch": "chorus", "in": "intro", "ou": "outro", "br": "bridge", "so": "solo",
           "inst": "instrumental", "ln": "link", "li": "link", "rf": "refrain", "tg": "tag", "ta": "tag", "pc": "prechorus",
           "pch": "prechorus", "pt": "part", "breakdown": "break", "transition": "trans", "guitar": "gtr",
           "maintheme": "theme", "keychange": "other", "vp": "verse", "bp": "bridge", "hook": "chorus"}
LONGEST = 48            # sections of history the decoder reads; older ones are forgotten
MATERIALS = 12
NOTHING = END           # "no section": before the first one, and where nothing followed yet
CATEGORIES = ["label", "bars", "word", "material", "place", "count", "after", "after_pair", "after_material", "before"]
SIZES = {"label": END + 1, "bars": 40, "word": len(WORDS), "material": MATERIALS + 2, "place": LONGEST + 1, "count": 9,
         "after": END + 1, "after_pair": END + 1, "after_material": END + 1, "before": END + 1}
NUMBERS = 33
ROLES = ["drums", "percussion", "bass", "chords", "melody", "pad", "vocal", "fx"]
WISHES = 3 + len(ROLES)


def bars_class(bars):
    """0 is no length; 1..32 exact; then up to 36, 40, 48, 64, and longer."""
    if bars <= 0:
        return 0
    if bars <= 32:
        return bars
    return next((32 + i for i, most in enumerate([36, 40, 48, 64], 1) if bars <= most), 37)


def word_of(raw):
    """(kind of word, what the section is made of): the letter of the source or, without one, its whole name."""
    raw = (raw or "").strip()
    parts = re.match(r"^([A-Z]'*)(?:\s+(.*))?$", raw)
    letter, rest = (parts.group(1).rstrip("'"), parts.group(2) or "") if parts else ("", raw)
    word = re.sub(r"[^a-z]", "", rest.lower())
    word = ALIASES.get(word, word)
    if "fade" in word:
        word = "fadeout"
    if not word:
        word = "letter" if letter else ""
    return (word if word in WORDS else "other"), (letter or raw.lower().replace("'", ""))


def beats_in_bar(meter):
    upper, _, lower = (meter or "4/4").partition("/")
    upper = int(upper) if upper.isdigit() else 4
    return upper / 3 if lower == "8" and upper % 3 == 0 else float(upper)


def of_song(song):
    """(categories [steps][10], numbers [steps][NUMBERS]): step t is what is known before section t is named."""
    past, categories, numbers = [], [], []
    seconds_a_bar = beats_in_bar(song.get("meter")) * 60 / song["bpm"] if song.get("bpm") else None
    bars_so_far, materials, counts = 0, {}, {}
    for t in range(len(song["sections"]) + 1):
        if t > 0:
            section = song["sections"][t - 1]
            word, made_of = word_of(section.get("raw"))
            material = materials.setdefault(made_of, len(materials) + 1) if made_of else 0
            label = LABELS.index(section["label"]) if section["label"] in LABELS else LABELS.index("section")
            counts[label] = counts.get(label, 0) + 1
            bars = int(section.get("bars") or 0)
            bars_so_far += bars
            past.append((label, bars, WORDS.index(word), min(material, MATERIALS + 1), section.get("layers") or {}))
        categories.append(_categories(past, counts))
        numbers.append(_numbers(song, past, counts, bars_so_far, seconds_a_bar, len(materials)))
    return categories, numbers


def _following(past, same):
    for i in range(len(past) - 2, -1, -1):
        if same(i):
            return past[i + 1][0]
    return NOTHING


def _categories(past, counts):
    if not past:
        return [NOTHING, 0, 0, 0, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING]
    label, bars, word, material, _ = past[-1]
    before = past[-2][0] if len(past) > 1 else NOTHING
    return [label, bars_class(bars), word, material, min(len(past), LONGEST), min(counts[label], 8),
            _following(past, lambda i: past[i][0] == label),
            _following(past, lambda i: past[i][0] == label and (past[i - 1][0] if i else NOTHING) == before),
            _following(past, lambda i: material > 0 and past[i][3] == material and past[i][0] == label),
            before]


def _numbers(song, past, counts, bars_so_far, seconds_a_bar, materials):
    bpm = song.get("bpm")
    label, bars, _, material, layers = past[-1] if past else (NOTHING, 0, 0, 0, {})
    seconds = bars_so_far * seconds_a_bar if seconds_a_bar else 0.0
    first = next((p for p in past if p[0] == label), None)
    vocal, melody = layers.get("vocal"), layers.get("melody")
    row = [1.0 if bpm else 0.0, (bpm or 110.0) / 110.0 - 1, beats_in_bar(song.get("meter")) / 4 - 1,
           math.log2(1 + bars) / 4, float(bars > 0 and bars % 4 == 0), float(bars > 0 and bars % 8 == 0), float(bars > 0 and bars % 2 == 1),
           bars_so_far / 64, math.log2(1 + bars_so_far) / 6, seconds / 120, 1.0 if seconds_a_bar else 0.0,
           math.log2(1 + seconds) / 8, len(past) / 10, materials / 6,
           float(material > 0 and material == materials and bool(past) and all(p[3] != material for p in past[:-1])),
           float(first is not None and len(past) > 1 and bars == first[1]),
           1.0 if vocal is not None else 0.0, vocal or 0.0, 1.0 if melody is not None else 0.0, melody or 0.0]
    for name in ("intro", "verse", "prechorus", "chorus", "bridge", "solo", "inst", "outro"):
        row.append(min(counts.get(LABELS.index(name), 0), 6) / 3)
    since = lambda name: next((i for i, p in enumerate(reversed(past)) if p[0] == LABELS.index(name)), 8)
    row += [min(since("chorus"), 8) / 4, min(since("verse"), 8) / 4,
            float(_run(past) > 1), min(_run(past), 8) / 4, min(len(past), 3) / 3]
    return row


def _run(past):
    run = 0
    while run < len(past) and past[-1 - run][0] == past[-1][0]:
        run += 1
    return run


def of_whole(song, with_source=True):
    """(source, [genres as 0 or 1]): what is known of the song as a whole."""
    source = song["source"] if with_source and song.get("source") in SOURCES else ""
    tags = song.get("genre") or []
    return SOURCES.index(source), [float(g in tags) for g in GENRES]


def wishes(bars_before, asked_bars=0, roles=()):
    """[steps][WISHES] of a song with {bars_before} each section: the length asked, what is left of it, and the roles at hand.

    0 bars asked means no wish; roles are (name, at hand) pairs, and a role that is not named is unknown.
    """
    hands = [0.0] * len(ROLES)
    for role, there in roles:
        hands[ROLES.index(role)] = 1.0 if there else -1.0
    if not asked_bars:
        return [[0.0, 0.0, 0.0] + hands for _ in bars_before]
    return [[1.0, math.log2(asked_bars) / 8, max(-1.0, (asked_bars - before) / 64)] + hands for before in bars_before]
