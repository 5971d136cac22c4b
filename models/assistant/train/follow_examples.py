"""Messages that only the turn before explains: the same elsewhere, something else instead, less, undo, again."""
import re

import places
from draft import Draft, tidy
from edit_examples import MIX, Wish, copied, wish, written
from noise import dressed
from opened import COMPARED
from songs import key, song


def follow(chance):
    """A message that only the turn before explains."""
    while True:
        draft, now = Draft(chance), song(chance)
        before, made = wish(chance, draft, now)
        found = FOLLOWING[chance.randrange(len(FOLLOWING))](chance, draft, now, before, made)
        if found:
            text, notation = found
            history = [(before, made)]
            if chance.random() < 0.3:
                history.insert(0, wish(chance, draft, now))
            return written(draft, dressed(tidy(text), chance, 0.12, copied(notation)), notation, now, history)


def elsewhere(chance, draft, now, before, made):
    words, ref = places.section(now, chance)
    if re.search(r"@[a-z]+\d?( last)?(?=[$;]|$)", made):
        there = re.sub(r"@[a-z]+\d?( last)?", "@" + ref, made, count=1)
    elif "^" in made:
        there = re.sub(r"\^[a-z]+\d?( last)?", "^" + ref, made)
    else:
        return None
    if made.startswith(("move", "delsec")):
        return None
    return chance.choice(["do the same in {}", "{} as well", "same in {}", "and {} too", "also {}", "{} too", "the same for {}", "same thing for {}", "now {}", "and the same for {}", "repeat that for {}", "{} also",
                          "in {} too", "what about {}", "likewise {}", "ditto for {}"]).format(words), there


def instead(chance, draft, now, before, made):
    said = chance.choice(["no, ", "nah ", "no ", "hmm ", "not that, ", "actually ", "no wait, ", "nope, ", "sorry, ", "", "hmm, ", "wait, "])
    if made.startswith("tempo"):
        mark = draft.number(chance.randint(60, 180))
        return said + chance.choice(["{}", "like {}", "make that {}", "{} instead", "{} is better", "i meant {}", "still too slow. {}", "too fast, {}"]).format(mark), f"tempo$bpm{mark}"
    if made.startswith("key"):
        mark = draft.key(key(chance))
        return said + chance.choice(["{}", "{} instead", "i meant {}", "better in {}", "try {}"]).format(mark), f"key$key{mark}"
    if made.startswith("resize"):
        mark = draft.number(chance.choice([2, 4, 8, 12, 16, 24, 32]))
        ref = re.search(r"@[^$]*", made).group()
        return said + chance.choice(["{}", "make that {}", "{} bars", "{} is enough", "i meant {}", "{} instead"]).format(mark), f"resize{ref}$bars{mark}"
    if made.startswith(("swap", "regen")) and "loop" not in made:
        word = chance.choice(COMPARED)
        head = re.match(r"swap=[a-z]+(@[^$]*)?|regen@[^$]*", made).group()
        return said + chance.choice(["{} than that", "something {}", "{}", "make it {}", "i want it {}", "even {}", "should be {}", "{} please"]).format(word), f"{head}$q {word}"
    if made.startswith("mix"):
        word = chance.choice(MIX)
        return said + word, f"mix$q {word}"
    if made.startswith("trans"):
        filling = Wish(chance, draft, now)
        words, notation, _ = filling.value("t")
        return said + chance.choice(["{} instead", "make it {}", "i wanted {}", "rather {}"]).format(words), "undo; " + re.sub(r"\$[a-z]+", notation, made, count=1)
    if made.startswith("effect"):
        filling = Wish(chance, draft, now)
        words, notation, _ = filling.value("e")
        return said + chance.choice(["{} instead", "make it {} instead", "i wanted {}", "rather {}"]).format(words), "undo; " + re.sub(r"\$[a-z]+", notation, made, count=1)
    return None


def adjusted(chance, draft, now, before, made):
    found = re.search(r"\$db(-?)", made)
    if not made.startswith("level") or not found:
        return None
    up = not found.group(1)
    words, change = chance.choice([("a bit less", -2 if up else 2), ("a bit more", 2 if up else -2), ("more", 3 if up else -3), ("less", -3 if up else 3),
                                   ("a lot more", 6 if up else -6), ("still too loud", -3), ("still too quiet", 3), ("too much", -3 if up else 3), ("even more", 3 if up else -3),
                                   ("a touch less", -2 if up else 2), ("a little more", 2 if up else -2), ("not enough", 3 if up else -3), ("slightly less", -2 if up else 2)])
    return words, re.sub(r"\$db-?[^$]*", f"$db{change}", made)


def undone(chance, draft, now, before, made):
    return chance.choice(["undo that", "put the old one back", "take it off again", "go back", "revert", "it was better before", "undo", "i hate it, go back", "bring the old one back", "take that back",
                          "no that's worse", "undo please", "put it back", "too much, take it off again", "remove it again", "back to how it was", "never mind, undo", "cancel that", "nope, undo", "worse. undo",
                          "that was wrong, go back", "i liked the old one more", "ew no", "not like that, undo"]), "undo"


def redone(chance, draft, now, before, made):
    return (chance.choice(["no wait bring it back", "redo it", "actually redo that", "bring it back", "no it was good, redo", "wait put it back in", "redo"]), "redo") if made == "undo" else None


def repeated(chance, draft, now, before, made):
    if re.match(r"key\$st|level.*\$db|tempo\$(pct|bpm[+-])|resize.*\$(bars[+-]|double|half)|regen|remix$", made):
        return chance.choice(["one more", "again", "once more", "same again", "one more time", "and again", "do it again", "again please", "another time"]), made
    return None


def thanked(chance, draft, now, before, made):
    return chance.choice(["nice", "perfect", "cool", "thanks", "love it", "yes!", "that's it", "great", "ok", "much better", "good", "fire", "exactly", "sounds good now", "keep it", "yeah that works"]), "none"


FOLLOWING = [elsewhere, elsewhere, elsewhere, instead, instead, instead, instead, adjusted, adjusted, undone, redone, repeated, thanked]
