"""What torch says of pictures that are committed or made by a formula: models/vectors.json, which the shipped file in a browser is compared with.

ship.py writes it. Alone, for the file that is there:
python vectors.py --checkpoint FILE     one that train.py wrote, or the network that warm.py read back from the file
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from compose import HEIGHT, WIDTH
from export import Shipped, load, torch_scores

MODELS = Path(__file__).resolve().parent.parent
SCENES = MODELS.parent / "test/sites/scenes"
# How far a single score of the exported file may be from torch's. Whole numbers round a picture that lies between two classes most.
TOLERANCE = {"float16": 0.01, "int8": 0.12}


def formula(count: int = 6) -> np.ndarray:
    """Pictures by a formula in whole numbers: the same in every language, so that anyone can compare the scores."""
    y, x, c = np.mgrid[0:HEIGHT, 0:WIDTH, 0:3]
    saw = lambda t: np.minimum(np.abs(t % 512 - 256), 255)
    return np.stack([(saw(x * (n + 1) + c * 40 * n) + saw(y * (2 * n + 3) + (x * y >> 5))) >> 1 for n in range(count)]).astype(np.uint8)


def sampled(picture: Image.Image) -> np.ndarray:
    """One pixel in so many, by whole numbers: any finer way of making small differs between programs."""
    pixels = np.asarray(picture.convert("RGB"))
    rows, columns = np.arange(HEIGHT) * pixels.shape[0] // HEIGHT, np.arange(WIDTH) * pixels.shape[1] // WIDTH
    return pixels[rows][:, columns]


def drawn() -> tuple[list[str], np.ndarray]:
    """The drawn rooms of the simulated lesson: of the pictures by formula every model says the same, of these it does not."""
    files = [room["file"] for room in json.loads((SCENES / "scenes.json").read_text())["rooms"]]
    return files, np.stack([sampled(Image.open(SCENES / file)) for file in files])


def compared() -> np.ndarray:
    return np.concatenate([formula(), drawn()[1]])


def rounded(scores: np.ndarray) -> list[list[float]]:
    return [[round(float(score), 5) for score in row] for row in scores]


def written(sha256: str, arithmetic: str, expected: np.ndarray) -> str:
    """The file, of torch's scores for compared()."""
    files, first = drawn()[0], len(formula())
    content = {
        "of": sha256,
        "tolerance": TOLERANCE[arithmetic],
        "scores": rounded(expected[:first]),
        "drawn": dict(zip(files, rounded(expected[first:]))),
    }
    return json.dumps(content, indent=1) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    card = json.loads((MODELS / "rooms.json").read_text())
    content = (MODELS / "rooms.tflite").read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != card["sha256"]:
        raise SystemExit("rooms.tflite is not the file that rooms.json describes")
    expected = torch_scores(load(args.checkpoint)[0], compared(), card["temperature"])
    before = json.loads((MODELS / "vectors.json").read_text())
    if before["of"] == sha256:
        # What the training itself said stays: a network that was read back from the file has the file's own rounded weights.
        expected[: len(before["scores"])] = before["scores"]
    differences = np.abs(Shipped(content).scores(compared()) - expected)
    print(json.dumps({"largest": round(float(differences.max()), 5), "mean": round(float(differences.mean()), 5)}))
    if differences.max() > TOLERANCE[card["arithmetic"]]:
        raise SystemExit("this is not the network that the file was made of")
    (MODELS / "vectors.json").write_text(written(sha256, card["arithmetic"], expected))


if __name__ == "__main__":
    main()
