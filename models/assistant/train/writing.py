"""Tool calls -> notation, in the words and slots of the prompt they answer: what the model is taught to write."""
import difflib
import re

from folding import fold, simplify
from reading import EFFECTS, ROLES, TOOLS, TRANSITIONS
from slots import ENDING

TOOL_WORD = {v: k for k, v in TOOLS.items()}
EFFECT_WORD = {v: k for k, v in EFFECTS.items()}
TRANSITION_WORD = {v: k for k, v in TRANSITIONS.items()}
VAGUE = {"db": {2, 3, 6}, "percent": {5, 10, 20}, "steps": set(range(2, 10)), "limit": {1}}


def bare_name(text):
    text = re.sub(ENDING + "$", "", str(text).lower().strip().rstrip("/"))
    return re.sub(r"^(my|the) ", "", re.sub(r"[^a-z0-9#]+", " ", fold(text)).strip())


def singular(word):
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Prompted:
    """The words and slots that a prompt offers, in order, to write a call with. `unspoken` lists what it lacks."""

    def __init__(self, prompt_text, slots, lexicon):
        self.tokens = re.findall(r"<[lkdyn]\d+[abc]?>|[a-z0-9#]+", prompt_text)
        self.slots, self.lexicon, self.used, self.unspoken = slots, lexicon, set(), []

    def position(self, written):
        """Where in the prompt the first slot or word of an argument stands; -1 for what stands nowhere."""
        for token in re.findall(r"<[lkdyn]\d+[abc]?>|(?<= )[a-z0-9#]+", written):
            if token in self.tokens:
                return self.tokens.index(token)
        return -1

    def position_of_role(self, role):
        """Where the prompt first names this role or one of its sounds."""
        return next((i for i, t in enumerate(self.tokens) if t == role or self.lexicon.known(t) == role), -1)

    def slot(self, kinds, matches):
        """The first unused slot of these kinds whose value matches, else the first used one."""
        fitting = [n for n, s in self.slots.items() if s.kind in kinds and matches(s.value)]
        unused = [n for n in fitting if n not in self.used]
        if fitting:
            self.used.add((unused or fitting)[0])
        return (unused or fitting)[0] if fitting else None

    def number(self, value, kinds="n", vague=()):
        sign, size = ("-", -value) if value < 0 else ("", value)
        found = self.slot(kinds, lambda v: abs(v - size) < 1e-9)
        if found is None and size not in vague and not (0 <= size < 10 and f"{size:g}" in self.tokens):
            self.unspoken.append(value)
        return sign + (found or f"{size:g}")

    def name(self, value):
        found = self.slot("l", lambda v: bare_name(v) == bare_name(value))
        return found or self.words(value)

    def word(self, word):
        if word in self.tokens:
            return " " + word
        for name, slot in self.slots.items():
            if slot.kind in "nyl" and simplify(fold(slot.typed)) == word:
                return name
        same = [t for t in self.tokens if singular(t) == singular(word)]
        close = [t for t in self.tokens if t[0] != "<" and len(t) > 3] if len(word) > 3 else []
        near = same or [t for t in close if t[:4] == word[:4] and abs(len(t) - len(word)) < 4]
        near = near or difflib.get_close_matches(word, close, 1, 0.74)
        if not near:
            self.unspoken.append(word)
        return " " + (near[0] if near else word)

    def words(self, value):
        value = str(value).strip()
        whole = self.slot("l", lambda v: bare_name(v) == bare_name(value))
        return whole or "".join(self.word(w) for w in re.findall(r"[a-z0-9#]+", simplify(fold(value))))

    def style(self, value):
        """The words in the prompt that mean this style: 'd&b' for drum and bass."""
        wanted = self.lexicon.styles.canonical(simplify(fold(value)))
        plain = [self.slots[t].typed.strip().lower() if t in self.slots and self.slots[t].kind in "ny" else t
                 for t in self.tokens]
        for size in (5, 4, 3, 2, 1):
            for at in range(len(plain) - size + 1):
                if self.lexicon.styles.canonical(" ".join(plain[at:at + size])) == wanted:
                    return "".join(t if t[0] == "<" else " " + t for t in self.tokens[at:at + size])
        return self.words(value)


def ref(reference):
    n = reference.get("n")
    return reference["kind"] + ("" if not n else " last" if n == -1 else " new" if n == "new" else str(n))


def section(value):
    if "kind" in value:
        return "@" + ref(value)
    ends = [f"{side} {ref(value[side])}" for side in ("from", "to") if side in value]
    return "@" + " ".join(ends)


def key(value, prompted, song):
    found = prompted.slot("k", lambda v: v == value)
    if found:
        return "$key" + found
    from reading import key_relative
    spoken = " ".join(prompted.tokens)
    for word, said in (("relmajor", "relative"), ("relminor", "relative"), ("parmajor", ""), ("parminor", "")):
        if key_relative(word, song) in (value, value.split()[-1]) and said in spoken:
            return "$" + word
    prompted.unspoken.append(value)
    return "$parmajor" if value.endswith("major") else "$parminor"


def compose(args, prompted, song):
    parts = []
    add = lambda written: parts.append((prompted.position(written), len(parts), written))
    if args.get("style"):
        add("$style" + prompted.style(args["style"]))
    if "key" in args:
        add(key(args["key"], prompted, song))
    for mood in args.get("moods") or []:
        add("$mood" + prompted.words(mood))
    if args.get("sections"):
        steps = [{"kind": s} if isinstance(s, str) else s for s in args["sections"]]
        add("$plan" + "".join(f" {s['kind']}" + (prompted.number(s["bars"]) if "bars" in s else "") for s in steps))
    if "bpm" in args:
        add("$bpm" + prompted.number(args["bpm"]))
    if "bars" in args:
        add("$bars" + prompted.number(args["bars"]))
    if "seed" in args:
        add("$seed" + prompted.number(args["seed"]))
    if "seconds" in args:
        add("$len" + prompted.number(args["seconds"], "dy"))
    for layer in args.get("include") or []:
        query = layer.get("query") or ""
        written = f"${layer['role']}" + prompted.words(query)
        said = prompted.position(written)
        parts.append((said if query else prompted.position_of_role(layer["role"]), len(parts), written))
    for word in args.get("exclude") or []:
        role = str(word).lower() in ROLES
        written = f"$no{word.lower()}" if role else "$no" + prompted.words(word)
        parts.append((prompted.position_of_role(word.lower()) if role else prompted.position(written), len(parts), written))
    for argument in ("folder", "anchor"):
        if argument in args:
            add(f"${argument}" + prompted.name(args[argument]))
    for name in args.get("use_only") or []:
        add("$only" + prompted.name(name))
    return "".join(written for _, _, written in sorted(parts))


def tempo(args, prompted, song):
    if "percent" in args:
        return "$pct" + prompted.number(args["percent"], vague=VAGUE["percent"])
    value = args["bpm"]
    direct = prompted.slot("n", lambda v: v == value)
    if direct or not song.get("bpm"):
        return "$bpm" + (direct or prompted.number(value))
    change = value - song["bpm"]
    step = prompted.slot("n", lambda v: v == abs(change))
    if step:
        return f"$bpm{'+' if change > 0 else '-'}{step}"
    percent = prompted.slot("n", lambda v: abs(song["bpm"] * v / 100 - abs(change)) <= 0.5)
    if percent:
        return f"$pct{'+' if change > 0 else '-'}{percent}"
    prompted.unspoken.append(value)
    return f"$bpm{value:g}"


def resized(args, prompted, song):
    from reading import index
    value = args["bars"]
    direct = prompted.slot("n", lambda v: v == value)
    at = index(song, args["section"]) if "kind" in args.get("section", {}) else None
    if not direct and at is not None:
        now = song["sections"][at]["bars"]
        if value == 2 * now:
            return "$double"
        if value * 2 == now:
            return "$half"
        step = prompted.slot("n", lambda v: v == abs(value - now))
        if step:
            return f"$bars{'+' if value > now else '-'}{step}"
    return "$bars" + (direct or prompted.number(value))


def one(call, prompted, song):
    """One call as a clause, without its leading space."""
    tool, args = TOOL_WORD[call["tool"]], call["args"]
    if tool == "compose":
        return tool + compose(args, prompted, song)
    if tool == "ask":
        return tool
    out = []
    if "effect" in args:
        out.append("$" + EFFECT_WORD[args["effect"]])
    if "kind" in args:
        out.append("$" + TRANSITION_WORD.get(args["kind"], args["kind"]))
    if "mode" in args:
        out.append("$" + args["mode"])
    if "role" in args:
        out.append("=" + args["role"])
    if "section" in args:
        out.append(section(args["section"]))
    if "mute" in args:
        out.append("$mute" if args["mute"] else "$unmute")
    if "db" in args:
        out.append("$db" + prompted.number(args["db"], vague=VAGUE["db"]))
    if tool == "tempo" and ("bpm" in args or "percent" in args):
        out.append(tempo(args, prompted, song))
    elif "bpm" in args:
        out.append("$bpm" + prompted.number(args["bpm"]))
    if "key" in args:
        out.append(key(args["key"], prompted, song))
    if "semitones" in args:
        out.append("$st" + prompted.number(args["semitones"], vague=range(13)))
    if tool == "resize" and "bars" in args:
        out.append(resized(args, prompted, song))
    elif "bars" in args:
        out.append("$bars" + prompted.number(args["bars"]))
    for argument, sign in (("into", "^"), ("after", ">"), ("before", "<")):
        if argument in args:
            out.append(sign + ref(args[argument]))
    if args.get("query"):
        out.append("$q" + prompted.words(args["query"]))
    out += rest(args, prompted)
    return tool + "".join(out)


def share(amount, prompted):
    """An amount that the message says as a share (0.3) or in percent (30)."""
    return "$amt" + (prompted.slot("n", lambda v: v == amount) or prompted.number(round(amount * 100)))


def rest(args, prompted):
    out = []
    if "loop" in args:
        out.append("$loop" + prompted.name(args["loop"]))
    if "like" in args:
        like = args["like"]
        out.append(f"$like{like}" if like in ROLES else "$like" + prompted.name(like))
    if args.get("style"):
        out.append("$style" + prompted.style(args["style"]))
    if "file" in args:
        out.append("$file" + prompted.name(args["file"]))
    out += [f"$keep{role}" for role in args.get("keep") or []]
    if "energy" in args:
        out.append("$big" if args["energy"] > 0 else "$calm")
    amount = args.get("amount")
    if amount not in (None, 0.5):
        out.append("$slight" if amount == 0.25 else "$full" if amount == 1 else share(amount, prompted))
    if "seed" in args:
        out.append("$seed" + prompted.number(args["seed"]))
    if "limit" in args:
        out.append("$top" + prompted.number(args["limit"], vague=VAGUE["limit"]))
    if "lufs" in args:
        out.append("$lufs" + prompted.number(abs(args["lufs"])))
    if args.get("steps", 1) != 1:
        out.append("$steps" + prompted.number(args["steps"], vague=VAGUE["steps"]))
    if args.get("format"):
        out.append("$" + args["format"])
    if args.get("stems"):
        out.append("$stems")
    return out


def write(calls, prompted, song, refused=False):
    """The notation of these calls, with its leading space; no call is ' none', or ' cannot' for a wish refused."""
    if not calls:
        return " cannot" if refused else " none"
    return ";".join(" " + one(call, prompted, song) for call in calls)
