#!/usr/bin/env bash
# make.sh WORK KITS TRUTH : the whole training. Renders into WORK, listens, trains, writes sound.onnx, words.onnx and manifest.json beside this folder.
#   WORK   an empty folder, 7 GB
#   KITS   filled by ../shared/data/loops/get-debian-loops.sh
#   TRUTH  ../shared/data/loops/ground-truth.csv
set -euo pipefail
work=$1 kits=$2 truth=$3
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
python=${PYTHON:-python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
listen() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx3g -Dai.djl.offline=true --enable-native-access=ALL-UNNAMED -cp "$(cat "$root/target/launcher/classpath")" \
    loopmind.library.listen.MeaningExamples "$@"
}
"$python" "$here/sounds.py" --work "$work" --name judge --seed 20261130 --bases 110 --font /usr/share/sounds/sf2/FluidR3_GM.sf2
"$python" "$here/sounds.py" --work "$work" --name dev --seed 5 --bases 200 --font /usr/share/sounds/sf2/TimGM6mb.sf2
"$python" "$here/sounds.py" --work "$work" --name learn --kits "$kits" --truth "$truth" --bases 2600
"$python" "$here/sounds.py" --work "$work" --name more --seed 20261128 --timgm6mb --kits "$kits" --truth "$truth" --bases 3200
for name in judge dev learn more; do listen sounds "$root/models/ears" "$work/$name.jsonl" "$work/$name" "$work/$name.f32"; done
"$python" "$here/train.py" phrases --work "$work"
for name in judge dev learn; do listen phrases "$work/$name.txt" "$work/$name.txt.f32"; done
"$python" "$here/train.py" learn --work "$work" --out "$here/.."
