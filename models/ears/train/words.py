"""The words of the ears: what a sound can be. Roles and kinds are the project's; instruments are this model's own."""
ROLES = ["drums", "percussion", "bass", "chords", "melody", "pad", "vocal", "fx"]
KINDS = ["loop", "oneshot", "fx"]
INSTRUMENTS = ["kick", "snare", "clap", "hihat", "cymbal", "tom", "perc", "drums", "bass", "808", "synth", "pad", "keys",
               "piano", "organ", "guitar", "strings", "brass", "wind", "bell", "pluck", "vocal", "ambience", "riser", "impact",
               "fx"]

# General MIDI programs (from 0) by instrument word
PROGRAMS = {"piano": [0, 1, 2, 3], "keys": [4, 5, 6, 7], "bell": [8, 9, 10, 11, 12, 13, 14, 98, 108, 112, 114],
            "organ": [16, 17, 18, 19, 20, 21, 22, 23], "guitar": [24, 25, 26, 27, 28, 29, 30],
            "bass": [32, 33, 34, 35, 36, 37, 38, 39, 87], "strings": [40, 41, 42, 44, 48, 49, 50, 51],
            "pluck": [45, 46, 15, 104, 105, 106, 107], "vocal": [52, 53, 54], "brass": [56, 57, 58, 59, 60, 61, 62, 63],
            "wind": [64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 77, 78, 79, 109, 111],
            "synth": [80, 81, 82, 83, 84, 85, 86, 90, 96, 103], "pad": [88, 89, 90, 91, 92, 93, 94, 95, 99, 101]}

# what a single note of an instrument is called as a role
ROLE_OF_NOTE = {"kick": "drums", "snare": "drums", "clap": "drums", "hihat": "drums", "cymbal": "drums", "tom": "drums",
                "drums": "drums", "perc": "percussion", "bass": "bass", "808": "bass", "synth": "melody", "pad": "pad",
                "keys": "chords", "piano": "chords", "organ": "chords", "guitar": "chords", "strings": "pad", "brass": "chords",
                "wind": "melody", "bell": "melody", "pluck": "melody", "vocal": "vocal", "ambience": "fx", "riser": "fx",
                "impact": "fx", "fx": "fx"}

# programs of each playing style; the instrument word follows from the program
STYLE_PROGRAMS = {
    "chords": PROGRAMS["piano"] * 3 + PROGRAMS["keys"] * 3 + PROGRAMS["organ"] + PROGRAMS["guitar"] * 2 + [61, 62, 63, 62]
    + [48, 49, 50, 51, 90, 81, 80, 88, 12, 11, 46],
    "melody": PROGRAMS["bell"] * 2 + PROGRAMS["wind"] * 2 + PROGRAMS["synth"] * 2 + PROGRAMS["pluck"] * 2
    + PROGRAMS["guitar"] * 2 + PROGRAMS["piano"] * 2 + PROGRAMS["keys"] * 2 + [40, 41, 42, 44, 48, 56, 57, 59, 60, 62, 87, 87, 16],
    "pad": PROGRAMS["pad"] * 4 + [48, 49, 50, 51] * 3 + [16, 18, 19, 44, 88],
    "bass": PROGRAMS["bass"] * 2,
    "vocal": PROGRAMS["vocal"] * 2 + [85],
}


def instrument_of(program):
    """The instrument word of a General MIDI program; "synth" wins where a program is in two lists."""
    for word in ("bass", "synth", "vocal", "pad", "piano", "keys", "bell", "organ", "guitar", "strings", "pluck", "brass", "wind"):
        if program in PROGRAMS[word] and not (word == "synth" and program == 90):
            return word
    return "fx"
