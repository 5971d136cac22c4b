"""Finds what only has to be copied (names, keys, durations, numbers) and puts a numbered slot in its place.

While a text is worked on, a slot is one private-use character; `Slots.written` gives it its name: <l1> a name, <k1> a
key, <d1> a duration, <y1> "90s" (a decade or a duration), <n1a> a number below 40, <n1b> 40 to 240, <n1c> above.
"""
import re
from dataclasses import dataclass

import numerals
from folding import fold, simplify

NOTES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]
LIMITS = {"l": 12, "k": 6, "d": 4, "y": 2, "n": 16}


@dataclass(frozen=True)
class Slot:
    """kind l, k, d, y or n; value: the name as typed, 'F# minor', seconds, seconds, the number; typed: as it stood."""
    kind: str
    value: object
    typed: str
    hint: str = ""


class Slots:
    """The slots of one prompt, over several texts: the message first, then its history."""

    def __init__(self):
        self.found = []

    def mark(self, slot):
        self.found.append(slot)
        return chr(0xE000 + len(self.found) - 1)

    def written(self, text, names):
        """The simplified text with every mark replaced by the slot's name; `names` grows: name -> Slot."""
        def replace(match):
            slot = self.found[ord(match.group(1)) - 0xE000]
            number = sum(1 for s in names.values() if s.kind == slot.kind) + 1
            if number > LIMITS[slot.kind]:
                return " " + simplify(fold(slot.typed))
            size = ("a" if slot.value < 40 else "b" if slot.value <= 240 else "c") if slot.kind == "n" else ""
            written = f"<{slot.kind}{number}{size}>"
            names[written] = slot
            return written + (" " + slot.hint if slot.hint else "")
        text = re.sub(r" ?([\ue000-\uf8ff])", replace, text)
        return re.sub(r"(?<=>)(?=[a-z0-9#])", " ", text).strip()


ENDING = r"\.(?:wav|mp3|flac|aiff?|ogg|m4a|midi?)"
AROUND = r"folder|loops?|packs?|samples?|files?|kit|directory|called|named|ordner|carpeta|dossier|pasta|cartella|map"
QUOTED = re.compile(rf"(?:(?:{AROUND})[: ]+(?:\w+ )?\"([^\"]{{2,60}})\"|\"([^\"]{{2,60}})\"(?= (?:{AROUND})\b)|(?:{AROUND})[: ]+'([^'\"]{{2,60}})'(?![A-Za-z0-9]))", re.I)
DRIVE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]:[\\/][^\s,;()\"=]*[^\s,;()\"=.!?':]")


def hint(name, roles):
    """The role that the song's loop of this name has, else the last word in the name: 'acid_line_3' gives 'line'."""
    plain = name.lower()
    if plain in roles:
        return roles[plain]
    words = [w for w in re.split(r"[^a-z]+", re.sub(ENDING + "$", "", fold(plain))) if len(w) > 2]
    return words[-1] if words else ""


def is_name(token):
    if re.search(rf"[A-Za-z0-9]{ENDING}$", token, re.I):
        return True
    if "_" in token.strip("_") and re.search(r"[A-Za-z]", token):
        return True
    return bool(re.search(r"[A-Za-z]{2}", token) and re.match(r"^(?:~?/.+|[^/]+/)$", token))


def names(text, slots, known, roles):
    for name in sorted((k for k in known if len(k) > 3 and re.search(r"[-_. 0-9]", k)), key=lambda k: (-len(k), k)):
        if fold(name).lower() not in text.lower():
            continue
        pattern = rf"(?<![A-Za-z0-9_]){re.escape(fold(name))}(?![A-Za-z0-9_])(?!{ENDING})"
        text = re.sub(pattern, lambda m: slots.mark(Slot("l", m.group(), m.group(), hint(m.group(), roles))), text,
                      flags=re.I)

    def quoted(match):
        name = match.group(1) or match.group(2) or match.group(3)
        if re.search(r"[\ue000-\uf8ff]", name):
            return match.group()
        mark = " " + slots.mark(Slot("l", name, name, hint(name, roles))) + " "
        return re.sub(rf"([\"']){re.escape(name)}\1", mark, match.group())
    text = QUOTED.sub(quoted, text)
    text = DRIVE.sub(lambda m: slots.mark(Slot("l", m.group(), m.group(), hint(re.sub(r"[\\/]+$", "", m.group()), roles))), text)

    def token(match):
        start, core, end = match.groups()
        if not is_name(core):
            return match.group()
        return start + slots.mark(Slot("l", core, core, hint(core.rstrip("/"), roles))) + end
    return re.sub(r"(?<![^\s(=,;:])([\"'(=]*)([^\s,;:()\"'=]+?)([.!?\"')]*)(?=$|[\s,;:()])", token, text)


MINOR = r"minor|min|moll|menor|mineure?|minore|klein"
MAJOR = r"major|maj|dur|mayor|maior|majeure?|maggiore|groot"
LATIN = {"do": "C", "re": "D", "mi": "E", "fa": "F", "sol": "G", "la": "A", "si": "B"}
SHARP = r"#|[ -]?sharp|[ -]?diesis|[ -]?diese|[ -]?sostenido|[ -]?sustenido|[ -]?kruis"
FLAT = r"b|[ -]?flat|[ -]?bemolle|[ -]?bemol|[ -]?mol(?=[ -])"
FULL_KEY = re.compile(
    rf"(?<![A-Za-z0-9#'])(?:([A-Ga-gHh])({SHARP}|{FLAT}|is|es|s)?(?:[ -]*({MINOR}|{MAJOR})|([mM])(?=$|[^A-Za-z0-9'])))"
    r"(?![A-Za-z0-9])", re.I)
SUNG_KEY = re.compile(rf"(?<![A-Za-z0-9])(do|re|mi|fa|sol|la|si)({SHARP}|[ -]?bemolle|[ -]?bemol|b)?[ -]({MINOR}|{MAJOR})"
                      r"(?![A-Za-z0-9])", re.I)
END = r"(?=$|\s*[,.;:!?)/]|\s+(?:please|pls|instead|now|and|n|with|at|key|style|tempo|bpm|this|then|but|for|thx|thanks|i|ok|around|to|from|w)\b)"
LEAD = r"(?:(?<=\bin )|(?<=\bkey of )|(?<=\bkey )|(?<=\bkey: )|(?<=\bkey=)|(?<=\bkey = )|(?<=\binto )|(?<=\ben )|(?<=\bem ))"
BARE_KEY = re.compile(rf"{LEAD}([A-Ga-g])(#|b|[ -]sharp|[ -]flat)?{END}")
ACCIDENTAL_KEY = re.compile(r"(?<![A-Za-z0-9#'])([A-Ga-g])(#|b|[ -]sharp|[ -]flat)(?![A-Za-z0-9#])")
CAPITAL_KEY = re.compile(r"(?<=[,.;] )([B-G])(?=$|\s*[,.;!?])")


def canonical(letter, accidental, minor):
    letter, accidental = letter.upper(), accidental.lower().strip(" -")
    shift = 1 if accidental in ("#", "is") or accidental[:2] in ("sh", "di", "so", "su", "kr") else -1 if accidental else 0
    if letter == "H":
        letter = "B"
    return NOTES[(NOTES.index(letter) + shift) % 12] + (" minor" if minor else " major")


def keys(text, slots):
    def mark(match, key):
        return " " + slots.mark(Slot("k", key, match.group()))

    def full(match):
        letter, accidental, mode, short = match.groups()
        typed, accidental, mode = match.group(), accidental or "", (mode or "").lower()
        minor = short == "m" or bool(mode and re.fullmatch(MINOR, mode))
        before = text[:match.start()].rstrip().lower()
        if short and typed in ("am", "em") and not re.search(r"(?:\bin|\bkey|\bof|\bto|,)$", before):
            return typed
        if mode in ("klein", "groot") and letter == "a" and not accidental or typed.lower() in ("a min", "a maj"):
            return typed if mode in ("klein", "groot") else mark(match, canonical(letter, accidental, minor))
        if letter in "bB" and mode in ("moll", "dur") and not accidental:
            accidental = "b"
        if accidental.lower() in ("is", "es", "s") and mode not in ("moll", "dur", "mineur", "klein", "groot"):
            return typed
        return mark(match, canonical(letter, accidental, minor))

    text = SUNG_KEY.sub(lambda m: mark(m, canonical(LATIN[m.group(1).lower()], m.group(2) or "",
                                                    re.fullmatch(MINOR, m.group(3).lower()))), text)
    text = FULL_KEY.sub(full, text)
    text = BARE_KEY.sub(lambda m: mark(m, canonical(m.group(1), m.group(2) or "", False)), text)

    def accidental(match):
        before = text[:match.start()].rstrip()
        decibels = match.group().lower() == "db" and match.group() != "Db"
        if decibels or re.search(r"[\d+-]$", before) or match.group() == "ab":
            return match.group()
        return mark(match, canonical(match.group(1), match.group(2), False))
    text = ACCIDENTAL_KEY.sub(accidental, text)
    return CAPITAL_KEY.sub(lambda m: mark(m, canonical(m.group(1), "", False)), text)


MINUTE = r"(?:minutes?|minutos?|minuten|minuut|minuti|minuto|mins?|m)"
SECOND = r"(?:seconds?|secondes?|segundos?|sekunden|secondi|seconden|secs?|s)"
COUNT = r"(\d+(?:[.,]\d+)?)"
HALF = r"(?:and a half|1/2|y medio|y media|et demie?|e meio|e meia|e mezzo|en een halve?|einhalb)"
DURATIONS = [
    (re.compile(rf"(?<![\w.]){COUNT} ?{HALF} ?-?{MINUTE}\b"), lambda m: float(m[1]) * 60 + 30),
    (re.compile(rf"(?<![\w.]){COUNT}[ -]?{MINUTE} {HALF}(?!\w)"), lambda m: float(m[1]) * 60 + 30),
    (re.compile(rf"(?<![\w.:]){COUNT}[ -]?{MINUTE}(?:,? (?:and |und |et |y |e |en |n )?| ?){COUNT}(?:[ -]?{SECOND})?(?![\w:.%]|[ -](?:bars?|bpm|db|takt|mesures|compases|bat))"),
     lambda m: float(m[1]) * 60 + float(m[2]) if float(m[2]) < 60 else None),
    (re.compile(r"(?<![\w:.])(\d{1,2}):([0-5]\d)(?: ?(?:min(?:utes?|s)?|minuten|long))?(?![\w:])"),
     lambda m: int(m[1]) * 60 + int(m[2])),
    (re.compile(r"(?<![\w.])(\d{1,2})'([0-5]\d)(?:\"|'')?(?!\w)"), lambda m: int(m[1]) * 60 + int(m[2])),
    (re.compile(rf"(?<![\w.]){COUNT}[ -]?{MINUTE}(?!\w)"), lambda m: float(m[1].replace(",", ".")) * 60),
    (re.compile(r"(?<![\w.])(?:an?|one|une|un|uma|eine|een) (?:minute and a half|minuto y medio|minuto e meio|minuto e mezzo|minute et demie)(?!\w)"), lambda m: 90),
    (re.compile(r"(?<![\w.])(?:1 )?(?:minute and a half|minuto y medio|minuto e meio|minuto e mezzo|minute et demie|anderthalb minuten|anderhalve minuut)(?!\w)"), lambda m: 90),
    (re.compile(r"(?<![\w.])(?:half a min(?:ute)?|half minute|a half minute|halbe minute|medio minuto|meio minuto|mezzo minuto|demi minute|halve minuut)(?!\w)"), lambda m: 30),
    (re.compile(r"(?<![\w.])a couple (?:of )?min(?:ute)?s(?!\w)"), lambda m: 120),
    (re.compile(rf"(?<![\w.])(?:a|one|un|une|uma|um|eine|een) (?:minute|min|minuto|minuut) {COUNT}(?!\w| ?(?:bars?|bpm))"),
     lambda m: 60 + float(m[1]) if float(m[1]) < 60 else None),
    (re.compile(r"(?<![\w.])(?<!beats )(?:an?|one|une?|uma?|eine?|een) (?:minute|min|minuto|minuut)(?! (?:by|too|ago|later))(?!\w)"), lambda m: 60),
    (re.compile(r"(?<![\w.])(?:an|one|1) hour(?!\w)"), lambda m: 3600),
    (re.compile(rf"(?<![\w.])(?!(?:808|909|707|606)s){COUNT}[ -]?{SECOND}(?!\w)"), lambda m: float(m[1].replace(",", "."))),
]


def durations(text, slots):
    for pattern, seconds in DURATIONS:
        def mark(match):
            length = seconds(match)
            if length is None:
                return match.group()
            length = int(length) if float(length).is_integer() else length
            decade = re.fullmatch(r"[2-9]0s", match.group())
            return " " + slots.mark(Slot("y" if decade else "d", length, match.group()))
        text = pattern.sub(mark, text)
    return text


KIND = (r"(?:intros?|verses?|pre-?choru(?:s|ses)|pre-?hooks?|prehooks?|hooks?|chorus(?:es)?|refrains?|bridges?|breakdowns?|breaks?|"
        r"builds?|build-?ups?|drops?|outros?|solos?|interludes?|v|estrofas?|versos?|estribillos?|puentes?|coros?|strophen?|"
        r"couplets?|ponts?|refra[on]s?|refrao|pontes?|strofa|strofe|ritornell[oi]|assolo|brug|refrein(?:en)?)")
UNIT = (r"(?:db|decibels?|bars?|measures?|takten?|takte|compas(?:es)?|mesures?|compassos?|battut[ae]|maten|semi ?tones?|semis?|"
        r"steps?|st|%|percent|per cent|porciento|por ciento|por cento|prozent|percento|procent|pour ?cent|bpm|lufs|times|"
        r"halbtone?|demi-?tons?|semitonos?|semitoni|loops?|options?|results?|beats?|x)")
PROTECTED = re.compile(r"\b(?:(?:808|909|707|606)s?|\d+(?:st|nd|rd|th)|(?:19|20)\d0s|\d0s|\d+/\d+|\d+x\d+|\d+-step|2step|\d+-?bit)\b")
DIGITS = re.compile(r"(?<![\w.])(\d+(?:[.,]\d+)?)(?![\d:])")
LISTED = re.compile(rf"\b{KIND} ?(?:#|no\.? |number |nr\.? |nummer )?(?:\d ?(?:,|and|&|n|\+|y|und|et|e|en|/|-|to|through|thru) ?)*$")


def numbers(text, slots):
    """Digits and number words in lower-case text; the single digit after a section's kind stays a digit."""
    text = re.sub(r"\b(ein|zwei|drei|vier|funf)einhalb\b", lambda m: f"{numerals.VALUE.get(m[1], 1)}.5", text)
    pieces = []
    for start, end, value, shy in numerals.find(text):
        before, after = text[:start], text[end:]
        unit = re.match(rf"[ -]?(?:{UNIT}|{MINUTE}|{SECOND}|{HALF})\b", after) or re.search(r"\b(?:seed|top|by|tempo) $", before)
        if re.search(rf"\b{KIND} (?:number )?$", before) and value < 10 and not unit:
            pieces.append((start, end, str(value)))
        elif unit or (not shy and value > 1):
            pieces.append((start, end, str(value)))
    for start, end, value in reversed(pieces):
        text = text[:start] + value + text[end:]
    text = re.sub(r"\b(?:a )?buck (?:oh |o )?(\d{1,2})\b", lambda m: str(100 + int(m[1])), text)
    text = re.sub(r"\bone (?:oh|o) (\d)\b", r"10\1", text)
    return re.sub(rf"\b(\d+) {HALF}(?= (?!\d))", r"\1.5", text)


def digits(text, slots):
    text = re.sub(rf"(?<![\w.])(\d+(?:[.,]\d+)?)(?={UNIT}\b)(?!808|\d0s)", r"\1 ", text)
    text = re.sub(r"\b(x)(\d+)\b", r"\1 \2", text)
    kept = {m.start(): m.end() for m in PROTECTED.finditer(text)
            if not (re.search(r"seed ?:?=? ?$", text[:m.start()]) or re.match(r" ?(?:bpm|bars?)\b", text[m.end():]))}
    out, last = [], 0
    for match in DIGITS.finditer(text):
        if any(a <= match.start() < b for a, b in kept.items()):
            continue
        single = re.fullmatch(r"\d", match.group(1))
        if single and LISTED.search(text[:match.start()]) and not re.match(rf" ?-?{UNIT}\b", text[match.end():]):
            continue
        value = float(match.group(1).replace(",", "."))
        value = int(value) if value.is_integer() else value
        out += [text[last:match.start()], slots.mark(Slot("n", value, match.group(1)))]
        last = match.end()
    return "".join(out) + text[last:]


def slotted(text, slots, known=(), roles=None):
    """The text as the model reads it, slots still as marks."""
    text = names(fold(text), slots, known, roles or {})
    text = keys(text, slots)
    text = numbers(text.lower(), slots)
    text = digits(durations(text, slots), slots)
    return simplify(text)
