"""What code knows better than the model: roles of named sounds, spellings of styles, numbers of new sections."""
import re

from folding import fold, simplify

LAYER_TOOLS = ("swap_loop", "add_layer", "remove_layer", "set_level", "add_effect", "remove_effect")
HOW_MUCH = {"louder", "quieter", "softer", "lower", "higher"}  # of a level, not of a sound
PICKING = ("remove_layer", "set_level", "add_effect", "remove_effect")


def stems(text):
    return [w.rstrip("s") for w in re.findall(r"[a-z0-9]+", simplify(fold(text)))]


def song_words(song):
    """Word in a loop's name -> the roles of the loops that have it."""
    found = {}
    for section in song.get("sections", []):
        for layer in section.get("layers", []):
            for word in stems(layer["loop"].replace("_", " ")):
                found.setdefault(word, set()).add(layer["role"])
    return found


def role_in_song(query, words):
    roles = set().union(*(words.get(w, set()) for w in stems(query)))
    return next(iter(roles)) if len(roles) == 1 else None


def repair(calls, song, text, lexicon):
    """The calls, changed in place: see NOTATION.md, "Repair"."""
    loops = {l["loop"].lower(): l["role"] for s in song.get("sections", []) for l in s.get("layers", [])}
    words, message = song_words(song), simplify(fold(text))
    for call in calls:
        tool, args = call["tool"], call["args"]
        if "style" in args:
            args["style"] = lexicon.styles.canonical(simplify(fold(args["style"])))
        for layer in args.get("include", []):
            layer["role"] = lexicon.role_of(simplify(fold(layer.get("query", ""))), message) or layer["role"]
        if tool in LAYER_TOOLS:
            named = loops.get(args.get("loop", "").lower())
            if tool == "add_layer" and named:
                args["role"] = named
            if tool in PICKING and args.get("query"):
                role = role_in_song(args["query"], words)
                if role:
                    args["role"] = role
        if tool == "describe_song":
            args["question"] = text
        if tool == "regenerate_section" and str(args.get("query", "")).startswith("more "):
            args["query"] = args["query"][5:]
        if tool == "set_level" and HOW_MUCH & set(args.get("query", "").split()):
            args["query"] = " ".join(w for w in args["query"].split() if w not in HOW_MUCH)
            if not args["query"]:
                del args["query"]
        for argument in ("section", "after", "before", "into"):
            number_new(args.get(argument), song)
    return calls


def number_new(reference, song):
    """'hook new' is the hook that this message adds: the one after those the song has."""
    if isinstance(reference, dict) and reference.get("n") == "new":
        count = sum(s["kind"] == reference["kind"] for s in song.get("sections", []))
        if count:
            reference["n"] = count + 1
        else:
            del reference["n"]
