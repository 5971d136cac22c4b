"""Lets the planner write songs freely and compares them with the corpus: which section follows which, and how long they are.

    python compare.py --songs ../../../../shared/data/structure/songs.jsonl --model ../planner.onnx
"""

import argparse
import math
import pathlib
import random
from collections import Counter

import numpy
import onnxruntime

import corpus
import features


def write(session, frames, dice):
    """A song for every frame (a song of which only source, genre, tempo and meter are read), written section by section."""
    songs = [{**frame, "sections": []} for frame in frames]
    open_songs = list(songs)
    while open_songs:
        rows = [features.of_song(song) for song in open_songs]
        wholes = [features.of_whole(song) for song in open_songs]
        steps = len(rows[0][0])
        labels, bars, _, _ = session.run(None, {
            "categories": numpy.array([row[0] for row in rows]), "numbers": numpy.array([row[1] for row in rows], numpy.float32),
            "wishes": numpy.zeros((len(rows), steps, features.WISHES), numpy.float32),
            "source": numpy.array([whole[0] for whole in wholes]), "genres": numpy.array([whole[1] for whole in wholes], numpy.float32)})
        going = []
        for i, song in enumerate(open_songs):
            label = dice.choices(range(corpus.SYMBOLS), numpy.exp(labels[i, -1]))[0]
            if label == corpus.END or steps == features.LONGEST:
                continue
            length = dice.choices(range(1, 38), numpy.exp(bars[i, label, 1:38]))[0]
            song["sections"].append({"label": corpus.LABELS[label], "bars": (36, 40, 48, 64, 72)[length - 33] if length > 32 else length})
            going.append(song)
        open_songs = going
    return songs


def bigrams(songs):
    counts = Counter()
    for song in songs:
        symbols = [-1] + corpus.order(song)
        counts.update(zip(symbols, symbols[1:]))
    return counts


def lengths(songs):
    return Counter(features.bars_class(section["bars"]) for song in songs for section in song["sections"] if section["bars"])


def divergence(p, q):
    """Kullback-Leibler divergence in nats of two counts; half a count is added to every event of either."""
    events = set(p) | set(q)
    of_p, of_q = sum(p.values()) + len(events) / 2, sum(q.values()) + len(events) / 2
    return sum((p[e] + .5) / of_p * math.log((p[e] + .5) / of_p * of_q / (q[e] + .5)) for e in events)


def jensen_shannon(p, q):
    events = set(p) | set(q)
    share = lambda counts: {event: counts[event] / sum(counts.values()) for event in events}
    of_p, of_q = share(p), share(q)
    mixed = {event: (of_p[event] + of_q[event]) / 2 for event in events}
    half = lambda of: sum(x * math.log(x / mixed[event]) for event, x in of.items() if x > 0) / 2
    return half(of_p) + half(of_q)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--songs", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    session_options = onnxruntime.SessionOptions()
    session_options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(options.model), session_options, providers=["CPUExecutionProvider"])
    train, held = corpus.split(corpus.allowed(corpus.read(options.songs)), options.seed)
    people = [song for song in train if corpus.is_human(song)]
    # salami taught order alone, its lengths are estimates
    told = [song for song in people if song["source"] != "salami"]
    dice = random.Random(options.seed)
    written = []
    for at in range(0, len(people), 64):
        written += write(session, people[at:at + 64], dice)
    told_written = [song for song in written if song["source"] != "salami"]
    shuffled = [{**song, "sections": dice.sample(song["sections"], len(song["sections"]))} for song in people]
    even = [{**song, "sections": [{"bars": 8}] * len(song["sections"])} for song in told]
    for name, value, goal in (("bigram_kl", divergence(bigrams(written), bigrams(people)), 0.05),
                              ("bigram_kl_of_held_back_songs", divergence(bigrams(held), bigrams(people)), None),
                              ("bigram_kl_of_shuffled_songs", divergence(bigrams(shuffled), bigrams(people)), None),
                              ("length_js", jensen_shannon(lengths(told_written), lengths(told)), 0.05),
                              ("length_js_of_eight_bars_always", jensen_shannon(lengths(even), lengths(told)), None)):
        print(f"planner.{name} {value:.4f} nats", "" if goal is None else f"goal {goal} {'PASS' if value <= goal else 'FAIL'}")


if __name__ == "__main__":
    main()
