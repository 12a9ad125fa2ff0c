"""Reading pictures: tar archives or folders of label/name, near-duplicates, one flat cache on disk."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
LABELS = json.loads((HERE / "labels.json").read_text())
CLASSES: list[str] = LABELS["order"]
# Two more kinds of picture take part in training: they become `plain` or `unclear` when a tile is composed.
KINDS = CLASSES + ["outdoors", "virtual"]
KIND_OF = {label: kind for kind in KINDS for label in LABELS[kind]}
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}
DRAWN = "rendered"  # sources with such names are pictures drawn by the project itself
SHORT_SIDE = 160
CROPS = 6  # of each room: the whole picture, then webcam views


def walk(source: Path):
    """Yields (label, name, bytes) from a tar of label/name, a folder of label/name, or a folder that `render.mjs` drew."""
    if (source / "scenes.json").exists():
        for room in json.loads((source / "scenes.json").read_text())["rooms"]:
            yield room["label"], room["file"], (source / room["file"]).read_bytes()
        return
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.suffix.lower() in SUFFIXES and path.parent != source:
                yield path.parent.name, path.relative_to(source).as_posix(), path.read_bytes()
        return
    with tarfile.open(source) as tar:
        for member in sorted((m for m in tar.getmembers() if m.isfile()), key=lambda m: m.name):
            path = Path(member.name)
            if path.suffix.lower() in SUFFIXES:
                yield path.parent.name, member.name, tar.extractfile(member).read()


def decode(data: bytes, mode: str = "RGB", short_side: int = SHORT_SIDE) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert(mode)
    scale = short_side / min(picture.size)
    if scale < 1:
        picture = picture.resize([max(1, round(side * scale)) for side in picture.size], Image.Resampling.LANCZOS)
    return picture


def dhash(picture: Image.Image) -> int:
    """64-bit difference hash: what is left of a picture after shrinking it to 9 by 8 grey values."""
    grey = np.asarray(picture.convert("L").resize((9, 8), Image.Resampling.BOX), dtype=np.int16)
    bits = (grey[:, 1:] > grey[:, :-1]).ravel()
    return int("".join("1" if bit else "0" for bit in bits), 2)


def both_hashes(picture: Image.Image) -> tuple[int, int]:
    return dhash(picture), dhash(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT))


def near(hashes: np.ndarray, others: np.ndarray, distance: int) -> np.ndarray:
    """For each hash, the index of one other within the distance, or -1."""
    found = np.full(len(hashes), -1, dtype=np.int64)
    for start in range(0, len(hashes), 512):
        part = hashes[start : start + 512]
        bits = np.bitwise_count(part[:, None] ^ others[None, :])
        best = bits.argmin(axis=1)
        hit = bits[np.arange(len(part)), best] <= distance
        found[start : start + 512][hit] = best[hit]
    return found


def held_out(name: str, percent: float) -> bool:
    """A stable split by name: the same picture is always on the same side."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 10000 < percent * 100


def draw_crops(rng: np.random.Generator, width: int, height: int, count: int = CROPS) -> np.ndarray:
    """Rectangles in a picture (left, top, right, bottom): first the whole, then what a webcam would frame."""
    boxes = [(0.0, 0.0, float(width), float(height))]
    for _ in range(count - 1):
        aspect = rng.choice([16 / 9, 4 / 3], p=[0.85, 0.15]) * np.exp(rng.normal(0, 0.06))
        full = (width, width / aspect) if width / aspect <= height else (height * aspect, height)
        scale = rng.uniform(0.55, 1.0)
        w, h = full[0] * scale, full[1] * scale
        left, top = rng.uniform(0, width - w), rng.uniform(0, height - h)
        boxes.append((left, top, left + w, top + h))
    return np.array(boxes, dtype=np.float32)


class Store:
    """Many pictures of different sizes in one memory-mapped file, shared by the worker processes."""

    def __init__(self, folder: Path, name: str):
        self.index = dict(np.load(folder / f"{name}.npz"))
        self.data = np.memmap(folder / f"{name}.bin", dtype=np.uint8, mode="r")
        # Four bytes a pixel, so that PIL reads the mapped file without copying it.
        self.mode = str(self.index["mode"])

    def __len__(self) -> int:
        return len(self.index["offset"])

    def picture(self, i: int) -> Image.Image:
        offset, width, height = (int(self.index[k][i]) for k in ("offset", "width", "height"))
        raw = self.data[offset : offset + width * height * 4]
        return Image.frombuffer(self.mode, (width, height), raw, "raw", self.mode, 0, 1)

    @staticmethod
    def write(folder: Path, stem: str, pictures: list[Image.Image], **columns) -> None:
        mode = "RGBA" if pictures and pictures[0].mode == "RGBA" else "RGBX"
        offset, offsets = 0, []
        with open(folder / f"{stem}.bin", "wb") as out:
            for picture in pictures:
                offsets.append(offset)
                offset += out.write(picture.tobytes("raw", mode))
        np.savez(
            folder / f"{stem}.npz",
            mode=mode,
            offset=np.array(offsets, dtype=np.int64),
            width=np.array([p.width for p in pictures], dtype=np.int32),
            height=np.array([p.height for p in pictures], dtype=np.int32),
            **columns,
        )
