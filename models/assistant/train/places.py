"""How people point at sections: one, all of a kind, a stretch, a place for a new one; each as words and notation."""
from wordlists import KIND_WORDS

ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]
NUMBERED = ["1st", "2nd", "3rd", "4th", "5th", "6th"]


def plural(word):
    return word + ("es" if word.endswith(("s", "sh")) else "s") if not word.endswith("pre") else word


def counts(song):
    found = {}
    for section in song["sections"]:
        found[section["kind"]] = found.get(section["kind"], 0) + 1
    return found


def kind_of(song, chance, strange=0.07):
    return chance.choice(list(KIND_WORDS)) if chance.random() < strange or not song["sections"] else chance.choice(list(counts(song)))


def one(song, chance, kind=None):
    """('the second chorus', 'hook2')"""
    kind = kind or kind_of(song, chance)
    word, many = chance.choice(KIND_WORDS[kind]), counts(song).get(kind, 0)
    if many > 1 or many == 0 and chance.random() < 0.4 or chance.random() < 0.04:
        how = chance.random()
        if how < 0.22:
            return f"{chance.choice(['the ', 'the ', 'that ', ''])}{chance.choice(['last', 'last', 'final'])} {word}", kind + " last"
        n = chance.randint(1, min(max(many, 3) + (chance.random() < 0.06), 6)) if many < 2 else chance.randint(1, min(many, 6))
        if how < 0.5:
            return f"the {ORDINALS[n - 1]} {word}", f"{kind}{n}"
        if how < 0.6:
            return f"{chance.choice(['the ', ''])}{NUMBERED[n - 1]} {word}", f"{kind}{n}"
        if how < 0.93:
            return f"{word} {n}", f"{kind}{n}"
        return f"{ORDINALS[n - 1]} {word}", f"{kind}{n}"
    return chance.choice(["the ", "the ", "the ", "the ", "", "my "]) + word, kind


def every(song, chance, kind=None):
    """('all choruses', 'hook')"""
    there = [k for k, n in counts(song).items() if n > 1] or [kind_of(song, chance)]
    kind = kind or chance.choice(there)
    word = chance.choice(KIND_WORDS[kind])
    many = plural(word)
    return chance.choice([f"the {many}", f"every {word}", f"all {many}", f"all the {many}", f"all of the {many}", f"each {word}", f"both {many}", many, f"the {word}"]), kind


def section(song, chance):
    return every(song, chance) if chance.random() < 0.28 else one(song, chance)


def stretch(song, chance):
    """(' from the bridge on', 'from bridge')"""
    (a, ra), (b, rb), how = one(song, chance), one(song, chance), chance.random()
    if how < 0.3:
        return chance.choice([" from {} on", " from {} onwards", " from {} to the end", " from {} till the end", " starting with {}", " from {} onward"]).format(a), f"from {ra}"
    if how < 0.55:
        return chance.choice([" from {} to {}", " from {} until {}", " between {} and {}", " from {} through {}", " from {} up to {}", " {} to {}"]).format(a, b), f"from {ra} to {rb}"
    if how < 0.7:
        return chance.choice([" in everything before {}", " before {}", " in all sections before {}", " everywhere before {}", " up until {}"]).format(a), f"before {ra}"
    if how < 0.83:
        return chance.choice([" in everything after {}", " after {}", " everywhere after {}", " in all sections after {}"]).format(a), f"after {ra}"
    return chance.choice([" from the start to {}", " from the beginning to {}", " from the top to {}", " until the end of {}", " up to and including {}"]).format(a), f"to {ra}"


def where(song, chance, share=0.45):
    """A place to change something in, or nothing: (' in the second hook', '@hook2')"""
    if chance.random() > share:
        return (chance.choice([" everywhere", " in the whole song", " throughout", " across the song"]), "") if chance.random() < 0.06 else ("", "")
    if chance.random() < 0.13:
        words, ref = stretch(song, chance)
        return words, "@" + ref
    words, ref = section(song, chance)
    return f" {chance.choice(['in', 'in', 'in', 'in', 'on', 'during', 'for', 'at', 'throughout'])} {words}", "@" + ref


def place(song, chance, share=0.8):
    """A place for a section, or nothing: (' after the bridge', '>bridge')"""
    if chance.random() > share:
        return "", ""
    how = chance.random()
    if how < 0.1:
        return chance.choice([" at the end", " at the very end", " to the end", " as the last thing"]), ">song"
    if how < 0.18:
        return chance.choice([" at the start", " at the very start", " to the front", " at the beginning", " as the opener"]), "<song"
    words, ref = one(song, chance)
    if how < 0.62:
        return chance.choice([" after {}", " after {}", " right after {}", " behind {}", " following {}", " straight after {}"]).format(words), ">" + ref
    return chance.choice([" before {}", " before {}", " right before {}", " in front of {}", " just before {}", " ahead of {}"]).format(words), "<" + ref
