"""Numbers written as words, in seven languages, as digits."""
import re

UNITS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince dieciseis diecisiete "
          "dieciocho diecinueve",
    "de": "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
          "siebzehn achtzehn neunzehn",
    "fr": "zero - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "pt": "zero - dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete "
          "dezoito dezenove",
    "it": "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
          "diciassette diciotto diciannove",
    "nl": "nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
          "achttien negentien",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}
HUNDRED = {"hundred": 100, "cien": 100, "ciento": 100, "hundert": 100, "einhundert": 100, "cent": 100, "cem": 100,
           "cento": 100, "honderd": 100, "zweihundert": 200, "duecento": 200, "doscientos": 200, "duzentos": 200,
           "tweehonderd": 200}
JOIN = {"and", "y", "e", "et", "und"}

VALUE = {}
for _words in UNITS.values():
    for _n, _w in enumerate(_words.split()):
        if _w != "-":
            VALUE.setdefault(_w, _n)
for _words in TENS.values():
    for _n, _w in enumerate(_words.split()):
        VALUE.setdefault(_w, 20 + 10 * _n)
VALUE.update(HUNDRED)
VALUE.update({"vingts": 20, "ventuno": 21, "ventotto": 28,
              "dezasseis": 16, "catorze": 14, "fourty": 40, "ninty": 90, "centoventi": 120, "centotrenta": 130,
              "centoquaranta": 140, "centoventotto": 128, "trentadue": 32, "ventiquattro": 24, "veintiocho": 28,
              "veinticuatro": 24, "vierundzwanzig": 24, "zweiunddreissig": 32})
for _t, _tens in enumerate(TENS["de"].split()):
    for _u, _one in enumerate("ein zwei drei vier funf sechs sieben acht neun".split()):
        VALUE[_one + "und" + _tens] = 20 + 10 * _t + _u + 1
for _t, _tens in enumerate(TENS["nl"].split()):
    for _u, _one in enumerate("een twee drie vier vijf zes zeven acht negen".split()):
        VALUE[_one + "en" + _tens] = 20 + 10 * _t + _u + 1
for _w, _v in [(w, v) for w, v in VALUE.items() if v < 100]:
    for _h in ("hundert", "einhundert", "honderd", "cento"):
        VALUE.setdefault(_h + _w, 100 + _v)

# words that are more often something else: numbers only where a unit follows
SHY = {"one", "sei", "due", "seis", "six", "zes", "acht", "dix", "sept", "nove", "tre", "tres", "uno", "dos", "eins",
       "cent", "cem", "zero", "null", "nul", "onze", "doce", "elf", "otto", "oito", "sete", "dez", "tien", "zehn",
       "drei", "zwei", "vier", "drie", "twee", "quatre", "trois", "deux", "dois"}

WORD = re.compile(r"[a-z]+")


def value_of(words):
    """The number that these words (lower case, no accents) spell, or None: 'one forty two' is 142."""
    total, last, seen = 0, None, False
    for index, word in enumerate(words):
        if word in JOIN or word == "a":
            if (word == "a" and index) or (word in JOIN and not seen):
                return None
            continue
        value = VALUE.get(word)
        if value is None:
            return None
        if word in HUNDRED and value == 100:
            if seen and last is not None and 1 <= total <= 9:
                total = total * 100
            elif not seen:
                total = 100
            else:
                return None
        elif not seen:
            total = value
        elif last is not None and last >= 100 and value < 100:
            total += value
        elif last is not None and 20 <= last < 100 and 1 <= value <= 9 and last % 10 == 0:
            total += value
        elif last is not None and last == 60 and 10 <= value < 20 or last == 80 and 1 <= value < 20:
            total += value
        elif last == 10 and 7 <= value <= 9 and words[index - 1] == "dix":
            total += value
        elif last is not None and last == 4 and value == 20:
            total = 80
        elif last is not None and 1 <= last <= 2 and 10 <= value < 100 and total == last:
            total = last * 100 + value
        else:
            return None
        seen = True
        last = total if word in HUNDRED or value >= 100 else value if value != 20 or total != 80 else 80
    return total if seen and words[-1] not in JOIN and words[-1] != "a" else None


def find(text):
    """(start, end, value, shy) of every number written as words in lower-case folded text, longest first from the left."""
    tokens = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
    found, i = [], 0
    while i < len(tokens):
        best = None
        for j in range(min(len(tokens), i + 6), i, -1):
            part = tokens[i:j]
            if any(text[a[1]:b[0]].strip(" -") for a, b in zip(part, part[1:])):
                continue
            words = [t[2] for t in part]
            value = value_of(words)
            if value is not None and words[0] not in JOIN:
                best = (part[0][0], part[-1][1], value, len(words) == 1 and words[0] in SHY)
                break
        if best:
            found.append(best)
            i = j
        else:
            i += 1
    return found
