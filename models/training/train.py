"""Step 3: training. A part of every step are new tiles, the others are tiles of a while ago, mirrored and moved (composing a tile
costs about as much as learning from it). The first part of a run is on smaller tiles, which costs half. Steps are seeded one by
one, so a run can be stopped and resumed and still composes the same tiles. The same script runs on a CPU and on a GPU.

python train.py --work DIR --run DIR --cycles 2500,9000
python train.py --work DIR --run DIR --cycles 60m --from DIR/warm.pt --rate 1.5e-3 --easy-until 0      going on from a shipped file
python train.py ... --teacher-net DIR/last.pt --soft 0     learning from a fine-tuned teacher (finetune.py)
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import copy
import json
import math
import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

from asked import Asked, apart, directions_of
from compose import Composer
from measure import bedroom
from net import Rooms
from pictures import CLASSES, DRAWN
from stored import Stored, again

HELD_OUT_TILES = 3000
REMEMBERED = 80  # groups of tiles that wait to be seen once more


class Steps(Dataset):
    """Item number `step` is the batch of that step. With a teacher its answers come along: where a tile is used several times, the
    core that composes has the time to ask, and asks once."""

    def __init__(self, work: Path, batch: int, seed: int, first: int, easy_until: int, teacher: tuple[Path, Path | None] | None = None):
        self.work, self.batch, self.seed, self.first, self.easy_until = work, batch, seed, first, easy_until
        self.teacher, self.composer, self.asked = teacher, None, None

    def __len__(self) -> int:
        return 10_000_000

    def easy(self, step: int) -> float:
        """The share of rooms shown clear and without a person: most at first, a tenth in the end."""
        if not self.easy_until:
            return 0.1
        return min(0.9, max(0.1, 0.9 * (self.easy_until - step) / (0.4 * self.easy_until)))

    def __getitem__(self, number: int):
        if self.composer is None:
            self.composer = Composer(self.work, held_out=False)
            self.asked = Asked(*self.teacher) if self.teacher else None
        pixels, facts = self.composer.batch([self.seed, self.first + number], self.batch, self.easy(self.first + number))
        pixels, facts = torch.from_numpy(pixels), torch.from_numpy(facts)
        return (pixels, facts, self.asked(pixels)) if self.asked else (pixels, facts)


def held_out_tiles(work: Path, count: int = HELD_OUT_TILES, seed: int = 99):
    """The same tiles every time, from rooms and people that training never sees."""
    cache = work / f"held-out-{count}.npz"
    if not cache.exists():
        pixels, facts = Composer(work, held_out=True).batch([seed, 0], count)
        np.savez(cache, pixels=pixels, facts=facts)
    stored = np.load(cache)
    return stored["pixels"], stored["facts"]


def steps_from(args, count: int, first: int, easy_until: int, teacher: tuple[Path, Path | None] | None = None):
    """The batches of each step: composed for it, or from a file of tiles that were composed before. The latter come without a
    teacher's answers: beside a GPU, that one is the quicker to ask."""
    if args.stored:
        return Stored(args.work, count, args.seed, first, args.device)
    steps = Steps(args.work, count, args.seed, first, easy_until, teacher)
    return DataLoader(steps, batch_size=None, num_workers=args.workers, prefetch_factor=6, pin_memory=args.device != "cpu")


class Cycles:
    """Cosine cycles of the learning rate with a short warm-up; later cycles start a little lower. A cycle is so many steps
    ("2500") or so many minutes ("60m")."""

    def __init__(self, spec: str, fade: float = 0.8):
        self.fade = fade
        self.spec = [(float(part[:-1]) * 60, True) if part.endswith("m") else (float(part), False) for part in spec.split(",")]
        self.state = {"cycle": 0, "steps": 0, "seconds": 0.0}

    def advance(self, seconds: float) -> bool:
        """One step was made. True when a cycle has ended."""
        self.state["steps"] += 1
        self.state["seconds"] += seconds
        if self.progress < 1:
            return False
        self.state = {"cycle": self.state["cycle"] + 1, "steps": 0, "seconds": 0.0}
        return True

    @property
    def over(self) -> bool:
        return self.state["cycle"] >= len(self.spec)

    @property
    def progress(self) -> float:
        length, timed = self.spec[self.state["cycle"]]
        return (self.state["seconds"] if timed else self.state["steps"]) / length

    @property
    def help(self) -> float:
        """How much the teacher still counts: 1 at first, less in the end, when the pupil may have overtaken it."""
        return 1 - self.fade * (min(1.0, self.progress) if not self.state["cycle"] else 1.0)

    def rate(self, top: float) -> float:
        warm = min(1.0, (self.state["steps"] + 1) / 200)
        return top * (0.8 if self.state["cycle"] else 1.0) * warm * max(0.01, 0.5 * (1 + math.cos(math.pi * self.progress)))


def unlike(logits: torch.Tensor, told: torch.Tensor, heat: float) -> torch.Tensor:
    """How far each answer is from the teacher's, both softened, as large as at heat 1."""
    return heat**2 * F.kl_div(F.log_softmax(logits / heat, 1), F.log_softmax(told / heat, 1), reduction="none", log_target=True).sum(1)


def drawn_rooms(work: Path) -> torch.Tensor:
    """Which rooms are drawings: a teacher that learned from photographs is not asked about them."""
    with np.load(work / "rooms.npz") as index:
        return torch.from_numpy(np.char.startswith(index["source"], DRAWN))


def running_average(mean: torch.nn.Module, net: torch.nn.Module, keep: float) -> None:
    with torch.no_grad():
        for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
            if a.dtype.is_floating_point:
                a.lerp_(b, 1 - keep)
            else:
                a.copy_(b)


def let_others_go_first(sign: Path, stopped: list) -> None:
    """Waits while this file exists."""
    while sign.exists() and not stopped:
        time.sleep(1)


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
    parser.add_argument("--cycles", default="2500,12000", help="steps (2500) or minutes (60m) of each learning-rate cycle")
    parser.add_argument("--small", type=float, default=0.0, help="share of the first cycle on 112x64 instead of 160x96")
    parser.add_argument("--easy-until", type=int, default=7500, help="step by which clear rooms have become rare; they are most until 60 % of it")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--uses", type=int, default=1, help="how often a composed tile is used")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--decay", type=float, default=0.03)
    parser.add_argument("--from", dest="start", type=Path, help="weights to begin with, made by warm.py")
    parser.add_argument("--frozen", type=int, default=0, help="so many first blocks are left as they were made by warm.py")
    parser.add_argument("--soft", type=float, default=0.35, help="how much of the target is the teacher's opinion at first")
    parser.add_argument("--guess", type=float, default=0.5, help="weight of guessing the teacher's features at first")
    parser.add_argument("--fade", type=float, default=0.8, help="the part of both that is gone in the end")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="of torch; another core composes tiles")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--judge-every", type=int, default=500)
    parser.add_argument("--teacher-net", type=Path, help="a teacher made by finetune.py, asked about each tile itself")
    parser.add_argument("--teacher-share", type=float, default=0.6, help="how much of the loss is being unlike that teacher")
    parser.add_argument("--hints", type=int, default=64, help="in so many directions, guess where that teacher sees a tile; --guess is the weight")
    parser.add_argument("--heat", type=float, default=2.0, help="both answers are softened by it before they are compared")
    parser.add_argument("--stored", action="store_true", help="tiles from the file that stored.py made, not composed while learning")
    parser.add_argument("--pause", type=Path, help="waits while this file exists, where a computer is shared")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.backends.cudnn.benchmark = True
    torch.manual_seed(args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    cycles = Cycles(args.cycles, args.fade)

    taught = (args.work / "soft.npy").exists() and args.soft > 0
    soft = torch.from_numpy(np.load(args.work / "soft.npy")) if taught else None
    guessing = taught and args.guess > 0
    directions = torch.from_numpy(np.load(args.work / "directions.npy")) if guessing else None
    hinted = args.hints if args.teacher_net and not guessing else 0
    features = directions.shape[-1] if guessing else hinted
    net = Rooms(len(CLASSES), features).to(args.device, memory_format=torch.channels_last)
    teacher = None
    if args.teacher_net:
        teacher = args.teacher_net, directions_of(args.teacher_net, args.run, args.work, args.device, hinted) if hinted else None
    drawn = drawn_rooms(args.work)
    asked = Asked(*teacher, args.device) if teacher and args.stored else None
    tiles_seen = 0
    net.frozen = args.frozen
    net.body[: args.frozen].requires_grad_(False)
    if args.start:
        stored = torch.load(args.start, map_location=args.device, weights_only=True)
        net.take(stored["net"])
        tiles_seen = stored["tiles"]
    mean = copy.deepcopy(net)  # a running average of the weights: the network that is judged and shipped
    learning = [p for p in net.parameters() if p.requires_grad]
    still = [p for p in learning if p.ndim < 2]
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in learning if p.ndim >= 2], "weight_decay": args.decay}, {"params": still, "weight_decay": 0.0}],
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
        tiles_seen = stored["tiles"]
        cycles.state = stored["cycles"]
        print(f"resumed at step {first}", flush=True)

    def save(step: int, name: str = "last.pt") -> None:
        state = {"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "tiles": tiles_seen, "cycles": cycles.state}
        torch.save(state, args.run / "part.pt")
        os.replace(args.run / "part.pt", args.run / name)

    stopped: list = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    tiles = held_out_tiles(args.work)
    loader = steps_from(args, args.batch // args.uses, first, args.easy_until, teacher)
    log = open(args.run / "log.jsonl", "a")
    kind = args.device.split(":")[0]
    memory: list = []
    chance = np.random.default_rng([args.seed, first])
    running, since, seen_tiles = [], time.time(), 0
    before = time.time()
    for step, made in enumerate(loader, start=first):
        if args.uses > 1:
            old = [memory.pop(int(chance.integers(0, len(memory)))) for _ in range(args.uses - 1) if len(memory) > REMEMBERED]
            memory += [(tiles, left - 1) for tiles, left in old if left > 1] + [(made, args.uses - 1)]
            made = [torch.cat(parts) for parts in zip(made, *((again(tiles, chance), *known) for (tiles, *known), _ in old))]
        pixels, facts, *told = made
        seen_tiles += len(pixels)
        tiles_seen += len(pixels)
        now = cycles.rate(args.rate)
        for group in optimiser.param_groups:
            group["lr"] = now
        x = pixels.to(args.device).permute(0, 3, 1, 2).float().div_(255)
        told = told[0].to(args.device) if told else asked(pixels) if asked else None
        if not cycles.state["cycle"] and cycles.progress < args.small:
            x = F.interpolate(x, size=(64, 112), mode="bilinear").contiguous(memory_format=torch.channels_last)
        truth, room, crop = (facts[:, n] for n in range(3))
        target = F.one_hot(truth, len(CLASSES)).float()
        seen = (room >= 0) & (room < len(soft)) if taught else room < 0  # a teacher's opinion exists of photographs only
        if taught and seen.any():
            share = args.soft * cycles.help
            target[seen, :3] = (1 - share) * target[seen, :3] + share * soft[room[seen], crop[seen]].float()
        target = target.to(args.device)
        net.train()
        with torch.autocast(kind, torch.bfloat16):
            logits, guess = net(x)
        loss = F.cross_entropy(logits.float(), target, label_smoothing=0.02, reduction="none")
        if told is not None:
            said, place = apart(told)
            share = torch.where((room >= 0) & drawn[room], 0.0, args.teacher_share).to(args.device)
            loss = (1 - share) * loss + share * unlike(logits.float(), said, args.heat)
        loss = loss.mean()
        value = loss.detach()
        if guessing and seen.any():
            wanted = directions[room[seen], crop[seen]].float().to(args.device)
            loss = loss + args.guess * cycles.help * F.smooth_l1_loss(guess.float()[seen.to(args.device)], wanted)
        elif hinted:
            loss = loss + args.guess * cycles.help * F.smooth_l1_loss(guess.float(), place)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 5.0)
        optimiser.step()
        running_average(mean, net, min(0.999, (step + 1) / (step + 20)))
        running.append(value)
        done = step + 1
        ended = cycles.advance(time.time() - before)
        before = time.time()
        if done % 100 == 0:
            speed = seen_tiles / (time.time() - since)
            print(f"{done} loss {torch.stack(running[-100:]).mean():.4f} rate {now:.5f} {speed:.0f} tiles/s", flush=True)
            since, seen_tiles = time.time(), 0
        if done % args.judge_every == 0 or ended:
            save(done)
            if ended:
                save(done, f"cycle-{cycles.state['cycle']}.pt")
            result = {"step": done, "tiles": tiles_seen, "loss": float(torch.stack(running).mean()), "rate": now, **judge(mean, tiles, args.device)}
            running = []
            log.write(json.dumps(result) + "\n")
            log.flush()
            print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}), flush=True)
            since, seen_tiles = time.time(), 0
            before = time.time()
        if stopped:
            save(done)
        if cycles.over or stopped:
            break
        if args.pause and args.pause.exists():
            let_others_go_first(args.pause, stopped)
            before = time.time()


if __name__ == "__main__":
    main()
