"""Writes what is to be known about the shipped model beside it.

    python3 manifest.py run/model.pt --gguf ../loopmind-assistant.gguf --tokenizer ../tokenizer.json --command "..." --seed 1 --out ../manifest.json
"""
import argparse
import hashlib
import json
import pathlib

import torch

from model import loaded


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def manifest(options):
    model, state = loaded(options.checkpoint)
    size = pathlib.Path(options.gguf).stat().st_size
    return {
        "name": "loopmind-assistant", "version": options.version, "file": pathlib.Path(options.gguf).name,
        "source": "trained here, from scratch, on the corpus in this folder; no pretrained weights",
        **({"goesOnFrom": options.start} if options.start else {}),
        "licence": "Apache-2.0", "bytes": size, "sha256": digest(options.gguf),
        "parameters": sum(p.numel() for p in model.parameters()), "architecture": "llama", "quantisation": "Q8_0",
        "layers": model.shape.layers, "width": model.shape.width, "heads": model.shape.heads, "inner": model.shape.inner,
        "context": model.shape.context,
        "tokenizer": {"file": "tokenizer.json", "kind": "byte-level BPE, split as qwen2", "tokens": model.shape.vocabulary,
                      "sha256": digest(options.tokenizer)},
        "training": {"command": options.command, "seed": options.seed, "examplesSeen": state["seen"],
                     "seconds": round(state["spent"]), "device": options.device},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint")
    for name in ("--gguf", "--tokenizer", "--command", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--seed", type=int, required=True), parser.add_argument("--version", default="1")
    parser.add_argument("--device", default="NVIDIA GPU" if torch.cuda.is_available() else "processor")
    parser.add_argument("--start", default="", help="SHA-256 of the earlier GGUF whose weights this one began with")
    options = parser.parse_args()
    pathlib.Path(options.out).write_text(json.dumps(manifest(options), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
