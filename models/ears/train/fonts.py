"""Sound fonts: many short parts are written into one MIDI file, rendered by one process, and cut apart again."""
import os
import struct
import subprocess
import tempfile

import numpy as np
import soundfile
from scipy import signal

from features import RATE

SR = 44100
GM_DRUM = {"kick": 36, "snare": 38, "clap": 39, "closed": 42, "open": 46, "rim": 37, "shaker": 70, "tamb": 54, "conga": 63, "conga2": 64,
           "crash": 49, "ride": 51, "tom1": 50, "tom2": 47, "tom3": 43, "cowbell": 56, "bongo": 60, "clave": 75, "wood": 76,
           "triangle": 81, "maracas": 70, "agogo": 67, "snap": 26}
# the AVL kits: played on a melodic channel, their own places for toms and shaker
AVL_DRUM = {"kick": 36, "rim": 37, "snare": 38, "clap": 39, "tom3": 41, "closed": 42, "tom1": 45, "open": 46, "tom2": 47, "crash": 49,
            "ride": 51, "tamb": 54, "cowbell": 56, "maracas": 64}
TONE_PROGRAMS_FREEPATS = [0, 1, 2, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 19, 21, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 34, 35, 36, 37, 38,
                          40, 42, 44, 45, 46, 48, 53, 56, 57, 58, 59, 60, 61, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 79, 80, 84, 88,
                          94, 95, 98, 101, 104, 114]
TAIL_S = 1.6


def _var(n):
    out = [n & 0x7F]
    while n > 0x7F:
        n >>= 7
        out.append((n & 0x7F) | 0x80)
    return bytes(reversed(out))


def midi(parts):
    """parts: (program, is_drums, notes in seconds, seconds) -> (bytes, first second of each part). 1 tick = 1/2000 s."""
    events, at, starts = [(0, 0, bytes([0xB0, 7, 110])), (0, 0, bytes([0xB9, 7, 110]))], 0.1, []
    for program, drums, notes, seconds in parts:
        ch = 9 if drums else 0
        starts.append(at)
        events.append((int((at - 0.05) * 2000), 0, bytes([0xC0 | ch, program])))
        for t, length, n, v in notes:
            a = int((at + t) * 2000)
            events.append((a, 2, bytes([0x90 | ch, int(n) & 127, int(np.clip(v, 1, 127))])))
            events.append((max(a + 2, int((at + t + length) * 2000)), 1, bytes([0x80 | ch, int(n) & 127, 0])))
        at += seconds + TAIL_S + 0.3
        events.append((int((at - 0.15) * 2000), 0, bytes([0xB0 | ch, 120, 0])))
    events.sort(key=lambda e: (e[0], e[1]))
    track, last = b"\0\xff\x51\x03" + (500000).to_bytes(3, "big"), 0
    for t, _, m in events:
        track += _var(t - last) + m
        last = t
    track += _var(1000) + b"\xff\x2f\0"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, 1000) + b"MTrk" + struct.pack(">I", len(track)) + track, starts


def render(font, parts):
    """The parts' sounds, mono at RATE, each its seconds plus TAIL_S long. font: a .sf2, or a timidity .cfg."""
    data, starts = midi(parts)
    with tempfile.TemporaryDirectory(prefix="ears") as tmp:
        mid, wav = os.path.join(tmp, "a.mid"), os.path.join(tmp, "a.wav")
        with open(mid, "wb") as f:
            f.write(data)
        if font.endswith(".cfg"):
            cmd = ["timidity", "-c", font, "-Ow1sl", "-s", str(SR), "--preserve-silence", "-EFreverb=d", "-EFchorus=d", "-A40", "-o", wav, mid]
        else:
            cmd = ["fluidsynth", "-q", "-n", "-i", "-R", "0", "-C", "0", "-g", "0.5", "-r", str(SR), "-O", "s16", "-T", "wav", "-F", wav, font, mid]
        p = subprocess.run(cmd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if p.returncode:
            raise RuntimeError("%s: %s" % (cmd[0], p.stderr.decode("utf8", "replace")[-300:]))
        x, rate = soundfile.read(wav, always_2d=True, dtype="float32")
    x = signal.resample_poly(x.mean(axis=1), 1, SR // RATE).astype(np.float32)
    out = []
    for (_, _, _, seconds), at in zip(parts, starts):
        a, n = int(at * RATE), int((seconds + TAIL_S) * RATE)
        out.append(np.pad(x[a:a + n], (0, max(0, n - len(x[a:a + n])))))
    return out


def close_loop(x, seconds):
    """The part's own length, with what rings on after its end added to its start."""
    n = int(round(seconds * RATE))
    out = x[:n].copy()
    tail = x[n:2 * n]
    out[:len(tail)] += tail
    return out
