"""Step 3: training. Every step sees tiles that were never seen before; steps are seeded one by one, so a run can be stopped
and resumed and still sees the same tiles. The same script runs on a CPU and on a GPU.

python train.py --work DIR --run DIR --cycles 2500,9000
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import copy
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

from compose import Composer
from measure import bedroom
from net import Rooms
from pictures import CLASSES

HELD_OUT_TILES = 3000


class Steps(Dataset):
    """Item number `step` is the batch of that step."""

    def __init__(self, work: Path, batch: int, seed: int, first: int, last: int):
        self.work, self.batch, self.seed, self.first, self.last = work, batch, seed, first, last
        self.composer = None

    def __len__(self) -> int:
        return self.last - self.first

    def __getitem__(self, number: int):
        if self.composer is None:
            self.composer = Composer(self.work, held_out=False)
        pixels, facts = self.composer.batch([self.seed, self.first + number], self.batch)
        return torch.from_numpy(pixels), torch.from_numpy(facts)


def held_out_tiles(work: Path, count: int = HELD_OUT_TILES, seed: int = 99):
    """The same tiles every time, from rooms and people that training never sees."""
    cache = work / f"held-out-{count}.npz"
    if not cache.exists():
        pixels, facts = Composer(work, held_out=True).batch([seed, 0], count)
        np.savez(cache, pixels=pixels, facts=facts)
    stored = np.load(cache)
    return stored["pixels"], stored["facts"]


def rate(step: int, cycles: list[int], top: float) -> float:
    """Cosine cycles with a short warm-up; later cycles start a little lower."""
    for number, length in enumerate(cycles):
        if step < length:
            high = top * (0.7 if number else 1.0)
            warm = min(300, length // 10)
            if step < warm:
                return high * (step + 1) / warm
            return high * max(0.01, 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, length - warm))))
        step -= length
    return 0.0


def judge(net: Rooms, tiles, device) -> dict:
    pixels, facts = tiles
    net.eval()
    out = []
    with torch.no_grad():
        for start in range(0, len(pixels), 256):
            x = torch.from_numpy(pixels[start : start + 256]).to(device).permute(0, 3, 1, 2).float() / 255
            out.append(torch.softmax(net(x)[0].float(), 1).cpu().numpy())
    scores, truth = np.concatenate(out), facts[:, 0]
    result = {f"common_{k}": v for k, v in bedroom(scores, truth).items()}
    result |= {f"all_{k}": v for k, v in bedroom(scores, truth, "all").items()}
    result["accuracy"] = {name: float((scores.argmax(1) == n)[truth == n].mean()) for n, name in enumerate(CLASSES)}
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of this run: checkpoints and log; resumed when it exists")
    parser.add_argument("--cycles", default="2500,9000", help="steps of each learning-rate cycle")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--decay", type=float, default=0.03)
    parser.add_argument("--soft", type=float, default=0.5, help="how much of the target is the teacher's opinion")
    parser.add_argument("--guess", type=float, default=0.4, help="weight of guessing the teacher's features")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--judge-every", type=int, default=500)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    cycles = [int(n) for n in args.cycles.split(",")]
    total = sum(cycles)

    taught = (args.work / "soft.npy").exists() and args.soft > 0
    soft = torch.from_numpy(np.load(args.work / "soft.npy")) if taught else None
    directions = torch.from_numpy(np.load(args.work / "directions.npy")) if taught else None
    net = Rooms(len(CLASSES), features=directions.shape[-1] if taught else 0).to(args.device, memory_format=torch.channels_last)
    mean = copy.deepcopy(net)  # a running average of the weights: the network that is judged and shipped
    still = [p for p in net.parameters() if p.ndim < 2]
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in net.parameters() if p.ndim >= 2], "weight_decay": args.decay}, {"params": still, "weight_decay": 0.0}],
        lr=args.rate,
    )
    first = 0
    checkpoint = args.run / "last.pt"
    if checkpoint.exists():
        stored = torch.load(checkpoint, map_location=args.device, weights_only=True)
        net.load_state_dict(stored["net"])
        mean.load_state_dict(stored["mean"])
        optimiser.load_state_dict(stored["optimiser"])
        first = stored["step"]
        print(f"resumed at step {first}", flush=True)

    def save(step: int, name: str = "last.pt") -> None:
        state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
        torch.save(state, args.run / "part.pt")
        os.replace(args.run / "part.pt", args.run / name)

    tiles = held_out_tiles(args.work)
    ends = np.cumsum(cycles).tolist()
    loader = DataLoader(
        Steps(args.work, args.batch, args.seed, first, total), batch_size=None, num_workers=args.workers, prefetch_factor=6
    )
    log = open(args.run / "log.jsonl", "a")
    kind = args.device.split(":")[0]
    running, since = [], time.time()
    for step, (pixels, facts) in enumerate(loader, start=first):
        now = rate(step, cycles, args.rate)
        for group in optimiser.param_groups:
            group["lr"] = now
        x = pixels.to(args.device).permute(0, 3, 1, 2).float().div_(255)
        truth, room, crop = (facts[:, n] for n in range(3))
        target = F.one_hot(truth, len(CLASSES)).float()
        seen = room >= 0
        if taught and seen.any():
            target[seen, :3] = (1 - args.soft) * target[seen, :3] + args.soft * soft[room[seen], crop[seen]].float()
        target = target.to(args.device)
        net.train()
        with torch.autocast(kind, torch.bfloat16):
            logits, guess = net(x)
        loss = F.cross_entropy(logits.float(), target, label_smoothing=0.02)
        value = float(loss.detach())
        if taught and seen.any():
            wanted = directions[room[seen], crop[seen]].float().to(args.device)
            loss = loss + args.guess * F.smooth_l1_loss(guess.float()[seen.to(args.device)], wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        keep = min(0.999, (step + 1) / (step + 20))
        with torch.no_grad():
            for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
                if a.dtype.is_floating_point:
                    a.lerp_(b, 1 - keep)
                else:
                    a.copy_(b)
        running.append(value)
        done = step + 1
        if done % 100 == 0:
            speed = 100 * args.batch / (time.time() - since)
            print(f"{done}/{total} loss {np.mean(running[-100:]):.4f} rate {now:.5f} {speed:.0f} tiles/s", flush=True)
            since = time.time()
        if done % args.judge_every == 0 or done in ends:
            save(done)
            if done in ends:
                save(done, f"cycle-{ends.index(done) + 1}.pt")
            result = {"step": done, "tiles": done * args.batch, "loss": float(np.mean(running)), "rate": now, **judge(mean, tiles, args.device)}
            running = []
            log.write(json.dumps(result) + "\n")
            log.flush()
            print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}), flush=True)
            since = time.time()


if __name__ == "__main__":
    main()
