"""Makes everything the ears learn from: sounds, features, labels, sources -> one .npz a section. Same arguments, same corpus."""
import argparse
import json
import os
import time

import numpy as np
from scipy import signal

import compose
import fonts
import kits
import synth_drums
import synth_fx
import synth_tones
from augment import augment
from features import RATE, listen
from words import INSTRUMENTS, KINDS, PROGRAMS, ROLES, ROLE_OF_NOTE, STYLE_PROGRAMS, instrument_of

SF2 = "/usr/share/sounds/sf2/"
FONTS = {"csound": SF2 + "sf_GMbank.sf2", "opl3": SF2 + "OPL-3_FM_128M.sf2", "freepats": "/etc/timidity/freepats.cfg",
         "timgm6mb": SF2 + "TimGM6mb.sf2"}
DRUM_FONTS = {"avl-red": SF2 + "Red_Zeppelin_4_LV2.sf2", "avl-black": SF2 + "Black_Pearl_4_LV2.sf2"}
# kept for validation: whole kits, generators and sound-font programs, none of which is trained on
HELD_SYNTH = {"melody:flute", "chords:organ", "bass:fmbass", "pad:string", "fx:small", "drums:seed7"}
HELD_DRUM_FONT = "avl-black"


class Corpus:
    """The clips of one section; their random trips depend on the keys (the seed, the section) and their place alone."""

    def __init__(self, keys, variants=2):
        self.keys, self.variants = keys, variants
        self.mel, self.facts, self.count, self.rows = [], [], [], []

    def add(self, x, role, word, kind, source, held, variants=None):
        """Listens to the sound as it is or augmented; a held-back sound keeps to one mild variant."""
        key = len(self.rows)
        for v in range(1 if held else (variants or self.variants)):
            r = np.random.default_rng(self.keys + [key, v])
            y = augment(r, x, kind == "loop", 0.4 if held or v == 0 else 1.0)
            got = listen(y)
            if got is None or not np.isfinite(got[1]).all():
                continue
            mel, facts = got
            self.mel.append(np.round(mel * 255).astype(np.uint8))
            self.facts.append(facts)
            self.count.append(len(mel))
            self.rows.append((ROLES.index(role) if role else -1, INSTRUMENTS.index(word) if word else -1, KINDS.index(kind), source, bool(held)))

    def save(self, path):
        roles, words, kinds, sources, held = zip(*self.rows)
        np.savez(path, mel=np.concatenate(self.mel), facts=np.stack(self.facts), count=np.array(self.count), role=np.array(roles),
                 word=np.array(words), kind=np.array(kinds), held=np.array(held), source=np.array(sources))


def half(x):
    return signal.resample_poly(x, 1, 2)


def held_program(font, program):
    """Every sixth program of a font is kept back, another sixth in each font."""
    return (program * 7 + sum(map(ord, font))) % 6 == 0


def part_of(song, style):
    r = song.rng
    if style == "melody":
        return compose.arp(song) if r.random() < 0.3 else compose.melody(song)
    if style == "vocal":
        return compose.pad(song) if r.random() < 0.5 else compose.melody(song, slow=0.6)
    return getattr(compose, style)(song)


def tonal_font_loops(corpus, font, path, counts, seed):
    parts, info = [], []
    for style, count in counts.items():
        for i in range(count):
            r = np.random.default_rng([seed, 11, sum(map(ord, font + style)), i])
            song = compose.Song(r)
            programs = [p for p in STYLE_PROGRAMS[style] if font != "freepats" or p in fonts.TONE_PROGRAMS_FREEPATS]
            program = int(programs[r.integers(len(programs))])
            spb = 60.0 / song.bpm
            notes = [(t * spb, max(0.05, min(d, song.total() - t) * spb), n, v) for t, d, n, v in part_of(song, style) if t < song.total()]
            parts.append((program, False, notes, song.seconds()))
            info.append((style, program, r.random() < 0.85))
    for a in range(0, len(parts), 60):
        for x, (style, program, closed), part in zip(fonts.render(path, parts[a:a + 60]), info[a:a + 60], parts[a:a + 60]):
            y = fonts.close_loop(x, part[3]) if closed else x
            corpus.add(y, "vocal" if style == "vocal" else style, instrument_of(program), "loop", "%s:%d" % (font, program), held_program(font, program))


def font_notes(corpus, font, path, count, seed):
    """Single notes and single chords."""
    parts, info = [], []
    pool = sorted(set(p for ps in PROGRAMS.values() for p in ps))
    pool = [p for p in pool if font != "freepats" or p in fonts.TONE_PROGRAMS_FREEPATS]
    for i in range(count):
        r = np.random.default_rng([seed, 12, sum(map(ord, font)), i])
        program = int(pool[r.integers(len(pool))])
        word = instrument_of(program)
        song = compose.Song(r)
        held = float(r.choice([0.15, 0.4, 1.0, 2.0, 3.5]))
        if word in ("bass",):
            notes, role = [int(r.integers(26, 50))], "bass"
        elif word in ("piano", "keys", "organ", "guitar", "synth", "strings", "brass") and r.random() < 0.45:
            notes = song.voicing(int(r.integers(7)), 48, 0.4)
            role = "pad" if word == "strings" and held >= 1 else "chords"
        else:
            notes, role = [int(r.integers(45, 84))], ROLE_OF_NOTE[word]
            if word == "pad" and r.random() < 0.5:
                notes = song.voicing(int(r.integers(7)), 48, 0.4)
        parts.append((program, False, [(0.0, held, n, int(r.integers(70, 122))) for n in notes], held))
        info.append((role, word, program))
    for a in range(0, len(parts), 120):
        for x, (role, word, program) in zip(fonts.render(path, parts[a:a + 120]), info[a:a + 120]):
            level = np.abs(x) > np.max(np.abs(x)) * 1e-3
            x = x[:max(800, len(x) - int(np.argmax(level[::-1])))] if level.any() else x
            corpus.add(x, role, word, "oneshot", "%s:%d" % (font, program), held_program(font, program))


DRUM_STYLES = {"drums": ("drums", "drums"), "perc": ("percussion", "perc"), "hihat": ("drums", "hihat"), "kick": ("drums", "kick"), "snare": ("drums", "snare")}


def drum_styles(r):
    return str(r.choice(["drums", "perc", "hihat", "kick", "snare"], p=[.52, .26, .13, .06, .03]))


def font_drums(corpus, font, path, loops, shots, seed, held):
    parts, info = [], []
    kits_of = {"freepats": [0], "csound": [0], "opl3": [0, 8, 16, 24, 25, 32, 40], "timgm6mb": [0, 8, 16, 24, 25, 32, 40]}.get(font, [0])
    places, melodic = (fonts.AVL_DRUM, True) if font.startswith("avl") else (fonts.GM_DRUM, False)
    for i in range(loops + shots):
        r = np.random.default_rng([seed, 13, sum(map(ord, font)), i])
        song = compose.Song(r)
        if i < loops:
            style = drum_styles(r)
            notes = [(t * 60 / song.bpm, 0.2, places[p], v) for t, p, v in compose.beat(song, style) if t < song.total() and p in places]
            parts.append((int(r.choice(kits_of)), not melodic, notes, song.seconds()))
            info.append(DRUM_STYLES[style] + ("loop",))
        else:
            piece = str(r.choice([p for p in places if p != "snap"]))
            parts.append((int(r.choice(kits_of)), not melodic, [(0.0, 0.2, places[piece], int(r.integers(60, 125)))], 0.6))
            word = synth_drums.INSTRUMENT.get(piece, "perc")
            info.append((ROLE_OF_NOTE[word], word, "oneshot"))
    for a in range(0, len(parts), 80):
        for x, (role, word, kind), part in zip(fonts.render(path, parts[a:a + 80]), info[a:a + 80], parts[a:a + 80]):
            if np.max(np.abs(x)) < 1e-4:
                continue
            y = fonts.close_loop(x, part[3]) if kind == "loop" else x
            corpus.add(y, role, word, kind, "%s:drums" % font, held)


PATCHES = {"chords": ["stab", "stab", "pad", "epiano", "organ", "string", "brass", "guitar", "piano", "lead", "pluck"],
           "melody": ["lead", "lead", "pluck", "pluck", "bell", "flute", "epiano", "guitar", "piano", "brass", "string", "stab"],
           "pad": ["pad", "pad", "pad", "string", "organ"], "bass": ["bass", "bass", "reese", "sub808", "sub808", "fmbass"], "vocal": ["choir"]}


def synth_loops(corpus, counts, seed):
    for style, count in counts.items():
        for i in range(count):
            r = np.random.default_rng([seed, 21, sum(map(ord, style)), i])
            song = compose.Song(r, longest=9.0)
            kind = str(r.choice(PATCHES[style]))
            patch = synth_tones.Patch(kind, r)
            notes = part_of(song, style)[:90]
            x = synth_tones.perform(patch, notes, 60 / song.bpm, song.total(), wrap=r.random() < 0.85)
            source = "%s:%s" % (style, kind)
            corpus.add(half(x), style, synth_tones.WORD[kind], "loop", "synth:" + source, source in HELD_SYNTH)


def synth_notes(corpus, count, seed):
    for i in range(count):
        r = np.random.default_rng([seed, 22, i])
        kind = str(r.choice(sorted(synth_tones.WORD)))
        patch, song = synth_tones.Patch(kind, r), compose.Song(r)
        word, held = synth_tones.WORD[kind], float(r.choice([0.15, 0.4, 1.0, 2.5]))
        low = word in ("bass", "808")
        notes, role = [int(r.integers(25, 49) if low else r.integers(48, 84))], ROLE_OF_NOTE[word]
        if kind in ("stab", "epiano", "organ", "guitar", "piano", "pad", "string") and r.random() < 0.5:
            notes = song.voicing(int(r.integers(7)), 48, 0.4)
            role = "chords" if kind not in ("pad", "string") else "pad"
        x = synth_tones.perform(patch, [(0.0, held, n, 110) for n in notes], 1.0, held, wrap=False, tail=patch.rel + 0.4)
        corpus.add(half(x), role, word, "oneshot", "synth:%s:%s" % (role, kind), "%s:%s" % (role, kind) in HELD_SYNTH)


def synth_beats(corpus, loops, shots, hits, seed):
    """Loops over synthetic kits, some of their pieces exchanged for recordings; single hits."""
    for i in range(loops):
        r = np.random.default_rng([seed, 23, i])
        song, style = compose.Song(r, longest=9.0), drum_styles(r)
        recorded = r.uniform(0, 1) if r.random() < 0.6 else 0.0
        sounds, n = {}, int(round(song.seconds() * RATE))
        x, gains = np.zeros(n), {}
        for t, piece, v in compose.beat(song, style):
            if piece not in sounds:
                use = hits.get(piece) if r.random() < recorded else None
                sounds[piece] = use[int(r.integers(len(use)))] if use else half(synth_drums.PIECES[piece](r))
                sounds[piece] = sounds[piece] / (np.max(np.abs(sounds[piece])) + 1e-9)
                base = {"kick": 1.0, "snare": .85, "clap": .7, "crash": .5}.get(piece, .4 if style == "drums" else .7)
                gains[piece] = base * float(np.exp(r.normal(0, 0.3)))
            s = sounds[piece][:n] * gains[piece] * (v / 127) ** 1.5
            at = int(round(t * 60 / song.bpm * RATE)) % n
            m = min(len(s), n - at)
            x[at:at + m] += s[:m]
            x[:len(s) - m] += s[m:]
        corpus.add(x, *DRUM_STYLES[style], "loop", "synth:drums:%s" % ("seed7" if i % 8 == 7 else "mixed"), i % 8 == 7)
    for i in range(shots):
        r = np.random.default_rng([seed, 24, i])
        piece = str(r.choice(sorted(synth_drums.PIECES) + ["kick", "kick", "snare", "snare", "closed", "clap", "closed"]))
        word = synth_drums.INSTRUMENT.get(piece, "perc")
        corpus.add(half(synth_drums.PIECES[piece](r)), ROLE_OF_NOTE[word], word, "oneshot", "synth:hit:%s" % piece, i % 10 == 9)


def recordings(corpus, shots, repeats):
    """Each recording several times, augmented; loops whose role its name does not say are used for kind alone."""
    roles = {"loop_garzul": "melody", "loop_weirdo": "melody", "loop_drone": "pad", "loop_tabla": "percussion"}
    for x, word, pack, name, kind in shots:
        role = ROLE_OF_NOTE.get(word)
        if kind == "loop":
            role = next((v for k, v in roles.items() if name.startswith(k)), "drums" if word == "drums" else role)
        times = repeats if pack == "sonic-pi" else 2
        corpus.add(x[:12 * RATE], role, word, kind, "kit:" + pack, False, times)


def voices(corpus, count, seed):
    for x, kind, voice in kits.vocals(seed, count):
        corpus.add(x, "vocal", "vocal", kind, "flite:" + voice, voice == "awb")


def effects(corpus, count, seed):
    for i in range(count):
        x, word, kind, name = synth_fx.draw(np.random.default_rng([seed, 31, i]))
        corpus.add(half(x), "fx", word, kind, "synth:fx:" + name, (name == "small" and i % 2 == 0) or i % 9 == 8)


def sound_font(corpus, font, f, seed):
    tonal_font_loops(corpus, font, FONTS[font], {"bass": f(190), "chords": f(330), "melody": f(360), "pad": f(270), "vocal": f(70)}, seed)
    font_notes(corpus, font, FONTS[font], f(330), seed)
    font_drums(corpus, font, FONTS[font], f(160), f(320), seed, False)


def base(corpus, a):
    """Everything that does not come from a font of --more-fonts."""
    k = lambda n: max(2, int(n * a.scale))
    shots = kits.one_shots(a.truth, a.kits)
    recordings(corpus, shots, 5)
    voices(corpus, k(240), a.seed)
    effects(corpus, k(650), a.seed)
    synth_beats(corpus, k(600), k(1300), kits.hits(shots), a.seed)
    synth_loops(corpus, {"bass": k(330), "chords": k(380), "melody": k(420), "pad": k(280), "vocal": k(150)}, a.seed)
    synth_notes(corpus, k(420), a.seed)
    for font, weight in (("csound", 1.0), ("opl3", 0.5), ("freepats", 0.7)):
        sound_font(corpus, font, lambda n, weight=weight: k(n * weight), a.seed)
    for font in DRUM_FONTS:
        font_drums(corpus, font, DRUM_FONTS[font], k(110), k(300), a.seed, font == HELD_DRUM_FONT)


def sections(a):
    """Name -> what makes that section; each is kept in a file of its own and not made twice."""
    todo = {"base": lambda: (Corpus([a.seed, 3]), lambda c: base(c, a))}
    for i, font in enumerate(f for f in a.more_fonts.split(",") if f):
        todo["font-" + font] = lambda i=i, font=font: (Corpus([a.seed, 4, i]), lambda c: sound_font(c, font, lambda n: max(2, int(n * a.scale)), a.seed))
    return todo


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--work", required=True, help="folder for the sections")
    ap.add_argument("--kits", required=True, help="folder filled by get-debian-loops.sh")
    ap.add_argument("--truth", required=True, help="ground-truth.csv of those kits")
    ap.add_argument("--seed", type=int, default=20261121)
    ap.add_argument("--scale", type=float, default=1.4, help="how much of everything; 1.4 is what is shipped")
    ap.add_argument("--more-fonts", default="", help="fonts beside those of the base: timgm6mb")
    a = ap.parse_args()
    os.makedirs(a.work, exist_ok=True)
    t0, clips = time.time(), {}
    for name, make in sections(a).items():
        path = os.path.join(a.work, name + ".npz")
        if not os.path.exists(path):
            corpus, fill = make()
            fill(corpus)
            corpus.save(path)
        with np.load(path) as made:
            clips[name] = int(len(made["role"]))
        print("%7.0f s  %6d clips  %s" % (time.time() - t0, clips[name], name), flush=True)
    with open(os.path.join(a.work, "corpus.json"), "w", encoding="utf8") as f:
        json.dump({"seed": a.seed, "scale": a.scale, "more_fonts": a.more_fonts, "clips": clips}, f)


if __name__ == "__main__":
    main()
