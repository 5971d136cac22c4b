"""Song states that the examples are about: the order of sections, their bars, a tempo and a key."""
from slots import NOTES

FORMS = [f.split() for f in (
    "intro verse hook verse hook bridge hook outro", "intro verse prechorus hook verse prechorus hook outro",
    "intro verse hook verse hook bridge verse hook outro", "intro verse build drop breakdown build drop outro",
    "intro verse hook verse solo hook outro", "intro build drop breakdown build drop bridge drop outro",
    "intro hook verse hook verse hook outro", "verse hook verse hook", "intro verse hook outro", "intro hook outro",
    "intro verse hook verse hook outro", "verse prechorus hook verse prechorus hook bridge hook",
    "intro breakdown build drop breakdown build drop outro", "intro verse verse hook bridge solo hook outro",
    "intro build drop verse build drop outro", "intro verse hook solo verse hook outro", "intro drop breakdown drop outro",
    "intro verse hook verse hook verse hook outro", "hook verse hook bridge hook", "intro verse bridge build drop outro")]
EMPTY = {"bpm": None, "key": None, "sections": []}


def song(chance):
    kinds = list(chance.choice(FORMS))
    if chance.random() < 0.35:
        at = chance.randrange(len(kinds))
        if chance.random() < 0.5 and len(kinds) > 3:
            kinds.pop(at)
        else:
            kinds.insert(at, chance.choice(kinds + ["solo", "bridge", "breakdown", "prechorus"]))
    return {"bpm": chance.randint(60, 180), "key": key(chance),
            "sections": [{"kind": k, "bars": chance.choice([4, 8, 8, 16, 16, 32]), "layers": []} for k in kinds]}


def key(chance):
    return chance.choice(NOTES) + chance.choice([" minor", " minor", " major"])


SYLLABLES = "ba be bo da de do fa fi ga ka ki ko la li lo lu ma mi mo na ni no ra re ri ro sa se so ta te ti to va vi zo zu bra dre flo gri kra plo sti tro".split()


def invented(chance):
    """A word that nobody knows, so that copying is learnt and not guessing."""
    word = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice([1, 2, 2, 3])))
    return word + chance.choice(["", "", "n", "r", "s", "x", "l", "k", "nd", "sh", "t"])
