"""The grammar of one request: the base grammar with the rules for words and slots narrowed to what the prompt has."""
import re

RELATIVE = ['"$relmajor"', '"$relminor"', '"$parmajor"', '"$parminor"']


def rules(request):
    """Rule name -> its right-hand side in GBNF, in place of the line of that name in calls.gbnf."""
    named = {k: [n for n in request.slots if n[1] == k] for k in "lkdyn"}
    quoted = lambda texts: [f'"{t}"' for t in texts]
    single = [t for t in request.words() if re.fullmatch(r"\d", t)]
    words = quoted(" " + w for w in request.words()) or ['" it"']
    count = quoted(named["n"] + single) or ['"1"']
    length = quoted("$len" + n for n in named["d"] + named["y"]) or ['"$len" count']
    return {"word": " | ".join(words), "bit": " | ".join(["word"] + quoted(named["l"] + named["y"] + named["n"])),
            "name": " | ".join(quoted(named["l"]) + ["str"]), "count": " | ".join(count),
            "key": " | ".join(quoted("$key" + n for n in named["k"]) + RELATIVE), "length": " | ".join(length)}


def narrowed(grammar, request):
    """The whole grammar for this request."""
    own = rules(request)
    return "\n".join(f"{line.split(' ')[0]} ::= {own[line.split(' ')[0]]}" if line.split(" ")[0] in own else line
                     for line in grammar.splitlines()) + "\n"
