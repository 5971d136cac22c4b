"""Renders sounds whose words are known: what plays, how, and what was done to it. WORK/NAME/*.wav and WORK/NAME.jsonl, a line a sound.

usage: sounds.py --work WORK --kits KITS --truth CSV [--name learn --seed N --bases N]      sources that may be learnt from
       sounds.py --work WORK --name judge --seed N --bases N --font FILE.sf2                one font, to judge by
"""
import argparse
import json
import os
import sys

import numpy as np
import soundfile
from scipy import signal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ears", "train"))
import compose  # noqa: E402
import fonts  # noqa: E402
import kits  # noqa: E402
import synth_drums  # noqa: E402
import synth_fx  # noqa: E402
import synth_tones  # noqa: E402
from effects import EFFECTS, SR, apart  # noqa: E402
from features import RATE  # noqa: E402
from names import PIECES, PROGRAM_NAMES  # noqa: E402
from words import PROGRAMS, ROLE_OF_NOTE, STYLE_PROGRAMS, instrument_of  # noqa: E402

SF2 = "/usr/share/sounds/sf2/"
FONTS = {"csound": SF2 + "sf_GMbank.sf2", "opl3": SF2 + "OPL-3_FM_128M.sf2", "freepats": "/etc/timidity/freepats.cfg", "timgm6mb": SF2 + "TimGM6mb.sf2"}
LONGEST = 6.0
fonts.RATE = SR                                  # rendered sounds keep their highs


class Out:
    def __init__(self, work, name, seed):
        self.folder, self.seed, self.count = os.path.join(work, name), seed, 0
        os.makedirs(self.folder, exist_ok=True)
        self.lines = open(os.path.join(work, name + ".jsonl"), "w", encoding="utf8")

    def add(self, x, what):
        """One base: the sound as it is, with one thing done to it, and with two."""
        x = np.asarray(x, dtype=np.float64)
        x = np.stack([x, x], 1) if x.ndim == 1 else x
        if len(x) < 400 or np.max(np.abs(x)) < 1e-4:
            return
        r = np.random.default_rng([self.seed, 91, self.count])
        done = [str(r.choice(list(EFFECTS)))]
        done.append(str(r.choice([e for e in EFFECTS if apart(done[0], e)])))
        for v, effects in enumerate(([], [done[0]], done if r.random() < 0.6 else [done[1]])):
            y = x
            for e in effects:
                y = EFFECTS[e](r, y, what["kind"] == "loop")
            y = y / (np.max(np.abs(y)) + 1e-9) * r.uniform(0.3, 0.9)
            if "wide" not in effects and r.random() < 0.5:
                y = y.mean(axis=1, keepdims=True)
            file = "%05d-%d.wav" % (self.count, v)
            soundfile.write(os.path.join(self.folder, file), y, SR, subtype="PCM_16")
            self.lines.write(json.dumps({"file": file, "base": self.count, "effects": effects, **what}) + "\n")
        self.count += 1


def song(r):
    return compose.Song(r, longest=LONGEST)


def part_of(s, style):
    """-> notes, and the words for how it is played"""
    if style == "melody" and s.rng.random() < 0.35:
        return compose.arp(s), ["arp", "arpeggio", "arpeggiated"]
    if style == "vocal":
        return (compose.pad(s), ["held", "long"]) if s.rng.random() < 0.5 else (compose.melody(s, slow=0.6), ["line", "phrase"])
    return getattr(compose, style)(s), {"melody": ["melody", "lead", "line"], "chords": ["chords", "chord progression", "harmony"],
                                        "pad": ["pad", "bed", "sustained chords"], "bass": ["bassline", "bass line"]}[style]


def font_parts(out, font, path, count, seed, programs_at=None):
    """Loops and single notes of a sound font's tonal programs."""
    parts, info = [], []
    for i in range(count):
        r = np.random.default_rng([seed, 51, sum(map(ord, font)), i])
        style = str(r.choice(["bass", "chords", "melody", "pad", "vocal", "note"], p=[.16, .22, .26, .14, .05, .17]))
        pool = sorted({p for ps in PROGRAMS.values() for p in ps}) if style == "note" else STYLE_PROGRAMS[style]
        pool = [p for p in pool if programs_at is None or p in programs_at]
        program = int(pool[r.integers(len(pool))])
        s, word = song(r), instrument_of(program)
        if style == "note":
            held = float(r.choice([0.2, 0.5, 1.2, 2.5]))
            low = word == "bass"
            notes = [(0.0, held, int(r.integers(28, 48) if low else r.integers(45, 80)), 105)]
            parts.append((program, False, notes, held))
            info.append({"word": word, "names": PROGRAM_NAMES[program], "role": ROLE_OF_NOTE[word], "kind": "oneshot", "how": ["note", "one-shot", "hit"]})
        else:
            spb = 60 / s.bpm
            notes, how = part_of(s, style)
            notes = [(t * spb, max(0.05, min(d, s.total() - t) * spb), n, v) for t, d, n, v in notes if t < s.total()]
            parts.append((program, False, notes, s.seconds()))
            info.append({"word": word, "names": PROGRAM_NAMES[program], "role": style, "kind": "loop", "how": how, "bpm": round(s.bpm, 2),
                         "per_second": round(len(notes) / s.seconds(), 2)})
    for a in range(0, len(parts), 60):
        for x, what, part in zip(fonts.render(path, parts[a:a + 60]), info[a:a + 60], parts[a:a + 60]):
            if what["kind"] == "loop":
                n = int(round(part[3] * SR))
                y = x[:n].copy()
                tail = x[n:2 * n]
                y[:len(tail)] += tail
            else:
                loud = np.abs(x) > np.max(np.abs(x)) * 1e-3
                y = x[:max(800, len(x) - int(np.argmax(loud[::-1])))] if loud.any() else x
            out.add(y, {**what, "source": font})


BEATS = {"drums": ("drums", "drums", ["drum loop", "beat", "drums"]), "perc": ("percussion", "perc", ["percussion loop", "percussion", "perc"]),
         "hihat": ("drums", "hihat", ["hi-hat loop", "hats", "hi-hats"]), "kick": ("drums", "kick", ["kick loop", "kick pattern", "kicks"]),
         "snare": ("drums", "snare", ["snare loop", "snare pattern", "claps and snares"])}


def font_beats(out, font, path, count, seed, places=fonts.GM_DRUM, melodic=False):
    parts, info = [], []
    for i in range(count):
        r = np.random.default_rng([seed, 52, sum(map(ord, font)), i])
        if r.random() < 0.5:
            s, style = song(r), str(r.choice(list(BEATS), p=[.5, .26, .14, .06, .04]))
            notes = [(t * 60 / s.bpm, 0.2, places[p], v) for t, p, v in compose.beat(s, style) if t < s.total() and p in places]
            role, word, names = BEATS[style]
            parts.append((0, not melodic, notes, s.seconds()))
            info.append({"word": word, "names": names, "role": role, "kind": "loop", "how": ["groove", "pattern", "loop"], "bpm": round(s.bpm, 2),
                         "per_second": round(len(notes) / s.seconds(), 2)})
        else:
            piece = str(r.choice([p for p in places if p != "snap"]))
            word = synth_drums.INSTRUMENT.get(piece, "perc")
            parts.append((0, not melodic, [(0.0, 0.2, places[piece], int(r.integers(70, 125)))], 0.6))
            info.append({"word": word, "names": PIECES[piece], "role": ROLE_OF_NOTE[word], "kind": "oneshot", "how": ["hit", "one-shot", "sample"]})
    for a in range(0, len(parts), 80):
        for x, what, part in zip(fonts.render(path, parts[a:a + 80]), info[a:a + 80], parts[a:a + 80]):
            n = int(round(part[3] * SR))
            y = x[:n].copy() if what["kind"] == "loop" else x
            out.add(y, {**what, "source": font + ":drums"})


PATCHES = {"chords": ["stab", "pad", "epiano", "organ", "string", "brass", "guitar", "piano"], "melody": ["lead", "pluck", "bell", "flute", "epiano", "guitar", "piano"],
           "pad": ["pad", "pad", "string", "organ"], "bass": ["bass", "reese", "sub808", "fmbass"], "vocal": ["choir"]}
PATCH_NAMES = {"lead": ["synth lead", "lead synth", "synth"], "stab": ["synth stab", "stab", "synth chord"], "pluck": ["pluck", "synth pluck", "plucked synth"],
               "pad": ["synth pad", "pad", "analog pad"], "bass": ["synth bass", "bass synth", "bass"], "reese": ["reese", "reese bass", "growling bass"],
               "sub808": ["808", "808 bass", "sub bass"], "fmbass": ["FM bass", "digital bass", "bass"], "epiano": ["electric piano", "rhodes", "e-piano"],
               "organ": ["organ", "hammond", "organ keys"], "bell": ["bell", "bells", "FM bell"], "string": ["string machine", "synth strings", "strings"],
               "brass": ["synth brass", "brass", "horns"], "flute": ["flute", "wind", "whistle"], "choir": ["choir", "voices", "aah vocals"],
               "guitar": ["guitar", "plucked guitar", "acoustic guitar"], "piano": ["piano", "keys", "grand piano"]}


def synths(out, count, seed):
    for i in range(count):
        r = np.random.default_rng([seed, 53, i])
        style = str(r.choice(list(PATCHES), p=[.26, .28, .18, .22, .06]))
        kind, s = str(r.choice(PATCHES[style])), song(r)
        patch, word = synth_tones.Patch(kind, r), synth_tones.WORD[kind]
        if r.random() < 0.2:
            held = float(r.choice([0.2, 0.6, 1.5]))
            note = int(r.integers(26, 46) if style == "bass" else r.integers(48, 80))
            x = synth_tones.perform(patch, [(0.0, held, note, 110)], 1.0, held, wrap=False, tail=patch.rel + 0.3)
            what = {"role": ROLE_OF_NOTE[word], "kind": "oneshot", "how": ["note", "one-shot", "hit"]}
        else:
            notes, how = part_of(s, style)
            x = synth_tones.perform(patch, notes[:90], 60 / s.bpm, s.total())
            what = {"role": style, "kind": "loop", "how": how, "bpm": round(s.bpm, 2), "per_second": round(len(notes) / s.seconds(), 2)}
        out.add(x, {"word": word, "names": PATCH_NAMES[kind], **what, "source": "synth:" + kind})


FX_NAMES = {"riser": ["riser", "uplifter", "rise"], "fall": ["downlifter", "fall", "down sweep"], "impact": ["impact", "boom", "hit"],
            "sweep": ["sweep", "whoosh", "filter sweep"], "bed": ["noise bed", "texture", "ambience"], "drone": ["drone", "dark drone", "hum"],
            "small": ["blip", "effect", "glitch"]}


def others(out, count, seed, truth, roots):
    for i in range(count):
        x, word, kind, name = synth_fx.draw(np.random.default_rng([seed, 54, i]))
        out.add(x, {"word": word, "names": FX_NAMES[name], "role": "fx", "kind": kind, "how": ["effect", "fx", "sound effect"], "source": "synth:fx"})
    for i in range(count):
        r = np.random.default_rng([seed, 55, i])
        piece = str(r.choice(sorted(synth_drums.PIECES)))
        word = synth_drums.INSTRUMENT.get(piece, "perc")
        out.add(synth_drums.PIECES[piece](r), {"word": word, "names": PIECES[piece], "role": ROLE_OF_NOTE[word], "kind": "oneshot",
                                               "how": ["hit", "one-shot", "sample"], "source": "synth:hit"})
    up = lambda x: signal.resample_poly(x, SR // RATE, 1)
    for x, kind, voice in kits.vocals(seed, count // 2):
        out.add(up(x[:int(LONGEST * RATE)]), {"word": "vocal", "names": ["vocal", "voice", "spoken vocals"], "role": "vocal", "kind": kind,
                                              "how": ["phrase", "vocal", "adlib"], "source": "flite:" + voice})
    for x, word, pack, name, kind in kits.one_shots(truth, roots):
        if kind == "oneshot" and word in ROLE_OF_NOTE:
            out.add(up(x[:int(LONGEST * RATE)]), {"word": word, "names": [word, word, word], "role": ROLE_OF_NOTE[word], "kind": kind,
                                                  "how": ["hit", "one-shot", "sample"], "source": "kit:" + pack})


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--work", required=True)
    ap.add_argument("--name", default="learn")
    ap.add_argument("--seed", type=int, default=20261127)
    ap.add_argument("--bases", type=int, default=2400)
    ap.add_argument("--font", help="this sound font alone")
    ap.add_argument("--timgm6mb", action="store_true", help="that sound font too")
    ap.add_argument("--kits")
    ap.add_argument("--truth")
    a = ap.parse_args()
    out = Out(a.work, a.name, a.seed)
    if a.font:
        font_parts(out, a.name, a.font, a.bases * 7 // 10, a.seed)
        font_beats(out, a.name, a.font, a.bases * 3 // 10, a.seed)
        return
    synths(out, a.bases * 25 // 100, a.seed)
    others(out, a.bases * 8 // 100, a.seed, a.truth, a.kits)
    fonts_too = [("csound", 20), ("opl3", 9), ("freepats", 12)] + ([("timgm6mb", 24)] if a.timgm6mb else [])
    for font, share in fonts_too:
        font_parts(out, font, FONTS[font], a.bases * share // 100, a.seed, fonts.TONE_PROGRAMS_FREEPATS if font == "freepats" else None)
        font_beats(out, font, FONTS[font], a.bases * 5 // 100, a.seed)
    font_beats(out, "avl-red", SF2 + "Red_Zeppelin_4_LV2.sf2", a.bases * 5 // 100, a.seed, fonts.AVL_DRUM, True)


if __name__ == "__main__":
    main()
