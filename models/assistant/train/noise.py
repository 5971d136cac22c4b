"""What people add to a message and get wrong in it: greetings, slang, typos, missing marks."""
import re

BEFORE = ["yo", "hey", "ok", "ok so", "can you", "could you", "please", "pls", "hi,", "so", "now", "bro", "alright", "hey can u",
          "i think", "maybe", "lets", "um", "hello,", "dude", "great.", "nice,", "cool,", "hmm", "okay now", "sweet.", "uh",
          "ayo", "yoo", "fam,", "listen,", "right,", "ok cool,", "hey there,", "good morning,", "hi there!", "well,", "ah,",
          "actually", "sorry,", "one thing:", "quick:", "ok next:", "man,", "aight", "oh and", "btw", "please,"]
AFTER = ["please", "pls", "plz", "thanks", "thx", ", thank you", "ok?", "bro", "man", "asap", "!", "!!", ", thats it", "lol", "if you can",
         "if possible", "for me", ", is possible?", ", thank you so much", "haha", "?", "...", "yeah", "now", "real quick", "ty", ".",
         ", cheers", "mate", "fam", "ffs", "lmao", "tho", "when you can", ", no rush", "thats all", ". thanks!", ", ta", "x", ", merci",
         ", appreciate it", "and make it slap", "that goes hard", "that hits", ", surprise me with the rest", "or whatever", "i guess", ", you know"]
SLANG = {"you": ["u", "ya"], "something": ["smth", "sum", "sth", "somethin"], "please": ["pls", "plz"], "and": ["n"], "with": ["w", "wit"],
         "the": ["da", "tha", "teh"], "going to": ["gonna"], "really": ["rly", "realy"], "because": ["cuz"], "about": ["bout"],
         "them": ["em"], "around": ["round", "arnd"], "want": ["wanna", "wnt"], "for": ["4"], "without": ["w o", "wout"], "that": ["dat"], "some": ["sum"], "more": ["mo"]}
NEAR = dict(zip("asdfghjklqwertyuiopzxcvbnm", "sdfghjkl;wertyuiop[xcvbnm,"))


def typo(word, chance):
    at, kind = chance.randrange(1, len(word)), chance.random()
    if kind < 0.35:
        return word[:at] + word[at + 1:]
    if kind < 0.65 and at < len(word) - 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind < 0.8:
        return word[:at] + word[at] + word[at:]
    near = NEAR.get(word[at], word[at])
    return word[:at] + (near if near.isalpha() else word[at]) + word[at + 1:]


def typos(text, chance, share=0.12, spared=frozenset()):
    """The text with one or two slips in words of four letters or more; marks, digits and spared words stay."""
    words = text.split(" ")
    able = [i for i, w in enumerate(words) if re.fullmatch(r"[a-z]{4,}[,.!?]?", w) and w.rstrip(",.!?") not in spared]
    if not able or chance.random() > share:
        return text
    for i in chance.sample(able, min(len(able), chance.choice([1, 1, 2]))):
        words[i] = typo(words[i].rstrip(",.!?"), chance) + words[i][len(words[i].rstrip(",.!?")):]
    return " ".join(words)


def dressed(text, chance, share=0.22, spared=frozenset()):
    """The text as somebody in a hurry may type it; spared words, which an answer copies, stay as they are."""
    if chance.random() < share:
        text = chance.choice(BEFORE) + " " + text
    if chance.random() < share:
        after = chance.choice(AFTER)
        text = text + ("" if after[0] in ",.!?" else " ") + after
    if chance.random() < 0.15:
        for said in [w for w in chance.sample(sorted(SLANG), 4) if w not in spared]:
            text = re.sub(rf"\b{said}\b", lambda m: chance.choice(SLANG[said]), text, count=1)
    if chance.random() < 0.1:
        text = text.replace(",", "")
    if chance.random() < 0.04:
        text = re.sub(r"\b(the|a|an) ", "", text)
    return typos(text, chance, spared=spared)
