"""Turns what people type into plain text: no accents, straight quotes, ASCII alone, the case kept for keys."""
import functools
import re
import unicodedata

REPLACED = {"’": "'", "‘": "'", "`": "'", "´": "'", "ß": "ss", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "æ": "ae",
            "Æ": "Ae", "ł": "l", "ı": "i", "♭": "b", "♯": "#", "–": "-", "—": " - ", "−": "-", "“": '"', "”": '"',
            "„": '"', "«": '"', "»": '"', "½": " 1/2", "…": "...", "×": "x", "\n": " / ", "\r": " ", "\t": " "}


@functools.lru_cache(1 << 16)
def fold(text):
    """The text in ASCII with its case kept; a line break becomes ' / ', anything unknown a space."""
    text = "".join(REPLACED.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^\x20-\x7e]", " ", text)


ELISION = re.compile(r"\b(l|d|j|c|qu|n|s|m|t|dell|nell|all|un|dall|sull|quell|coll)'(?=[a-z])")


def simplify(text):
    """Folded text as the model reads it: lower case, words apart, the few punctuation marks that carry meaning.
    Private-use characters (slots) pass through.
    """
    text = text.lower()
    text = re.sub(r"\br ?(?:&|'?n'?|and) ?b\b", "rnb", text)
    text = re.sub(r"\bd ?(?:&|'?n'?|and) ?b\b", "dnb", text)
    text = re.sub(r"\bw/o\b", "without", text)
    text = re.sub(r"\bw/ ?(?=[a-z\ue000-\uf8ff])", "with ", text)
    text = text.replace("&", " and ")
    text = re.sub(r"(?<=[a-z])'(?:n'|n\b)|'n'?(?= )", " n ", text)
    text = ELISION.sub(r"\1 ", text).replace("'", "")
    text = re.sub(r"(?<=[a-z0-9])-+(?=[a-z])", " ", text)
    text = re.sub(r"[^a-z0-9#\ue000-\uf8ff .,:;!?/+=%()-]", " ", text)
    text = re.sub(r"([/+=()%])", r" \1 ", text)
    text = re.sub(r"([!?.,])[!?.,]+", r"\1", text)
    text = re.sub(r"(?<![a-z0-9])#(?=[^a-z]|$)", " ", text)
    text = re.sub(r"([.,:;!?])(?=[a-z\ue000-\uf8ff])", r"\1 ", text)
    return re.sub(r" +", " ", text).strip()


def spellings(text):
    """Simplified word -> the word as it was typed, in lower case, where the two differ."""
    found = {}
    for word in re.findall(r"[^\W_]+", text):
        key, typed = simplify(fold(word)), word.lower()
        if key and key != typed and " " not in key:
            found.setdefault(key, typed)
    return found
