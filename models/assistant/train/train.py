"""From the corpus to the GGUF and its manifest, in one go; on a GPU where there is one, with the other cores making examples.

    python3 train.py --out run --seed 1
"""
import argparse
import os
import pathlib
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def command(script, *arguments):
    print("+", script, *arguments, flush=True)
    return [sys.executable, str(HERE / script), *map(str, arguments)]


def run(script, *arguments):
    subprocess.run(command(script, *arguments), check=True)


def learnt(options, tokenizer):
    """Makes examples and learns from them as they come."""
    fed, shards = options.out / "fed", ("--shards", options.shards)
    feeder = subprocess.Popen(command("feeding.py", "--tokenizer", tokenizer, "--out", fed, *shards, "--seed", options.seed, "--workers", options.workers))
    try:
        run("training.py", "--tokenizer", tokenizer, "--fed", fed, *shards, "--out", options.out, "--seed", options.seed, "--minutes", options.minutes,
            "--tokens", options.tokens, "--width", options.width, "--layers", options.layers, "--heads", options.heads, "--inner", options.inner,
            "--drop", options.drop, "--judge", HERE.parent / "corpus" / "voices" / "probe.jsonl")
    finally:
        feeder.terminate()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path, help="a folder for examples and checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shards", type=int, default=620, help="of 8,192 examples each: five million")
    parser.add_argument("--minutes", type=float, default=0, help="fall to the end in this time at most")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1), help="processes that make examples")
    parser.add_argument("--tokens", type=int, default=24000, help="a batch; 2800 on a processor")
    for name, value in (("width", 384), ("layers", 6), ("heads", 6), ("inner", 1024)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--drop", type=float, default=0.03)
    parser.add_argument("--home", type=pathlib.Path, default=HERE.parent, help="where the GGUF, its manifest and the tokenizer go")
    parser.add_argument("--keep-tokenizer", action="store_true", help="use the tokenizer that is there")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer, gguf = options.home / "tokenizer.json", options.home / "loopmind-assistant.gguf"
    if not options.keep_tokenizer:
        run("generate.py", "--count", 100000, "--seed", options.seed + 1, "--out", options.out / "examples.jsonl")
        run("tokenizer.py", "--examples", options.out / "examples.jsonl", "--out", tokenizer)
    learnt(options, tokenizer)
    run("export.py", options.out / "model.pt", "--tokenizer", tokenizer, "--out", gguf)
    run("manifest.py", options.out / "model.pt", "--gguf", gguf, "--tokenizer", tokenizer, "--seed", options.seed,
        "--command", shlex.join(["python3", "train.py", *sys.argv[1:]]), "--out", options.home / "manifest.json")


if __name__ == "__main__":
    main()
