#!/usr/bin/env bash
# make.sh WORK KITS TRUTH : the whole training. Renders the corpus into WORK, trains, writes ears.onnx and manifest.json
# beside this folder, and the test vectors of the Java side. One thread; PYTHON chooses the interpreter.
#   WORK   an empty folder, 1 GB
#   KITS   filled by ../shared/data/loops/get-debian-loops.sh
#   TRUTH  ../shared/data/loops/ground-truth.csv
set -euo pipefail
work=$1 kits=$2 truth=$3
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
"$python" "$here/corpus.py" --work "$work" --kits "$kits" --truth "$truth"
"$python" "$here/train.py" --work "$work" --out "$here/.." --bf16
"$python" "$here/vectors.py" "$here/.." "$here/../../../sample-libraries/src/test/resources/loopmind/library/listen/ears/ears-vectors.json"
