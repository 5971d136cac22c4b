"""The short words by which a request for a new song says what its other words are for."""
import re

from reading import KINDS

SEED = {"seed", "semilla", "graine", "seme", "semente", "zaad"}
BARS = {"bar", "bars", "measures", "measure", "takte", "takten", "compases", "compas", "mesures", "mesure", "compassos", "battute", "maten"}
TEMPO = {"bpm", "bmp", "bpmm", "tempo", "beats"}
NOT = {"no", "without", "minus", "skip", "zero", "wout", "sans", "sin", "sem", "senza", "ohne", "zonder", "kein", "keine", "keinen", "geen", "hold",
       "pas", "nada", "ningun", "ninguna", "nenhum", "nenhuma", "aucun", "aucune", "niente", "nessun", "nessuna"}
LITTLE = {"the", "a", "an", "any", "some", "my", "el", "la", "de", "le", "les", "der", "die", "das", "o", "os", "il", "single", "more", "di", "d", "l", "des", "du"}
ALSO = {"or", "nor", "and", "n", "o", "u", "ni", "y", "e", "et", "ou", "und", "oder", "en", "of"}
WEIGHED = {"not", "nothing", "less", "too", "never", "isnt", "dont", "nicht", "pas", "nada"}
SECTION = {**{k: k for k in KINDS}, "chorus": "hook", "refrain": "hook", "pre": "prechorus", "interlude": "bridge", "opening": "intro", "ending": "outro", "buildup": "build",
           "couplet": "verse", "strophe": "verse", "estribillo": "hook", "coro": "hook", "verso": "verse", "estrofa": "verse", "puente": "bridge", "refrao": "hook", "ponte": "bridge",
           "strofa": "verse", "ritornello": "hook", "brug": "bridge", "refrein": "hook", "pont": "bridge", "prehook": "prechorus", "break": "breakdown"}
UNCLEAR = {"same", "again", "twice", "each", "every", "repeat", "x", "two", "three", "four", "verses", "hooks", "drops", "choruses", "drop", "into", "only", "times", "both", "start", "starts"}
OWN = {"drum": "drums", "drums": "drums", "percussion": "percussion", "bass": "bass", "bassline": "bass", "chords": "chords", "melody": "melody", "pad": "pad", "pads": "pad",
       "vocal": "vocal", "vocals": "vocal", "fx": "fx", "beat": "drums", "beats": "drums", "voces": "vocal", "voz": "vocal", "voix": "vocal", "voce": "vocal", "voci": "vocal",
       "gesang": "vocal", "zang": "vocal", "bateria": "drums", "batterie": "drums", "batteria": "drums", "schlagzeug": "drums", "bajo": "bass", "baixo": "bass", "basse": "bass",
       "basso": "bass", "bas": "bass", "melodia": "melody", "melodie": "melody", "percusion": "percussion", "percussao": "percussion", "percussions": "percussion"}
LINKS = LITTLE | ALSO | NOT | WEIGHED | {"with", "w", "in", "on", "at", "for", "to", "from", "but", "that", "is", "con", "mit", "avec", "com", "met", "plus", "just", "only", "over", "around", "make",
                                         "add", "use", "want", "need", "featuring", "its", "it", "me", "where", "has", "have", "like", "then", "lots", "un", "une", "una", "ein", "eine", "uma", "um",
                                         "these", "those", "this", "your", "his", "her", "our", "as", "by", "so", "very", "really", "be", "are", "also", "maybe", "played", "using"}
NOUNS = {"beat", "beats", "track", "song", "music", "tune", "joint", "instrumental", "banger", "thing", "number", "jam", "piece", "loop", "type", "ting", "vibe", "groove", "sketch", "cue", "riddim"}
FOLDER = {"folder", "pack", "directory", "carpeta", "ordner", "dossier", "pasta", "cartella", "map"}
ALONE = {"only", "just", "nothing", "solo", "nur", "seulement", "alleen", "using", "restrict", "limited", "uniquement"}
REFUSING = NOT | WEIGHED | {"out", "free", "hate", "sick", "neither", "drop", "leave", "avoid", "cut", "lose", "kill", "instead", "must", "none", "drumless", "off", "allergic", "cant", "wont", "keep"}
DRUMLESS = {"drumless", "beatless"}
ENDINGS = ("en", "er", "es", "em", "e")
GONE = {"forget", "over", "enough", "instead", "from", "scrap", "not"}
SCALAR = {"key": "k", "len": "dy", "bpm": "n", "bars": "n", "seed": "n"}
WORD = re.compile(r"[a-z0-9#]+")
