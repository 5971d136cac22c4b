"""How people say the parts of a request for a new song: the placeholders are those of corpus/frames/compose.txt."""

TEMPO = ["{} bpm", "{} bpm", "{}bpm", "{}", "at {}", "bpm {}", "tempo {}", "@{}", "around {}", "around {} bpm", "about {}", "{} beats per minute",
         "at {} bpm", "somewhere around {}", "say {}", "{} or so", "{} tempo", "keep it at {}", "tempo: {}", "bpm: {}", "let's say {}", "like {}", "in {}"]
WORLD_TEMPO = ["{} bpm", "{}", "{} bpm", "tempo {}", "a {}", "bei {}", "op {}", "um die {} bpm", "unos {} bpm", "environ {} bpm", "circa {} bpm"]
TONALITY = ["in {}", "in {}", "{}", "in the key of {}", "key of {}", "key {}", "key: {}", "in {} please"]
LENGTH = ["{}", "{}", "{} long", "about {}", "around {}", "roughly {}", "{} total", "length {}", "max {}", "{} or so", "lasting {}", "say {}", "exactly {}", "just {}"]
LOOSE = ["{M}", "{B}", "{K}", "{D}", "with {I}", "no {X}", "seed {E}", "{R}", "and {I}", "plus {I}", "without {X}", "{M} and {M}", "make it {M}", "{U}", "use {I}", "add {I}", "{M} vibe", "nothing too {J}", "lots of {I}", "{I}"]
LISTED = {
    "style": ["{S}", "{S}", "{S}", "{S} {N}", "style: {S}", "a {S} {N}", "{M} {S}", "{M} {S} {N}", "{S} thing", "some {S}", "genre: {S}", "{V} {S}", "{V} a {S} {N}", "{S} please", "{S} {U}", "{V} some {M} {S}", "{V} a {M} {S} {N}", "{S} ting"],
    "mood": ["{M}", "{M}", "{M}", "{M} and {M}", "{M} + {M}", "{M}, {M}", "mood: {M}", "{M} vibe", "feel: {M}", "kind of {M}", "must be {M}", "{M} as hell", "{M} af", "very {M}", "{M} n {M}", "{M} but {M}", "make it {M}", "should be {M}", "{M} feeling", "it should feel {M}", "all {M}"],
    "tempo": ["{b}", "{b} bpm", "{B}", "{B}"], "key": ["{k}", "{K}", "key {k}"], "length": ["{D}", "{R}", "{D}"],
    "layer": ["{I}", "{I}", "{I}", "with {I}", "{I} a must", "{I} in it", "{I} in the back", "{I} and {I}", "{I} n {I}", "with {I} and {I}", "{I} + {I}", "plus {I}", "{I}!", "featuring {I}", "{I} on top", "{Z}", "{Z}", "need {I}", "{I} all the way", "{I} far in the back", "w {I}", "{I} up front", "{I} too", "i want {I}", "and {I}", "{I}, {I}, {I}"],
    "without": ["no {X}", "no {X}", "without {X}", "no {X} or {X}", "no {X}, no {X}", "skip the {X}", "leave the {X} out", "hold the {X}", "zero {X}", "not a single {X}", "no {X} whatsoever", "no {X} please", "minus {X}", "no {X} at all", "sans {X}", "leave out the {X}", "{X}-free", "but no {X}", "not even {X}"],
    "seed": ["seed {E}", "seed {E}", "with seed {E}"], "purpose": ["{U}", "{U}"], "aside": ["{Y}"],
    "library": ["around {A}", "anchor {A}", "folder {F}", "from {F}", "only {O}", "using {O} only", "only loops from {F}", "built on {A}", "{W}"], "plan": ["{P}", "sections: {P}", "{P}"]}
ODDS = {"style": 0.88, "mood": 0.55, "tempo": 0.55, "key": 0.35, "length": 0.25, "layer": 0.5, "without": 0.22, "seed": 0.07, "purpose": 0.12,
        "aside": 0.12, "library": 0.08, "plan": 0.07}
TAGGED = ["only loops with {} in the name", "only use loops that say {}", "restrict it to loops tagged {}", "only the {} loops", "only loops called something with {}", "just the loops with {} in their name",
          "use only {} loops", "loops tagged {} only", "nothing but {} samples", "only samples that say {}"]
