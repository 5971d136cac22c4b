"""From the corpus to the GGUF and its manifest, in one go.

    python3 train.py --out run --seed 1 --steps 6500
"""
import argparse
import pathlib
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def run(script, *arguments):
    print("+", script, *arguments, flush=True)
    subprocess.run([sys.executable, str(HERE / script), *map(str, arguments)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path, help="a folder for checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0), parser.add_argument("--minutes", type=float, default=70)
    parser.add_argument("--home", type=pathlib.Path, default=HERE.parent, help="where the GGUF, its manifest and the tokenizer go")
    parser.add_argument("--keep-tokenizer", action="store_true", help="use the tokenizer that is there")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer, gguf = options.home / "tokenizer.json", options.home / "loopmind-assistant.gguf"
    if not options.keep_tokenizer:
        run("generate.py", "--count", 100000, "--seed", options.seed + 1, "--out", options.out / "examples.jsonl")
        run("tokenizer.py", "--examples", options.out / "examples.jsonl", "--out", tokenizer)
    run("training.py", "--tokenizer", tokenizer, "--out", options.out, "--seed", options.seed, "--steps", options.steps,
        "--minutes", options.minutes)
    run("export.py", options.out / "model.pt", "--tokenizer", tokenizer, "--out", gguf)
    run("manifest.py", options.out / "model.pt", "--gguf", gguf, "--tokenizer", tokenizer, "--seed", options.seed,
        "--command", shlex.join(["python3", "train.py", *sys.argv[1:]]), "--out", options.home / "manifest.json")


if __name__ == "__main__":
    main()
