"""Many tiles composed once, by all cores at a time, into one file: where a GPU learns faster than the cores beside it compose.

python stored.py --work DIR --count 400000 --workers 12
python train.py ... --stored          and     python finetune.py ... --stored

An epoch is all of them in a new order; from the second one on they are mirrored, moved and lit by turns.
"""

from __future__ import annotations

import argparse
import multiprocessing as mp
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from compose import HEIGHT, WIDTH, Composer

GROUP = 250  # tiles that are composed from one seed
SEED = 707


def again(tiles: torch.Tensor, chance: np.random.Generator) -> torch.Tensor:
    """Tiles seen before, maybe mirrored, moved a little, brighter or darker."""
    if chance.random() < 0.5:
        tiles = tiles.flip(2)
    x, y = int(chance.integers(-10, 11)), int(chance.integers(-6, 7))
    padded = F.pad(tiles.permute(0, 3, 1, 2).float(), (10, 10, 6, 6), mode="replicate")
    moved = padded[:, :, 6 + y : 6 + y + tiles.shape[1], 10 + x : 10 + x + tiles.shape[2]].permute(0, 2, 3, 1)
    return (moved * float(chance.uniform(0.8, 1.2))).clamp(0, 255).to(torch.uint8)


class Stored:
    """The batch of each step, from step `first` on. A GPU gets all tiles at once: 46 kB each."""

    def __init__(self, work: Path, batch: int, seed: int, first: int, device: str):
        facts = np.load(work / "tiles.npy")
        pixels = np.memmap(work / "tiles.bin", np.uint8, "r", shape=(len(facts), HEIGHT, WIDTH, 3))
        self.pixels = torch.from_numpy(np.array(pixels)).to(device) if device != "cpu" else pixels
        self.facts, self.batch, self.seed, self.first = torch.from_numpy(facts), batch, seed, first

    def __iter__(self):
        of_epoch = len(self.facts) // self.batch
        step = self.first
        while True:
            epoch, place = divmod(step, of_epoch)
            if step == self.first or not place:
                order = np.random.default_rng([self.seed, epoch]).permutation(len(self.facts))
            some = np.sort(order[place * self.batch : (place + 1) * self.batch])
            if isinstance(self.pixels, torch.Tensor):
                tiles = self.pixels[torch.from_numpy(some).to(self.pixels.device)]
            else:
                tiles = torch.from_numpy(self.pixels[some])
            yield again(tiles, np.random.default_rng([self.seed, step])) if epoch else tiles, self.facts[some]
            step += 1


def compose_some(job) -> tuple[int, np.ndarray]:
    work, part, parts, count = job
    composer = Composer(work, held_out=False)
    pixels = np.memmap(work / "tiles.bin", np.uint8, "r+", shape=(count, HEIGHT, WIDTH, 3))
    facts = []
    for number in range(part, count // GROUP, parts):
        pixels[number * GROUP : (number + 1) * GROUP], known = composer.batch([SEED, number], GROUP)
        facts.append(known)
    return part, np.stack(facts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, default=400_000)
    parser.add_argument("--workers", type=int, default=12)
    args = parser.parse_args()
    count, started = args.count // GROUP * GROUP, time.time()
    workers = min(args.workers, count // GROUP)
    np.memmap(args.work / "tiles.bin", np.uint8, "w+", shape=(count, HEIGHT, WIDTH, 3)).flush()
    facts = np.empty((count // GROUP, GROUP, 3), np.int64)
    with mp.get_context("spawn").Pool(workers) as pool:
        for part, known in pool.imap_unordered(compose_some, [(args.work, part, workers, count) for part in range(workers)]):
            facts[part::workers] = known
    np.save(args.work / "tiles.npy", facts.reshape(-1, 3))
    print(f"{count} tiles, {count / (time.time() - started):.0f} a second", flush=True)


if __name__ == "__main__":
    main()
