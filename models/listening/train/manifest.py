"""Write manifest.json beside the weights: size and SHA-256 of each file, source and licence. usage: manifest.py DIR"""
import hashlib
import json
import os
import sys

folder = sys.argv[1]
files = []
for name in sorted(os.listdir(folder)):
    if name.endswith(".json") and name != "manifest.json":
        with open(os.path.join(folder, name), "rb") as f:
            data = f.read()
        files.append({"file": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
manifest = {"name": "listening", "version": "3", "licence": "Apache-2.0", "source": "trained in this repository: models/listening/train",
            "command": "python3 models/listening/train/train.py --train EXAMPLES... --out models/listening", "seed": 0, "files": files}
with open(os.path.join(folder, "manifest.json"), "w") as f:
    json.dump(manifest, f, indent=2)
    f.write("\n")
