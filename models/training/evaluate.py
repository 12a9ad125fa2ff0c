"""The shipped file on pictures, in Python: quick numbers while working. What counts is eval-rooms, in MediaPipe in a browser.

python evaluate.py --model models/rooms.tflite DIR_OR_TAR...
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from PIL import Image

from compose import HEIGHT, WIDTH
from export import Shipped
from measure import bedroom
from pictures import CLASSES, KIND_OF, decode, walk


def for_model(picture: Image.Image) -> np.ndarray:
    """The rule of preprocess.mjs: whole frame between 1:1 and 2:1, cropped to that beyond."""
    w, h = picture.size
    box = (0, 0, w, h)
    if w < h:
        box = (0, (h - w) / 2, w, (h + w) / 2)
    elif w > 2 * h:
        box = (w / 2 - h, 0, w / 2 + h, h)
    return np.asarray(picture.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=box))


def pictures_of(source: Path) -> tuple[np.ndarray, np.ndarray]:
    tiles, truth = [], []
    for label, _, data in walk(source):
        kind = {"outdoors": "unclear", "virtual": "plain"}.get(label, KIND_OF.get(label, "common"))
        tiles.append(for_model(decode(data, short_side=100_000)))
        truth.append(CLASSES.index(kind))
    return np.stack(tiles), np.array(truth)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path(__file__).resolve().parent.parent / "rooms.tflite")
    parser.add_argument("sources", nargs="+", type=Path)
    args = parser.parse_args()
    shipped = Shipped(args.model.read_bytes())
    for source in args.sources:
        tiles, truth = pictures_of(source)
        scores = shipped.scores(tiles)
        result = {"source": source.name, "pictures": len(truth)}
        for against in ("common", "all"):
            result[against] = {k: round(v, 4) for k, v in bedroom(scores, truth, against).items()}
        said = scores.argmax(1)
        result["accuracy"] = {name: round(float((said == n)[truth == n].mean()), 3) for n, name in enumerate(CLASSES) if (truth == n).any()}
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
