"""Notation -> tool calls: what the model wrote, with the slots filled and everything the song decides worked out."""
import re

from slots import NOTES

TOOLS = {"compose": "compose_song", "search": "search_loops", "swap": "swap_loop", "add": "add_layer",
         "remove": "remove_layer", "newsec": "add_section", "delsec": "remove_section", "move": "move_section",
         "resize": "resize_section", "regen": "regenerate_section", "tempo": "set_tempo", "key": "set_key",
         "level": "set_level", "effect": "add_effect", "noeffect": "remove_effect", "trans": "add_transition",
         "notrans": "remove_transition", "mix": "mix_song", "genre": "change_genre", "remix": "remix_song",
         "ref": "match_reference", "undo": "undo", "redo": "redo", "export": "export_song", "ask": "describe_song"}
KINDS = ("intro", "verse", "prechorus", "hook", "bridge", "breakdown", "build", "drop", "outro", "solo")
ROLES = ("drums", "percussion", "bass", "chords", "melody", "pad", "vocal", "fx")
EFFECTS = {"lowpass": "lowpass_sweep", "highpass": "highpass_sweep", "reverb": "reverb", "delay": "delay",
           "tapestop": "tape_stop", "stutter": "stutter", "sidechain": "sidechain", "saturation": "saturation",
           "widen": "widen"}
TRANSITIONS = {"riser": "riser", "fill": "fill", "sweep": "sweep", "reverbtail": "reverb_tail",
               "tapestop": "tape_stop", "buildup": "buildup", "cut": "cut", "crossfade": "crossfade"}
MODES = ("raw", "polished", "tape")
FORMATS = ("wav", "flac", "mp3", "ogg", "midi", "dawproject")
SLOT = r"<[lkdyn]\d+[abc]?>"
ARGUMENT = re.compile(r"\$[a-z]+|=[a-z]+|@(?:from|after|to|before|[a-z]+)|\^[a-z]+|>[a-z]+|<(?![lkdyn]\d)[a-z]+")


class Unreadable(Exception):
    """The notation says something that no call can be made of."""


def pieces(clause):
    """'swap=bass@hook2$q fatter' -> ('swap', [('=', 'bass', ''), ('@', 'hook', '2'), ('$', 'q', ' fatter')])"""
    starts = list(ARGUMENT.finditer(clause))
    tool = clause[:starts[0].start() if starts else None].strip()
    ends = [m.start() for m in starts[1:]] + [len(clause)]
    return tool, [(m.group()[0], m.group()[1:], clause[m.end():end]) for m, end in zip(starts, ends)]


def number(text, slots):
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    text = text.lstrip("+-")
    slot = slots.get(text)
    if slot is not None:
        if slot.kind not in "nyd":
            raise Unreadable(f"{text} is no number")
        return sign * slot.value
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        raise Unreadable(f"'{text}' is no number")
    value = float(text)
    return sign * (int(value) if value.is_integer() else value)


def text_of(text, slots, spelling):
    """The words of a string argument as the user typed them."""
    words = []
    for word in re.findall(rf"{SLOT}|[^ <]+", text):
        slot = slots.get(word)
        if slot is None and re.fullmatch(SLOT, word):
            raise Unreadable(f"there is no slot {word}")
        words.append(slot.typed.strip() if slot else spelling.get(word, word))
    return " ".join(words)


def name_of(text, slots, spelling):
    slot = slots.get(text.strip())
    return str(slot.value).rstrip("/") if slot and slot.kind == "l" else text_of(text, slots, spelling)


def reference(text, slots):
    """'hook2', 'hook last', 'hook new', 'hook<n1a>', 'song' -> {'kind': 'hook', 'n': 2}"""
    found = re.fullmatch(rf" ?([a-z]+)(?:(\d)|( last)|( new)|({SLOT}))?", text)
    if not found or found.group(1) not in KINDS + ("song",):
        raise Unreadable(f"'{text}' is no section")
    kind, digit, last, new, slot = found.groups()
    if digit or slot:
        return {"kind": kind, "n": number(digit or slot, slots)}
    return {"kind": kind, "n": -1} if last else {"kind": kind, "n": "new"} if new else {"kind": kind}


def index(song, ref, last=False):
    """Where the song has the section, counted from 0; None where it has none."""
    at = [i for i, s in enumerate(song["sections"]) if s["kind"] == ref["kind"]]
    n = ref.get("n")
    if not at or n in ("new", 0) and n is not None and n != 0:
        return None
    if not n:
        return at[-1] if last else at[0]
    return at[-1] if n == -1 else at[n - 1] if 1 <= n <= len(at) else None


def nth(song, i):
    kinds = [s["kind"] for s in song["sections"]]
    return {"kind": kinds[i]} if kinds.count(kinds[i]) == 1 else {"kind": kinds[i], "n": kinds[:i + 1].count(kinds[i])}


def stretch(word, rest, song, slots):
    """'@hook2', '@from hook1 to drop', '@after bridge', '@before drop1', '@to verse2' -> a reference or a stretch"""
    if word not in ("from", "after", "to", "before"):
        return reference(word + rest, slots)
    found = {}
    for side, ref_text in re.findall(rf"(from|after|to|before) ([a-z]+(?: last| new|\d|{SLOT})?)", word + rest):
        ref = reference(ref_text, slots)
        if side in ("after", "before"):
            i = index(song, ref, last=side == "after")
            if i is not None:
                i += 1 if side == "after" else -1
                if 0 <= i < len(song["sections"]):
                    ref = nth(song, i)
        found["from" if side in ("from", "after") else "to"] = ref
    if not found:
        raise Unreadable(f"'{word}{rest}' is no stretch")
    return found


def key_relative(word, song):
    """relmajor, relminor, parmajor, parminor of the song's key; without a song the bare mode."""
    if not song.get("key"):
        return word[3:]
    note, mode = song["key"].split()
    if word.startswith("par"):
        return f"{note} {word[3:]}"
    if mode == word[3:]:
        return song["key"]
    return NOTES[(NOTES.index(note) + (3 if mode == "minor" else -3)) % 12] + " " + word[3:]


def bars(text, args, song, slots):
    ref = args.get("section")
    i = index(song, ref) if ref and "kind" in ref else None
    now = song["sections"][i]["bars"] if i is not None else 8
    if text == "double":
        return now * 2
    if text == "half":
        return now // 2
    value = number(text, slots)
    return now + value if text.strip()[0] in "+-" else value


def plan(text, slots):
    steps = []
    for kind, length in re.findall(rf" ([a-z]+)({SLOT}|\d+)?", text):
        if kind not in KINDS:
            raise Unreadable(f"'{kind}' is no kind of section")
        steps.append({"kind": kind, "bars": number(length, slots)} if length else kind)
    return steps


def read_clause(clause, song, slots, spelling):
    word, parts = pieces(clause)
    if word in ("none", "cannot"):
        return None
    if word not in TOOLS:
        raise Unreadable(f"there is no tool '{word}'")
    args = {}
    for sign, name, rest in parts:
        if sign == "=":
            args["role"] = name
        elif sign == "@":
            args["section"] = stretch(name, rest, song, slots)
        elif sign in "^><":
            args[{"^": "into", ">": "after", "<": "before"}[sign]] = reference(name + rest, slots)
        else:
            read_argument(word, name, rest, args, song, slots, spelling)
    return {"tool": TOOLS[word], "args": args}


STRINGS = {"style": "style", "q": "query"}
NAMED = {"loop": "loop", "folder": "folder", "anchor": "anchor", "file": "file"}
NUMBERS = {"seed": "seed", "top": "limit", "steps": "steps", "db": "db", "pct": "percent", "st": "semitones"}


def read_argument(tool, name, rest, args, song, slots, spelling):
    if name in STRINGS:
        args[STRINGS[name]] = text_of(rest, slots, spelling)
    elif name == "mood":
        args.setdefault("moods", []).append(text_of(rest, slots, spelling))
    elif name == "only":
        args.setdefault("use_only", []).append(name_of(rest, slots, spelling))
    elif name in NAMED:
        args[NAMED[name]] = name_of(rest, slots, spelling)
    elif name == "like":
        args["like"] = name_of(rest, slots, spelling)
    elif name in ROLES and tool == "compose":
        said = text_of(rest, slots, spelling)
        args.setdefault("include", []).append({"role": name, "query": said} if said else {"role": name})
    elif name == "no":
        args.setdefault("exclude", []).append(text_of(rest, slots, spelling))
    elif name[:2] == "no" and name[2:] in ROLES:
        args.setdefault("exclude", []).append(name[2:])
    elif name[:4] == "like" and name[4:] in ROLES:
        args["like"] = name[4:]
    elif name[:4] == "keep" and name[4:] in ROLES:
        args.setdefault("keep", []).append(name[4:])
    elif name in NUMBERS:
        args[NUMBERS[name]] = number(rest, slots)
    elif name == "bpm":
        value = number(rest, slots)
        args["bpm"] = song["bpm"] + value if rest.strip()[:1] in ("+", "-") and song.get("bpm") else abs(value)
    elif name == "key":
        slot = slots.get(rest.strip())
        if slot is None or slot.kind != "k":
            raise Unreadable(f"'{rest}' is no key")
        args["key"] = slot.value
    elif name in ("relmajor", "relminor", "parmajor", "parminor"):
        args["key"] = key_relative(name, song)
    elif name == "len":
        args["seconds"] = number(rest, slots)
    elif name == "bars":
        args["bars"] = bars(rest, args, song, slots)
    elif name in ("double", "half"):
        args["bars"] = bars(name, args, song, slots)
    elif name == "plan":
        args["sections"] = plan(rest, slots)
    elif name == "lufs":
        args["lufs"] = -abs(number(rest, slots))
    elif name == "amt":
        value = number(rest, slots)
        args["amount"] = value / 100 if value > 1 else value
    elif name in ("slight", "full"):
        args["amount"] = 0.25 if name == "slight" else 1
    elif name in ("mute", "unmute"):
        args["mute"] = name == "mute"
    elif name in ("big", "calm"):
        args["energy"] = 1 if name == "big" else -1
    elif tool in ("effect", "noeffect") and name in EFFECTS:
        args["effect"] = EFFECTS[name]
    elif tool in ("trans", "notrans") and name in TRANSITIONS:
        args["kind"] = TRANSITIONS[name]
    elif tool == "newsec" and name in KINDS:
        args["kind"] = name
    elif tool == "mix" and name in MODES:
        args["mode"] = name
    elif tool == "export" and name == "stems":
        args["stems"] = True
    elif tool == "export" and name + rest in FORMATS:
        args["format"] = name + rest
    else:
        raise Unreadable(f"'{tool}' takes no '${name}'")


def read(notation, song, slots, spelling=None):
    """The calls that a notation stands for, before `repair`; raises Unreadable."""
    calls = [read_clause(clause, song, slots, spelling or {}) for clause in notation.split(";")]
    return [call for call in calls if call]
