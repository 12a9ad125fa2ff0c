"""What several frames are worth: simulated stretches of one pupil's tile, scored frame by frame by the shipped file.

Each sequence is one held-out room and one held-out person: the room stays, the person fidgets, shifts in the chair, leans, goes
away and comes back; the light drifts, the stream changes its size as a call does, noise and compression are fresh in every frame.
The frames are SECONDS apart, as the product looks at a tile: six times soon after a camera comes on, then every 20 s.

python sequences.py --work DIR --out FILE.jsonl [--model rooms.tflite] [--count 1600] [--seed 1] [--workers 2]
python sequences.py --table FILE.jsonl          the tables again
python sequences.py --work DIR --sheet out.png  a few sequences to look at (never commit it)

The file: a line about the whole, then a line a sequence: `truth`, and for each frame `scores` (in the order of `labels`), those of its
mirror image (`mirrored`; the product looks at the two in turn), mean and spread of brightness and the `scene`
grid, which is all that the verdict over time gets; the scores of two background plates made of the first n frames (`median`, `still`),
and of the room without anybody (`bare`), which no product ever sees.
`node scripts/lesson-alarms.ts FILE.jsonl` plays whole lessons from it.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import multiprocessing as mp
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from compose import BILINEAR, BOX, FLIP, HEIGHT, WIDTH, Composer, lut
from measure import area_under_curve, recall_at
from pictures import CLASSES

SECONDS = [round(0.8 + 1.2 * n, 1) for n in range(6)] + [round(6.8 + 20.0 * n, 1) for n in range(1, 13)]
MIX = {"bedroom": 0.3, "bathroom": 0.08, "common": 0.42, "plain": 0.13, "unclear": 0.07}
# Drawn a little larger than the frame, so that a camera that moves has something to show.
BASE, MARGIN = (256, 144), 0.05
SIZES = [(104, 58), (128, 72), (160, 90), (224, 126)]
SIZE_SHARE = [0.08, 0.16, 0.4, 0.36]
PLATES = [2, 4, 8, 12]
COUNTS = [1, 2, 4, 6, 8, 12, 18]


class Drift:
    """A value that wanders around zero: `wide` is its standard deviation, `slow` the seconds in which it forgets where it was."""

    def __init__(self, rng: np.random.Generator, wide: float, slow: float, start: float | None = None):
        self.rng, self.wide, self.slow = rng, wide, slow
        self.value = rng.normal(0, wide) if start is None else start

    def after(self, seconds: float) -> float:
        keep = math.exp(-seconds / self.slow)
        self.value = self.value * keep + self.rng.normal(0, self.wide) * math.sqrt(1 - keep * keep)
        return self.value


class Sitter:
    """One person in front of a camera over a few minutes."""

    def __init__(self, rng: np.random.Generator, cutout: Image.Image, stays: tuple[float, float], away: tuple[float, float] | None):
        self.rng, self.cutout, self.stays, self.away = rng, cutout, stays, away
        self.tall, self.middle = rng.uniform(0.5, 1.0), rng.uniform(0.1, 0.9)
        self.low = 0.0 if rng.random() < 0.7 else rng.uniform(-0.12, 0.12)
        self.aside = rng.random() < 0.3
        self.side = rng.choice([-1.0, 1.0])
        self.leans = rng.uniform(0, 0.2)
        self.across = [Drift(rng, 0.05, 25), Drift(rng, 0.012, 1.5)]
        self.down = [Drift(rng, 0.022, 25), Drift(rng, 0.008, 1.5)]
        self.near = [Drift(rng, 0.07, 30), Drift(rng, 0.012, 1.5)]

    def place(self, now: float, step: float, size: tuple[int, int]) -> tuple[Image.Image, int, int] | None:
        x, y, near = (sum(part.after(step) for part in parts) for parts in (self.across, self.down, self.near))
        if self.rng.random() < self.leans:
            near, x = near + self.rng.normal(0.05, 0.16), x + self.rng.normal(0, 0.09)
        gone = self.away is not None and self.away[0] <= now < self.away[1]
        if not self.stays[0] <= now < self.stays[1] or (gone and not self.aside):
            return None
        if gone:
            x += self.side * self.rng.uniform(0.3, 0.7)
        w, h = size
        scale = min(self.tall * h / self.cutout.height, w / self.cutout.width) * math.exp(near)
        target = (max(2, round(self.cutout.width * scale)), max(2, round(self.cutout.height * scale)))
        left = round((self.middle + x) * w - target[0] / 2)
        return self.cutout.resize(target, BILINEAR, reducing_gap=2.0), left, round(h * (1 + self.low + y) - target[1])


class SequenceComposer(Composer):
    """The composer's own rooms, walls and virtual backgrounds, with the person left out where a moving one comes later."""

    def __init__(self, work: Path):
        super().__init__(work, held_out=True)
        self.wanted: dict | None = None

    def stand(self, rng, scene, edge=None, closeness=(0.5, 1.0), alone=False):
        if self.wanted is None:
            super().stand(rng, scene, edge, closeness, alone)
        else:
            self.wanted.update(someone=True, edge=None if edge is None else edge.copy())

    def person(self, rng) -> Image.Image:
        cutout = self.cutout(rng)
        if rng.random() < 0.5:
            cutout = cutout.transpose(FLIP)
        if rng.random() < 0.6:
            rgb = cutout.convert("RGB").point(lut(rng, rng.uniform(0.6, 1.2), 0.8))
            rgb.putalpha(cutout.getchannel("A"))
            cutout = rgb
        return cutout

    def sitters(self, rng) -> list[Sitter]:
        end = SECONDS[-1] + 1
        away = None
        if rng.random() < 0.25:
            begin = rng.uniform(3, end - 20)
            away = (begin, begin + rng.uniform(15, 70))
        sitters = [Sitter(rng, self.person(rng), (-1.0, end), away)]
        if rng.random() < 0.1:
            sitters.append(Sitter(rng, self.person(rng), (-1.0, end), None))
        elif rng.random() < 0.12:  # somebody else comes in for a while
            begin = rng.uniform(0, end - 20)
            sitters.append(Sitter(rng, self.person(rng), (begin, begin + rng.uniform(5, 80)), None))
        return sitters

    def behind(self, rng, kind: str):
        """What is behind: the picture, the sharp room that shows at a virtual background's edges, whether anybody sits there."""
        room = -1
        self.wanted = {"someone": False, "edge": None}
        if kind == "plain":
            scene = self.plain(rng, BASE)
        elif kind == "unclear":
            # Dark, covered, far too close: nobody can be told from the rest here, so the whole picture is one piece.
            self.wanted = None
            return self.unclear(rng, BASE), None, False, room
        else:
            room = self.pick(rng, kind)
            scene = self.view(rng, room, 0 if rng.random() < 0.1 else int(rng.integers(1, self.crops.shape[1])), BASE)
            self.wanted["someone"] = True
        wanted, self.wanted = self.wanted, None
        return scene, wanted["edge"], wanted["someone"], room

    def lay(self, rng, scene: Image.Image, edge: Image.Image | None, person: Image.Image, left: int, top: int, matte: dict) -> None:
        """As Composer.stand does it, but a virtual background keeps its manner from frame to frame."""
        alpha = person.getchannel("A")
        if edge is not None:
            if matte["halo"]:
                halo = Image.new("L", scene.size, 0)
                halo.paste(alpha, (left, top))
                halo = halo.filter(ImageFilter.GaussianBlur(matte["reach"] * rng.uniform(0.7, 1.4))).point(lambda a: min(255, a * 3))
                scene.paste(edge, (0, 0), halo)
            if matte["soft"]:
                alpha = alpha.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 1.5)))
        scene.paste(person.convert("RGB"), (left, top), alpha)

    def sequence(self, rng, kind: str):
        """Frames as the model gets them (n, 96, 160, 3), the same view without anybody, the room's number, how many people."""
        scene, edge, someone, room = self.behind(rng, kind)
        sitters = self.sitters(rng) if someone else []
        matte = {"halo": rng.random() < 0.6, "reach": rng.uniform(0.6, 4.0), "soft": rng.random() < 0.4}
        camera = Camera(self, rng, dark=kind == "unclear")
        frames, last = [], 0.0
        for now in SECONDS:
            step, last = now - last, now
            size, box = camera.frame(step)
            picture = scene.resize(size, BILINEAR, box=box)
            behind = None if edge is None else edge.resize(size, BILINEAR, box=box)
            for sitter in sitters:
                placed = sitter.place(now, step, size)
                if placed is not None:
                    self.lay(rng, picture, behind, *placed, matte)
            frames.append(camera.shot(picture))
        return np.stack(frames), camera.shot(scene.resize((160, 90), BILINEAR)), room, len(sitters)


class Camera:
    """A pupil's camera and stream: what was chosen once for the sequence, and what changes from frame to frame."""

    def __init__(self, composer: Composer, rng: np.random.Generator, dark: bool):
        self.noise, self.rng = composer.noise, rng
        low = not dark and rng.random() < 0.2
        light = 1.0 if dark else rng.uniform(0.32, 0.75) if low else rng.uniform(0.75, 1.25)
        self.table = np.array(lut(rng, light, 0.0 if dark or rng.random() < 0.15 else 1.0), dtype=np.float32)
        self.grey = rng.uniform(0.5, 1) if rng.random() < 0.06 else 0.0
        self.blur = rng.uniform(0.3, 1.1) if rng.random() < 0.2 else 0.0
        noisy = dark or low or rng.random() < 0.4
        self.strength = (rng.uniform(1, 14) if dark or low else rng.uniform(0.5, 7)) if noisy else 0.0
        self.quality = rng.uniform(40, 90) if rng.random() < 0.85 else None
        self.usual = int(rng.choice(len(SIZES), p=SIZE_SHARE))
        self.at = max(0, self.usual - (1 if rng.random() < 0.6 else 0))  # a stream begins small
        self.light = Drift(rng, 0.1, 60, 0.0)
        self.lamp = (rng.uniform(5, SECONDS[-1]), math.exp(rng.normal(0, 0.4))) if rng.random() < 0.08 else (math.inf, 1.0)
        held = rng.random() < 0.2  # a tablet in the hand; the others stand on a table
        self.shake = [Drift(rng, 0.018, 2) if held else None, Drift(rng, 0.018, 2) if held else None]
        self.nudge = rng.uniform(5, SECONDS[-1]) if rng.random() < 0.15 else math.inf  # the lid is moved once
        self.nudged = rng.uniform(-0.045, 0.045, 2)
        self.now = 0.0
        self.sampling = (BILINEAR, BOX)[int(rng.integers(0, 2))]

    def frame(self, step: float):
        """The size of the stream at this moment, and the part of the scene that the camera sees."""
        self.now += step
        if self.rng.random() < 0.08:
            self.at = int(np.clip(self.at + self.rng.choice([-1, 1]), 0, len(SIZES) - 1))
        elif self.at < self.usual and self.rng.random() < 0.6:
            self.at += 1
        x, y = (0.0 if part is None else float(np.clip(part.after(step), -0.045, 0.045)) for part in self.shake)
        if self.now >= self.nudge:
            x, y = (float(np.clip(v + n, -MARGIN, MARGIN)) for v, n in zip((x, y), self.nudged))
        w, h = BASE
        box = ((MARGIN + x) * w, (MARGIN + y) * h, (1 - MARGIN + x) * w, (1 - MARGIN + y) * h)
        return SIZES[self.at], tuple(min(max(0.0, v), float(side)) for v, side in zip(box, (w, h, w, h)))

    def shot(self, scene: Image.Image) -> np.ndarray:
        rng = self.rng
        gain = math.exp(self.light.after(1.0)) * (self.lamp[1] if self.now >= self.lamp[0] else 1.0)
        scene = scene.point((self.table * gain).clip(0, 255).astype(np.uint8).tolist())
        if self.grey:
            scene = Image.blend(scene, scene.convert("L").convert("RGB"), self.grey)
        if self.blur:
            scene = scene.filter(ImageFilter.GaussianBlur(self.blur))
        if self.strength:
            w, h = scene.size
            slab = self.noise[int(rng.integers(0, 4))]
            y, x = (int(rng.integers(0, side - part + 1)) for side, part in zip(slab.shape, (h, w)))
            noisy = np.asarray(scene, dtype=np.float32) + self.strength * slab[y : y + h, x : x + w]
            scene = Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
        if self.quality is not None:
            buffer = io.BytesIO()
            scene.save(buffer, "JPEG", quality=int(np.clip(self.quality + rng.normal(0, 6), 30, 95)))
            scene = Image.open(buffer)
        return np.asarray(scene.resize((WIDTH, HEIGHT), self.sampling))


# ---- what several frames say ----


def median_plate(frames: np.ndarray) -> np.ndarray:
    """Each pixel as it mostly was: keeps whoever sits still, shows what is behind whoever moves."""
    return np.median(frames, axis=0).astype(np.uint8)


def still_plate(frames: np.ndarray) -> np.ndarray:
    """The mean of the frames, where each pixel counts the more the less it differs from the frames before and after."""
    light = frames.mean(axis=3, dtype=np.float32)
    moved = np.abs(np.diff(light, axis=0))
    moved = np.maximum(np.concatenate([moved, moved[-1:]]), np.concatenate([moved[:1], moved]))
    small = moved.reshape(len(frames), HEIGHT // 4, 4, WIDTH // 4, 4).mean(axis=(2, 4)).repeat(4, axis=1).repeat(4, axis=2)
    weight = (1 / (1 + (small / 8) ** 2))[..., None]
    return ((frames * weight).sum(axis=0) / weight.sum(axis=0)).astype(np.uint8)


def facts(frames: np.ndarray) -> tuple[list, list, list]:
    """Mean, spread and 8 × 6 grid of brightness, as lib/vision/scene.ts has them."""
    light = frames.astype(np.float32) @ np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
    grid = light.reshape(len(frames), 6, HEIGHT // 6, 8, WIDTH // 8).mean(axis=(2, 4)).reshape(len(frames), 48)
    rounded = lambda values: [[round(float(v), 1) for v in row] for row in values]
    return rounded(light.mean(axis=(1, 2))[:, None]), rounded(light.std(axis=(1, 2))[:, None]), rounded(grid)


def play(job):
    """Some of the sequences, in a process of its own."""
    work, model, seed, numbers = job
    from export import Shipped

    composer, shipped, rows = SequenceComposer(work), Shipped(model), []
    for number in numbers:
        rng = np.random.default_rng((seed, number))
        kind = CLASSES[int(rng.choice(len(CLASSES), p=[MIX[c] for c in CLASSES]))]
        frames, bare, room, people = composer.sequence(rng, kind)
        plates = [plate(frames[:n]) for plate in (median_plate, still_plate) for n in PLATES]
        scores = shipped.scores(np.concatenate([frames, [bare], plates]))
        mirrored = shipped.scores(np.ascontiguousarray(frames[:, :, ::-1]))
        rows_of = [[round(float(v), 5) for v in row] for row in scores]
        n, many = len(frames), len(PLATES)
        mean, spread, scene = facts(frames)
        rows.append(
            {
                "truth": kind,
                "room": room,
                "people": people,
                "scores": rows_of[:n],
                "mirrored": [[round(float(v), 5) for v in row] for row in mirrored],
                "mean": [row[0] for row in mean],
                "spread": [row[0] for row in spread],
                "scene": scene,
                "bare": rows_of[n],
                "median": dict(zip(map(str, PLATES), rows_of[n + 1 : n + 1 + many])),
                "still": dict(zip(map(str, PLATES), rows_of[n + 1 + many :])),
            }
        )
    return rows


# ---- the tables ----


def log_odds(p):
    """Of a bedroom, as the verdict counts it: never beyond ±4."""
    p = np.asarray(p, dtype=np.float64)
    return np.log((p + 0.01) / (1 - p + 0.01)).clip(-4, 4)


def numbers_of(values: np.ndarray, truth: np.ndarray) -> dict:
    bedrooms, common = values[truth == 0], values[truth == 2]
    return {
        "auc": round(area_under_curve(bedrooms, common), 4),
        "recall5": round(recall_at(0.05, bedrooms, common), 3),
        "recall1": round(recall_at(0.01, bedrooms, common), 3),
    }


def table(rows: list[dict]) -> dict:
    """Bedroom against common, by the number of frames and the way of putting them together."""
    truth = np.array([CLASSES.index(row["truth"]) for row in rows])
    score = np.array([[frame[0] for frame in row["scores"]] for row in rows])
    odds = log_odds(score)
    in_turn = odds.copy()
    in_turn[:, 1::2] = log_odds([[frame[0] for frame in row["mirrored"]] for row in rows])[:, 1::2]
    plate = {way: {n: np.array([row[way][str(n)][0] for row in rows]) for n in PLATES} for way in ("median", "still")}
    out: dict = {"mean log-odds": {}, "mean log-odds, frames and mirror images in turn": {}, "mean score": {}, "median plate": {}, "still plate": {}, "median plate and mean log-odds": {}}
    for n in COUNTS:
        out["mean log-odds"][n] = numbers_of(odds[:, :n].mean(axis=1), truth)
        out["mean log-odds, frames and mirror images in turn"][n] = numbers_of(in_turn[:, :n].mean(axis=1), truth)
        out["mean score"][n] = numbers_of(score[:, :n].mean(axis=1), truth)
    for n in PLATES:
        out["median plate"][n] = numbers_of(plate["median"][n], truth)
        out["still plate"][n] = numbers_of(plate["still"][n], truth)
        both = log_odds(plate["median"][n]) + odds[:, :n].mean(axis=1)
        out["median plate and mean log-odds"][n] = numbers_of(both, truth)
    out["the room with nobody in front"] = {1: numbers_of(np.array([row["bare"][0] for row in rows]), truth)}
    return out


def alike(rows: list[dict]) -> dict:
    """How much of the spread of the frames' log-odds lies between tiles of one class rather than inside a tile (0: frames are
    independent, 1: all alike), soon after the camera came on and over minutes."""
    result = {}
    for name, part in (("gather", slice(0, 6)), ("calm", slice(6, None))):
        within, between = [], []
        for kind in ("bedroom", "common"):
            odds = log_odds([[frame[0] for frame in row["scores"]][part] for row in rows if row["truth"] == kind])
            within.append(odds.var(axis=1, ddof=1).mean())
            between.append(odds.mean(axis=1).var(ddof=1) - odds.var(axis=1, ddof=1).mean() / odds.shape[1])
        result[name] = round(float(np.sum(between) / (np.sum(between) + np.sum(within))), 3)
    return result


def show(path: Path) -> None:
    head, *rows = map(json.loads, path.read_text().splitlines())
    ways = table(rows)
    counted = {kind: sum(row["truth"] == kind for row in rows) for kind in CLASSES}
    print(json.dumps({"model": head["model"], "sequences": counted, "alike": alike(rows), "bedroomAgainstCommon": ways}))
    print(f"\n{len(rows)} sequences ({', '.join(f'{n} {kind}' for kind, n in counted.items())}), bedroom against common, first n frames\n")
    print("| | " + " | ".join(f"n = {n}" for n in COUNTS) + " |\n" + "|---" * (len(COUNTS) + 1) + "|")
    for way, by_count in ways.items():
        cells = [by_count.get(n) for n in COUNTS]
        print(f"| {way} | " + " | ".join("" if c is None else f"{c['auc']:.3f} ({c['recall5']:.2f}, {c['recall1']:.2f})" for c in cells) + " |")
    print("\nAUC (recall at 5 %, at 1 % false positives).")


def sheet(work: Path, out: Path) -> None:
    composer = SequenceComposer(work)
    kinds = ["bedroom", "common", "plain", "bathroom", "unclear"]
    chosen = [0, 3, 5, 6, 8, 10, 14]
    paper = Image.new("RGB", ((len(chosen) + 3) * (WIDTH + 4), 10 * (HEIGHT + 4)))
    for row in range(10):
        frames, bare, _, _ = composer.sequence(np.random.default_rng((5, row)), kinds[row % 5])
        shown = [frames[n] for n in chosen] + [median_plate(frames[:12]), still_plate(frames[:12]), bare]
        for column, picture in enumerate(shown):
            paper.paste(Image.fromarray(picture), (column * (WIDTH + 4), row * (HEIGHT + 4)))
    paper.save(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, help="the folder that prepare.py made")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--model", type=Path, default=Path(__file__).resolve().parent.parent / "rooms.tflite")
    parser.add_argument("--count", type=int, default=1600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--sheet", type=Path)
    args = parser.parse_args()
    if args.table:
        show(args.table)
        return
    if args.work is None or (args.out is None and args.sheet is None):
        parser.error("--work and --out are needed (or --table FILE)")
    if args.sheet:
        sheet(args.work, args.sheet)
        return
    import hashlib

    started, model = time.time(), args.model.read_bytes()
    parts = [list(range(at, min(at + 20, args.count))) for at in range(0, args.count, 20)]
    with mp.get_context("spawn").Pool(args.workers) as pool, open(args.out, "w") as file:
        head = {
            "format": "lesson-steward/sequences",
            "version": 1,
            "model": hashlib.sha256(model).hexdigest(),
            "labels": CLASSES,
            "seconds": SECONDS,
            "seed": args.seed,
            "count": args.count,
        }
        file.write(json.dumps(head) + "\n")
        done = 0
        for rows in pool.imap(play, [(args.work, model, args.seed, part) for part in parts]):
            file.writelines(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
            file.flush()
            done += len(rows)
            print(f"{done} of {args.count}, {time.time() - started:.0f} s", flush=True)
    show(args.out)


if __name__ == "__main__":
    main()
