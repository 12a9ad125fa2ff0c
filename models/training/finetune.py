"""A teacher that knows tiles: the public embedder with a head for the classes, all of it trained on composed tiles with persons in
front. `train.py --teacher-net` asks it about the very tiles that the small network learns from. Rooms and people, composer, seeds
by step and held-out tiles are those of train.py, so the numbers in both logs compare.

python finetune.py --work DIR --run DIR --teacher FILE.tflite --cycles 60m
python finetune.py --run DIR --judge DIR_OR_TAR...       what the teacher makes of pictures; a test set is only ever looked at
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import copy
import json
import signal
import time
from pathlib import Path

import torch
import torch.nn.functional as F

from compose import Composer
from mobilenet import SIZES, MobileNet, Teacher, load_teacher
from pictures import CLASSES
from train import Cycles, held_out_tiles, judge, let_others_go_first, running_average, steps_from

SETTLED_ON = 512  # tiles whose statistics the batch norms start with


def begin(content: bytes, size: str, work: Path) -> Teacher:
    net = Teacher(MobileNet.read(content), size).eval()
    tiles, _ = Composer(work, held_out=False).batch([606, 0], SETTLED_ON)
    with torch.no_grad():
        net.body(net.larger(torch.from_numpy(tiles).permute(0, 3, 1, 2).float() / 255), settle=True)
    return net


def groups(net: Teacher, rate: float, decay: float, head: float, deepest: float) -> list[dict]:
    """The first filters see edges and colours and are left nearly as they are; the head is new and learns fastest."""
    out, count = [], len(net.body.filters)
    for number, part in enumerate(net.body.filters):
        own = rate * deepest ** (1 - number / (count - 1))
        for weights, amount in (([p for p in part.parameters() if p.ndim > 1], decay), ([p for p in part.parameters() if p.ndim == 1], 0.0)):
            out.append({"params": weights, "weight_decay": amount, "times": own / rate})
    return out + [{"params": list(net.head.parameters()), "weight_decay": decay, "times": head}]


def mixed(pixels: torch.Tensor, target: torch.Tensor, share: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Lays a share of the tiles over others of the batch, and their classes likewise. Of what lies between two rooms nothing can be known
    by heart, and a wrong label (2 to 5 in a hundred of Places) is worth less. Uses torch's own chance."""
    strength = torch.distributions.Beta(0.4, 0.4).sample((len(pixels),))
    strength = torch.where(torch.rand(len(pixels)) < share, torch.maximum(strength, 1 - strength), 1.0).to(pixels.device)
    other = torch.randperm(len(pixels)).to(pixels.device)
    lay = lambda a, by: a * by + a[other] * (1 - by)
    return lay(pixels, strength[:, None, None, None]), lay(target, strength[:, None])


def judge_pictures(net: Teacher, sources: list[Path]) -> None:
    from evaluate import pictures_of

    for source in sources:
        tiles, truth = pictures_of(source)
        with torch.autocast("cpu", torch.bfloat16):
            result = judge(net, (tiles, truth[:, None]), "cpu")
        print(json.dumps({"source": source.name, "pictures": len(truth), **result}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--run", type=Path, required=True, help="folder of this run: checkpoints and log; resumed when it exists")
    parser.add_argument("--teacher", type=Path, help="the embedder to begin with, a TFLite file")
    parser.add_argument("--judge", type=Path, nargs="+", help="only says what the run's teacher makes of these pictures")
    parser.add_argument("--size", choices=SIZES, default="192x112")
    parser.add_argument("--cycles", default="60m", help="steps (2500) or minutes (60m) of each learning-rate cycle")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=5e-4, help="of the last layers of the embedder")
    parser.add_argument("--deepest", type=float, default=0.2, help="of that, what the first layer gets")
    parser.add_argument("--head", type=float, default=4.0, help="of that, what the new head gets")
    parser.add_argument("--decay", type=float, default=0.02)
    parser.add_argument("--mixed", type=float, default=0.0, help="the share of tiles that are laid over others at first; none in the end")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="of torch; another core composes tiles")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--judge-every", type=int, default=500)
    parser.add_argument("--stored", action="store_true", help="tiles from the file that stored.py made, not composed while learning")
    parser.add_argument("--pause", type=Path, help="waits while this file exists, where a computer is shared")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.backends.nnpack.set_flags(False)
    torch.backends.cudnn.benchmark = True
    torch.manual_seed(args.seed)
    checkpoint = args.run / "last.pt"
    if args.judge:
        return judge_pictures(load_teacher(checkpoint), args.judge)
    args.run.mkdir(parents=True, exist_ok=True)
    cycles = Cycles(args.cycles)
    first, tiles_seen = 0, 0
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True) if checkpoint.exists() else None
    if stored:
        body = MobileNet(stored["net"]["graph"])
        body.add_norms()
        net = Teacher(body, stored["net"]["size"])
    else:
        net = begin(args.teacher.read_bytes(), args.size, args.work)
    net = net.to(args.device, memory_format=torch.channels_last)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(groups(net, args.rate, args.decay, args.head, args.deepest), lr=args.rate, fused=args.device != "cpu")
    if stored:
        net.load_state_dict(stored["net"]["weights"])
        mean.load_state_dict(stored["mean"]["weights"])
        optimiser.load_state_dict(stored["optimiser"])
        first, tiles_seen, cycles.state = stored["step"], stored["tiles"], stored["cycles"]
        print(f"resumed at step {first}", flush=True)

    def save(step: int) -> None:
        state = {"net": net.state(), "mean": mean.state(), "optimiser": optimiser.state_dict(), "step": step, "tiles": tiles_seen, "cycles": cycles.state}
        torch.save(state, args.run / "part.pt")
        os.replace(args.run / "part.pt", checkpoint)

    stopped: list = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
    held_out = held_out_tiles(args.work)
    loader = steps_from(args, args.batch, first, 0)
    log = open(args.run / "log.jsonl", "a")
    kind = args.device.split(":")[0]
    running, before, since = [], time.time(), time.time()
    for done, (pixels, facts) in enumerate(loader, start=first + 1):
        now = cycles.rate(args.rate)
        for group in optimiser.param_groups:
            group["lr"] = now * group["times"]
        x = pixels.to(args.device).permute(0, 3, 1, 2).float().div_(255)
        target = F.one_hot(facts[:, 0], len(CLASSES)).float().to(args.device)
        if args.mixed:
            x, target = mixed(x, target, args.mixed * (1 - cycles.progress))
        net.train()
        with torch.autocast(kind, torch.bfloat16):
            logits, _ = net(x)
        loss = F.cross_entropy(logits.float(), target, label_smoothing=0.05)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        running_average(mean, net, min(0.998, done / (done + 20)))
        running.append(loss.detach())
        tiles_seen += len(pixels)
        ended = cycles.advance(time.time() - before)
        if done % 50 == 0:
            print(f"{done} loss {float(torch.stack(running[-50:]).mean()):.4f} rate {now:.6f} {50 * args.batch / (time.time() - since):.0f} tiles/s", flush=True)
            since = time.time()
        if done % args.judge_every == 0 or ended:
            save(done)
            with torch.autocast(kind, torch.bfloat16):
                judged = judge(mean, held_out, args.device)
            result = {"step": done, "tiles": tiles_seen, "loss": float(torch.stack(running).mean()), "rate": now, **judged}
            running = []
            log.write(json.dumps(result) + "\n")
            log.flush()
            print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}), flush=True)
            since = time.time()
        if stopped:
            save(done)
        if cycles.over or stopped:
            break
        if args.pause:
            let_others_go_first(args.pause, stopped)
        before = time.time()


if __name__ == "__main__":
    main()
