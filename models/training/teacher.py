"""Step 2b: what a teacher says of each crop of each room, without a person in front.

The public embedder's features stay a training target only: 128 main directions of them for the network to guess, and the
class probabilities of a small head trained on them, always asked about rooms that it was not trained on (five folds).
With `--own` the head also gets what a network to go on from (warm.py) sees of the same crops: nobody in front of the room, it
sees more than its pupil will.

python teacher.py --work DIR [--own DIR/warm.pt]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing as mp
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn

from compose import HEIGHT, WIDTH
from net import Rooms
from pictures import CLASSES, Store

DIRECTIONS = 128
FOLDS = 5


def seen_by(job) -> tuple[int, np.ndarray]:
    """What the network to go on from makes of the crops, just before its last layer."""
    work, checkpoint, rooms, part, parts = job
    torch.set_num_threads(1)
    net = Rooms(len(CLASSES))
    net.take(torch.load(checkpoint, map_location="cpu", weights_only=True)["net"])
    net.eval().to(memory_format=torch.channels_last)
    store, crops = Store(work, "rooms"), np.load(work / "crops.npy")
    out = []
    for i in range(rooms)[part::parts]:
        picture = store.picture(i)
        views = [picture.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box=tuple(map(float, box))).convert("RGB") for box in crops[i]]
        x = torch.from_numpy(np.stack([np.asarray(view) for view in views])).permute(0, 3, 1, 2).float() / 255
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            out.append(net.pooled(x).half().numpy())
    return part, np.stack(out)


def own_features(work: Path, checkpoint: Path, rooms: int, workers: int) -> np.ndarray:
    cache = work / "own.npy"
    if not cache.exists():
        jobs = [(work, checkpoint, rooms, part, workers) for part in range(workers)]
        with mp.get_context("spawn").Pool(workers) as pool:
            parts = dict(pool.imap_unordered(seen_by, jobs))
        features = np.zeros((rooms, *parts[0].shape[1:]), dtype=np.float16)
        for part, out in parts.items():
            features[part::workers] = out
        np.save(cache, features)
    return np.load(cache)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--own", type=Path, help="a network to go on from, made by warm.py")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    features = np.load(args.work / "features.npy", mmap_mode="r")
    # Photographs come first; drawn pictures have no features.
    index = {key: value[: len(features)] for key, value in Store(args.work, "rooms").index.items() if value.ndim}
    rooms = np.flatnonzero(index["kind"] < 3)
    held_out = index["held_out"]

    some = np.concatenate([features[i] for i in rng.choice(rooms[~held_out[rooms]], min(6000, len(rooms)), replace=False)]).astype(np.float32)
    mean, spread = some.mean(0), some.std(0) + 1e-3
    _, _, axes = np.linalg.svd(((some - mean) / spread)[:20000], full_matrices=False)
    axes = axes[:DIRECTIONS].T.astype(np.float32)

    every = torch.from_numpy(features.astype(np.float32)).sub_(torch.from_numpy(mean)).div_(torch.from_numpy(spread))
    target = every.reshape(-1, every.shape[-1]) @ torch.from_numpy(axes)
    target = target / target.std(0)
    np.save(args.work / "directions.npy", target.reshape(*every.shape[:2], DIRECTIONS).numpy().astype(np.float16))
    if args.own:
        own = torch.from_numpy(own_features(args.work, args.own, len(features), args.workers).astype(np.float32))
        flat = own.reshape(-1, own.shape[-1])
        every = torch.cat([every, (own - flat.mean(0)) / (flat.std(0) + 1e-3)], 2)

    kinds = torch.from_numpy(index["kind"].astype(np.int64))
    share = torch.bincount(kinds[rooms], minlength=3)[:3].float()
    weight = torch.tensor([0.31, 0.12, 0.38]) / (share / share.sum())
    fold = rng.integers(0, FOLDS, len(kinds))
    fold[held_out] = -1  # held-out rooms are never trained on; the first fold's head answers for them
    soft = np.zeros((*every.shape[:2], 3), dtype=np.float32)
    for number in range(FOLDS):
        head = nn.Sequential(nn.Dropout(0.2), nn.Linear(every.shape[-1], 192), nn.ReLU(), nn.Dropout(0.3), nn.Linear(192, 3))
        mine = torch.from_numpy(rooms[(fold[rooms] != number) & ~held_out[rooms]])
        steps = args.epochs * len(mine) * every.shape[1] // 512
        optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.02)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=steps)
        for _ in range(steps):
            room = mine[torch.randint(len(mine), (512,))]
            crop = torch.randint(every.shape[1], (512,))
            loss = F.cross_entropy(head(every[room, crop]), kinds[room], weight=weight, label_smoothing=0.02)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        head.eval()
        asked = rooms[(fold[rooms] == number) | (held_out[rooms] & (number == 0))]
        with torch.no_grad():
            for crop in range(every.shape[1]):
                soft[asked, crop] = torch.softmax(head(every[asked, crop]), 1).numpy()
    np.save(args.work / "soft.npy", soft.astype(np.float16))

    from measure import area_under_curve

    judged = {}
    for name, chosen in (("other_folds", rooms[~held_out[rooms]]), ("held_out", rooms[held_out[rooms]])):
        bed, common = (chosen[index["kind"][chosen] == CLASSES.index(c)] for c in ("bedroom", "common"))
        judged[name] = {
            "whole": area_under_curve(soft[bed, 0, 0], soft[common, 0, 0]),
            "crops": area_under_curve(soft[bed, 1:, 0].ravel(), soft[common, 1:, 0].ravel()),
        }
    print(json.dumps(judged))
    (args.work / "teacher.json").write_text(json.dumps(judged, indent=2) + "\n")


if __name__ == "__main__":
    main()
