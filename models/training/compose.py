"""Step 2: a meeting tile, made afresh each time: a room as a webcam frames it, a person in front, a tired camera, a small stream.

python compose.py --work DIR --sheet out.png    draws a contact sheet to look at (never commit it)
python compose.py --work DIR --folder OUT [--only unclear]     held-out tiles as files, for eval-rooms
"""

from __future__ import annotations

import io
import math
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from pictures import CLASSES, DRAWN, KINDS, Store, draw_crops

WIDTH, HEIGHT = 160, 96
BILINEAR, BICUBIC, BOX = Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.BOX
FLIP = Image.Transpose.FLIP_LEFT_RIGHT

SHARE = {"bedroom": 0.31, "bathroom": 0.12, "common": 0.38, "plain": 0.12, "unclear": 0.07}
# How often a room is drawn, against the others of its class: rooms mistaken for bedrooms and small sources more often.
ROOM_WEIGHT = {"living_room": 1.5, "computer_room": 2.0, "conference_room": 1.2, "office": 2.0, "entrance_hall": 0.9}
SOURCE_WEIGHT = {"houserooms-train": 1.5, "sun-train": 1.5}
DRAWN_WEIGHT = 6.0
# Sizes at which a tile is composed, and how often. Most tiles are usual ones: one person, fair light, a fair stream. The others
# are there for everything else that cameras do.
USUAL = 0.6
SIZES = ((160, 96), (160, 90), (224, 126), (128, 72), (104, 58))
USUAL_SIZES, ROUGH_SIZES = (0.1, 0.4, 0.5, 0.0, 0.0), (0.32, 0.27, 0.2, 0.14, 0.07)
FRESH = 0.6  # of the webcam's views: framed anew, not one of those that a teacher saw


def source_weight(source: str) -> float:
    return DRAWN_WEIGHT if source.startswith(DRAWN) else SOURCE_WEIGHT.get(source, 1.0)


def lut(rng: np.random.Generator, light: float, spread: float) -> list[int]:
    """One table for brightness, gamma, contrast and a colour cast, for Image.point."""
    x = np.linspace(0, 1, 256)
    gamma = math.exp(rng.normal(0, 0.22 * spread))
    contrast = math.exp(rng.normal(0, 0.12 * spread))
    cast = np.exp(rng.normal(0, 0.07 * spread, 3))
    tables = [np.clip(((x**gamma - 0.5) * contrast + 0.5) * light * c, 0, 1) for c in cast]
    return (np.concatenate(tables) * 255).astype(np.uint8).tolist()


class Composer:
    def __init__(self, work: Path, held_out: bool):
        self.rooms = Store(work, "rooms")
        self.people = Store(work, "people")
        self.crops = np.load(work / "crops.npy")
        self.noise = np.random.default_rng(1).normal(0, 1, (4, HEIGHT * 2, WIDTH * 2, 3)).astype(np.float32)
        index = self.rooms.index
        mine = index["held_out"] == held_out
        self.by_kind, self.weight = {}, {}
        for number, kind in enumerate(KINDS):
            chosen = np.flatnonzero(mine & (index["kind"] == number))
            weight = np.array(
                [ROOM_WEIGHT.get(str(index["label"][i]), 1.0) * source_weight(str(index["source"][i])) for i in chosen]
            )
            self.by_kind[kind] = chosen
            self.weight[kind] = np.cumsum(weight) / max(weight.sum(), 1e-9)
        self.persons = np.flatnonzero(self.people.index["held_out"] == held_out)
        self.silhouettes = 0.0 if held_out else 0.06

    def pick(self, rng, kind: str) -> int:
        return int(self.by_kind[kind][min(np.searchsorted(self.weight[kind], rng.random()), len(self.by_kind[kind]) - 1)])

    # ---- the person ----

    def cutout(self, rng) -> Image.Image:
        person = self.people.picture(int(rng.choice(self.persons)))
        if person.height > 1.4 * person.width and rng.random() < 0.5:
            person = person.crop((0, 0, person.width, int(person.height * rng.uniform(0.28, 0.65))))
            person = person.crop(person.getchannel("A").getbbox() or (0, 0, *person.size))
        return person

    def silhouette(self, rng) -> Image.Image:
        """Head, neck and shoulders drawn in flat colours with a little shading."""
        w, h = 120, 140
        shape = Image.new("RGBA", (w, h), (0, 0, 0, 0))
        draw = ImageDraw.Draw(shape)
        skin = tuple(int(v) for v in np.array([210, 160, 122]) * rng.uniform(0.3, 1.1) * np.exp(rng.normal(0, 0.08, 3)).clip(0, 1.1))
        hair = tuple(int(v) for v in rng.uniform(10, 170) * np.array([1, rng.uniform(0.7, 1), rng.uniform(0.4, 1)]))
        cloth = tuple(int(v) for v in rng.uniform(15, 240, 3))
        head_w, head_h = rng.uniform(17, 25), rng.uniform(24, 33)
        cx, cy = w / 2 + rng.uniform(-8, 8), rng.uniform(36, 46)
        grow = rng.uniform(1.05, 1.4)
        draw.ellipse((cx - head_w * grow, cy - head_h * grow, cx + head_w * grow, cy + head_h * rng.uniform(0.4, 1.6)), fill=hair)
        draw.rectangle((cx - 9, cy, cx + 9, cy + head_h + 18), fill=skin)
        slope = rng.uniform(6, 22)
        top = cy + head_h + rng.uniform(4, 12)
        half = rng.uniform(38, 58)
        draw.polygon([(cx - 11, top), (cx + 11, top), (cx + half, top + slope), (cx + half + 4, h), (cx - half - 4, h), (cx - half, top + slope)], fill=cloth)
        draw.ellipse((cx - head_w, cy - head_h, cx + head_w, cy + head_h), fill=skin)
        return shape.crop(shape.getchannel("A").getbbox())

    def place(self, rng, size, closeness=(0.5, 1.0)) -> tuple[Image.Image, int, int]:
        """A person scaled for the frame, and where its top left corner goes."""
        w, h = size
        person = self.silhouette(rng) if rng.random() < self.silhouettes else self.cutout(rng)
        tall = rng.uniform(*closeness) * h
        scale = min(tall / person.height, 1.0 * w / person.width)
        target = (max(2, round(person.width * scale)), max(2, round(person.height * scale)))
        person = person.resize(target, BILINEAR, reducing_gap=2.0)
        if rng.random() < 0.5:
            person = person.transpose(FLIP)
        if rng.random() < 0.6:
            table = lut(rng, rng.uniform(0.6, 1.2), 0.8)
            rgb = person.convert("RGB").point(table)
            rgb.putalpha(person.getchannel("A"))
            person = rgb
        left = round(rng.uniform(0.08, 0.92) * w - target[0] / 2)
        top = h - target[1] + (0 if rng.random() < 0.7 else round(rng.uniform(-0.12, 0.12) * h))
        return person, left, top

    def stand(self, rng, scene: Image.Image, edge: Image.Image | None = None, closeness=(0.5, 1.0), alone: bool = False) -> None:
        """Puts one or two people in front; `edge` is what shows at an imperfect edge (a sharp room under a blurred one)."""
        for _ in range(2 if not alone and rng.random() < 0.14 else 1):
            person, left, top = self.place(rng, scene.size, closeness)
            alpha = person.getchannel("A")
            if edge is not None:
                if rng.random() < 0.6:
                    reach = rng.uniform(0.6, 4.0)
                    halo = Image.new("L", scene.size, 0)
                    halo.paste(alpha, (left, top))
                    halo = halo.filter(ImageFilter.GaussianBlur(reach)).point(lambda a: min(255, a * 3))
                    scene.paste(edge, (0, 0), halo)
                elif rng.random() < 0.5:
                    alpha = alpha.filter(ImageFilter.MinFilter(3))
                if rng.random() < 0.4:
                    alpha = alpha.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 1.5)))
            scene.paste(person.convert("RGB"), (left, top), alpha)

    # ---- what is behind ----

    def fresh(self, rng, i: int, size) -> tuple[Image.Image, int]:
        """A new webcam's view of the room, and the number of the fixed view that is most like it."""
        picture = self.rooms.picture(i)
        box = draw_crops(rng, *picture.size, count=2)[1]
        others = self.crops[i, 1:]
        sides = np.minimum(others[:, 2:], box[2:]) - np.maximum(others[:, :2], box[:2])
        shared = sides.clip(0).prod(1)
        area = lambda boxes: (boxes[..., 2:] - boxes[..., :2]).prod(-1)
        like = 1 + int((shared / (area(others) + area(box) - shared)).argmax())
        view = picture.resize(size, BICUBIC if rng.random() < 0.3 else BILINEAR, box=tuple(map(float, box))).convert("RGB")
        return (view.transpose(FLIP) if rng.random() < 0.5 else view), like

    def view(self, rng, i: int, k: int, size) -> Image.Image:
        """The room's crop number k, moved a little, at the size of the stream."""
        picture = self.rooms.picture(i)
        left, top, right, bottom = (float(v) for v in self.crops[i, k])
        w, h = right - left, bottom - top
        jitter = rng.uniform(-0.05, 0.05, 4) * (0.6 if k == 0 else 1)
        box = (
            max(0.0, left + jitter[0] * w),
            max(0.0, top + jitter[1] * h),
            min(float(picture.width), right + jitter[2] * w),
            min(float(picture.height), bottom + jitter[3] * h),
        )
        view = picture.resize(size, BICUBIC if rng.random() < 0.3 else BILINEAR, box=box).convert("RGB")
        return view.transpose(FLIP) if rng.random() < 0.5 else view

    def wall(self, rng, size) -> Image.Image:
        """Flat and textured walls, gradients, curtains, doors' edges, a skirting board; no photograph."""
        w, h = size
        base = rng.uniform(30, 250) * np.exp(rng.normal(0, 0.16, 3))
        if rng.random() < 0.5:
            base = np.array([235, 228, 215]) * rng.uniform(0.4, 1.05) * np.exp(rng.normal(0, 0.04, 3))
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        x, y = x / w, y / h
        angle, amount = rng.uniform(0, 2 * math.pi), rng.uniform(0, 0.5)
        field = 1 + amount * (math.cos(angle) * (x - 0.5) + math.sin(angle) * (y - 0.5))
        if rng.random() < 0.5:
            cx, cy, reach = rng.uniform(-0.2, 1.2), rng.uniform(-0.2, 1.2), rng.uniform(0.3, 1.2)
            field = field * (1 + rng.uniform(-0.4, 0.4) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / reach**2))
        style = rng.random()
        if style < 0.3:  # curtain
            folds = rng.uniform(6, 28)
            wave = np.sin(2 * math.pi * (folds * x + 0.25 * np.sin(3 * y + rng.uniform(0, 6)) + rng.uniform(0, 1)) + np.sin(folds * 1.7 * x))
            field = field * (1 + rng.uniform(0.05, 0.35) * wave)
        elif style < 0.5:  # plaster, wallpaper
            cells = int(rng.integers(6, 40))
            rough = rng.normal(0, 1, (cells, cells * 2)).astype(np.float32)
            rough = np.asarray(Image.fromarray(rough).resize(size, BICUBIC))
            field = field * (1 + rng.uniform(0.01, 0.08) * rough)
        elif style < 0.6:  # stripes, tiles of a wallpaper
            n = rng.uniform(3, 20)
            field = field * (1 + rng.uniform(0.03, 0.2) * np.sign(np.sin(2 * math.pi * n * x)))
        if rng.random() < 0.35:  # a corner or a second wall
            edge = rng.uniform(0.1, 0.9) + rng.uniform(-0.1, 0.1) * y
            field = field * np.where(x > edge, rng.uniform(0.7, 1.2), 1)
        if rng.random() < 0.15:  # skirting board or ceiling line
            edge = rng.uniform(0.0, 0.15) if rng.random() < 0.6 else rng.uniform(0.85, 1)
            field = field * np.where((y < edge) == (edge < 0.5), rng.uniform(0.8, 1.25), 1)
        wall = Image.fromarray((field[..., None] * base).clip(0, 255).astype(np.uint8))
        if rng.random() < 0.3:  # a poster, a switch, a frame, a door's edge
            draw = ImageDraw.Draw(wall)
            for _ in range(int(rng.integers(1, 4))):
                px, py, pw, ph = rng.uniform(0, w), rng.uniform(0, h * 0.6), rng.uniform(3, w * 0.22), rng.uniform(3, h * 0.35)
                draw.rectangle((px, py, px + pw, py + ph), fill=tuple(int(v) for v in rng.uniform(20, 250, 3)))
                if rng.random() < 0.6:
                    draw.rectangle((px + 2, py + 2, px + max(3, pw - 2), py + max(3, ph - 2)), fill=tuple(int(v) for v in rng.uniform(20, 250, 3)))
        return wall

    def plain(self, rng, size) -> Image.Image:
        style = rng.random()
        someone = rng.random() < 0.9
        if len(self.by_kind["plain"]) and rng.random() < 0.1:
            scene = self.view(rng, self.pick(rng, "plain"), int(rng.integers(0, self.crops.shape[1])), size)
            if someone:
                self.stand(rng, scene)
        elif style < 0.45:
            kind = ("bedroom", "bathroom", "common")[int(rng.choice(3, p=[0.35, 0.15, 0.5]))]
            sharp = self.view(rng, self.pick(rng, kind), int(rng.integers(0, self.crops.shape[1])), size)
            scene = sharp.filter(ImageFilter.GaussianBlur(rng.uniform(0.03, 0.09) * size[0]))
            if someone:
                self.stand(rng, scene, sharp)
        elif style < 0.68:
            kind = "virtual" if rng.random() < 0.6 or not len(self.by_kind["outdoors"]) else "outdoors"
            scene = self.view(rng, self.pick(rng, kind), 0 if rng.random() < 0.5 else 1, size)
            kind = ("bedroom", "common")[int(rng.random() < 0.6)]
            behind = self.view(rng, self.pick(rng, kind), 1, size)
            self.stand(rng, scene, behind)
        else:
            scene = self.wall(rng, size)
            if someone:
                self.stand(rng, scene)
        return scene

    def unclear(self, rng, size) -> Image.Image:
        style = rng.random()
        any_room = self.pick(rng, ("bedroom", "bathroom", "common")[int(rng.integers(0, 3))])
        if len(self.by_kind["unclear"]) and rng.random() < 0.3:
            return self.view(rng, self.pick(rng, "unclear"), int(rng.integers(0, self.crops.shape[1])), size)
        if style < 0.3:  # dark: nothing to judge
            scene = self.view(rng, any_room, int(rng.integers(0, self.crops.shape[1])), size)
            if rng.random() < 0.7:
                self.stand(rng, scene)
            return scene.point(lut(rng, rng.uniform(0.01, 0.13), 1.0))
        if style < 0.5:  # a finger, a sticker or a hand on the lens
            colour = np.array([150, 70, 50]) if rng.random() < 0.4 else rng.uniform(0, 60, 3)
            y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
            cx, cy = rng.uniform(-0.3, 1.3, 2) * size
            field = 0.6 + 0.8 * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (rng.uniform(0.3, 1.2) * size[0]) ** 2)
            return Image.fromarray((field[..., None] * colour * rng.uniform(0.05, 1.1)).clip(0, 255).astype(np.uint8))
        if style < 0.64:  # a ceiling
            scene = self.wall(rng, size).filter(ImageFilter.GaussianBlur(1)).point(lut(rng, rng.uniform(0.9, 1.3), 0.5))
            draw = ImageDraw.Draw(scene)
            w, h = size
            corner = (rng.uniform(0, w), rng.uniform(0, h))
            for _ in range(int(rng.integers(1, 4))):
                draw.line((*corner, rng.uniform(-w, 2 * w), rng.uniform(-h, 2 * h)), fill=tuple(int(v) for v in rng.uniform(90, 200) * np.ones(3)), width=int(rng.integers(1, 3)))
            if rng.random() < 0.6:
                cx, cy, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(4, 22)
                draw.ellipse((cx - r, cy - r * rng.uniform(0.4, 1), cx + r, cy + r), fill=(255, 253, int(rng.uniform(200, 255))))
            if rng.random() < 0.5:
                self.stand(rng, scene, closeness=(0.15, 0.5))
            return scene
        if style < 0.84:  # a face fills the frame
            scene = self.view(rng, any_room, 1, size)
            for _ in range(3):
                person = self.cutout(rng)
                w, h = person.size
                part = rng.uniform(0.2, 0.42) * h if h > 1.4 * w else rng.uniform(0.5, 0.8) * h
                face = person.crop((int(w * 0.15), int(h * 0.03), int(w * 0.85), int(h * 0.03 + part)))
                scale = max(size[0] / face.width, size[1] / face.height) * rng.uniform(0.95, 1.3)
                face = face.resize((round(face.width * scale), round(face.height * scale)), BILINEAR)
                at = ((size[0] - face.width) // 2 + int(rng.normal(0, 6)), (size[1] - face.height) // 2 + int(rng.normal(0, 5)))
                scene.paste(face.convert("RGB"), at, face.getchannel("A"))
            return scene
        scene = self.view(rng, self.pick(rng, "outdoors"), int(rng.integers(0, self.crops.shape[1])), size)
        if rng.random() < 0.25:
            self.stand(rng, scene)
        return scene

    # ---- camera and stream ----

    def usual_stream(self, rng, scene: Image.Image) -> np.ndarray:
        if rng.random() < 0.9:
            scene = scene.point(lut(rng, rng.uniform(0.65, 1.25), 1.0))
        buffer = io.BytesIO()
        scene.save(buffer, "JPEG", quality=int(rng.integers(45, 90)))
        return self.sized(rng, Image.open(buffer))

    def stream(self, rng, scene: Image.Image, dark: bool, easy: bool = False) -> np.ndarray:
        if easy:
            if rng.random() < 0.5:
                scene = scene.point(lut(rng, rng.uniform(0.8, 1.2), 0.7))
            return self.sized(rng, scene)
        if rng.random() < 0.85:
            low = rng.random() < 0.2
            scene = scene.point(lut(rng, rng.uniform(0.32, 0.75) if low else rng.uniform(0.75, 1.25), 1.0)) if not dark else scene
        else:
            low = False
        if rng.random() < 0.06:
            scene = Image.blend(scene, scene.convert("L").convert("RGB"), float(rng.uniform(0.5, 1)))
        if rng.random() < 0.2:
            scene = scene.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.1)))
        w, h = scene.size
        if dark or low or rng.random() < 0.4:
            strength = rng.uniform(1, 14) if low or dark else rng.uniform(0.5, 7)
            slab = self.noise[int(rng.integers(0, 4))]
            y, x = int(rng.integers(0, slab.shape[0] - h + 1)), int(rng.integers(0, slab.shape[1] - w + 1))
            noisy = np.asarray(scene, dtype=np.float32) + strength * slab[y : y + h, x : x + w]
            scene = Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
        if rng.random() < 0.03:  # a phone held upright, sent with bars
            bar = int(w * rng.uniform(0.1, 0.3))
            ImageDraw.Draw(scene).rectangle((0, 0, bar, h), fill=(0, 0, 0))
            ImageDraw.Draw(scene).rectangle((w - bar, 0, w, h), fill=(0, 0, 0))
        if rng.random() < 0.85:
            buffer = io.BytesIO()
            scene.save(buffer, "JPEG", quality=int(rng.integers(35, 93)))
            scene = Image.open(buffer)
        return self.sized(rng, scene)

    def sized(self, rng, scene: Image.Image) -> np.ndarray:
        if scene.size != (WIDTH, HEIGHT):
            scene = scene.resize((WIDTH, HEIGHT), (BILINEAR, BICUBIC, BOX)[int(rng.integers(0, 3))])
        return np.asarray(scene)

    def tile(self, rng, only: str | None = None, easy: float = 0.1):
        """One tile: pixels, class, and for a room the picture and crop that a teacher saw without the person."""
        kind = only or CLASSES[int(rng.choice(len(CLASSES), p=[SHARE[c] for c in CLASSES]))]
        usual = rng.random() < USUAL
        size = SIZES[int(rng.choice(len(SIZES), p=USUAL_SIZES if usual else ROUGH_SIZES))]
        room, crop = -1, -1
        if kind == "plain":
            scene = self.plain(rng, size)
        elif kind == "unclear":
            scene = self.unclear(rng, size)
        else:
            room = self.pick(rng, kind)
            if rng.random() < easy:  # the room alone, in good light
                crop = 0 if rng.random() < 0.35 else int(rng.integers(1, self.crops.shape[1]))
                return self.stream(rng, self.view(rng, room, crop, size), False, True), CLASSES.index(kind), room, crop
            if rng.random() < FRESH:
                scene, crop = self.fresh(rng, room, size)
            else:
                crop = 0 if rng.random() < 0.2 else int(rng.integers(1, self.crops.shape[1]))
                scene = self.view(rng, room, crop, size)
            if usual:
                self.stand(rng, scene, closeness=(0.55, 0.95), alone=True)
            elif rng.random() < 0.9:
                self.stand(rng, scene)
        if usual and kind != "unclear":
            return self.usual_stream(rng, scene), CLASSES.index(kind), room, crop
        return self.stream(rng, scene, dark=kind == "unclear"), CLASSES.index(kind), room, crop

    def batch(self, seed, count: int, easy: float = 0.1):
        """The same seed gives the same tiles."""
        rng = np.random.default_rng(seed)
        pixels = np.empty((count, HEIGHT, WIDTH, 3), dtype=np.uint8)
        facts = np.empty((count, 3), dtype=np.int64)
        for n in range(count):
            pixels[n], *facts[n] = self.tile(rng, easy=easy)
        return pixels, facts


def write_folder(composer: Composer, folder: Path, count: int, only: str | None) -> None:
    rng = np.random.default_rng(505)
    for n in range(count):
        pixels, kind, *_ = composer.tile(rng, only)
        file = folder / CLASSES[kind] / f"{n:04}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(file)


def main() -> None:
    import argparse
    import time

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--sheet", type=Path, help="a page of training tiles to look at")
    where.add_argument("--folder", type=Path, help="held-out tiles as CLASS/NUMBER.png, for eval-rooms; photographs, never to be committed")
    parser.add_argument("--only", choices=CLASSES)
    parser.add_argument("--count", type=int, default=400, help="with --folder")
    args = parser.parse_args()
    if args.folder:
        write_folder(Composer(args.work, held_out=True), args.folder, args.count, args.only)
        return
    composer = Composer(args.work, held_out=False)
    rng = np.random.default_rng(3)
    started = time.perf_counter()
    tiles = [composer.tile(rng, args.only) for _ in range(96)]
    print(f"{(time.perf_counter() - started) / 96 * 1000:.2f} ms a tile")
    sheet = Image.new("RGB", (8 * (WIDTH + 4), 12 * (HEIGHT + 4)))
    for n, (pixels, *_) in enumerate(tiles):
        sheet.paste(Image.fromarray(pixels), (n % 8 * (WIDTH + 4), n // 8 * (HEIGHT + 4)))
    sheet.save(args.sheet)


if __name__ == "__main__":
    main()
