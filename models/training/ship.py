"""Step 4: a checkpoint becomes models/rooms.tflite and models/rooms.json, with the curve beside them.

The temperature and the thresholds come from held-out training rooms composed with held-out people, never from a test set.

python ship.py --work DIR --run DIR [--checkpoint last.pt] [--version 1] [--out models]
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from compose import HEIGHT, WIDTH, Composer
from export import Shipped, load, to_tflite, torch_scores
from measure import bedroom
from pictures import CLASSES
from train import held_out_tiles
from vectors import TOLERANCE, compared, written

TILES = 8000
RATES = [0.05, 0.02, 0.01, 0.005, 0.002]


def best_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    wanted = torch.from_numpy(truth)
    tried = np.exp(np.linspace(np.log(0.4), np.log(2.5), 80))
    losses = [float(torch.nn.functional.cross_entropy(torch.from_numpy(logits) / float(t), wanted)) for t in tried]
    return round(float(tried[int(np.argmin(losses))]), 3)


def calibration(score: np.ndarray, hit: np.ndarray) -> list[dict]:
    """Of the tiles with such a bedroom score, how many were bedrooms."""
    edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 1.0001]
    rows = []
    for low, high in zip(edges, edges[1:]):
        mine = (score >= low) & (score < high)
        if mine.sum() >= 20:
            rows.append({"from": low, "tiles": int(mine.sum()), "meanScore": round(float(score[mine].mean()), 3), "bedrooms": round(float(hit[mine].mean()), 3)})
    return rows


def draw_curve(log: Path, out: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    rows = {row["step"]: row for row in map(json.loads, log.read_text().splitlines())}
    rows = [rows[step] for step in sorted(rows)]
    tiles = [row["tiles"] / 1000 for row in rows]
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 2.9), dpi=80)
    left.plot(tiles, [row["loss"] for row in rows], color="#33508a")
    left.set(xlabel="thousand tiles", ylabel="training loss")
    right.plot(tiles, [row["common_auc"] for row in rows], label="AUC", color="#33508a")
    right.plot(tiles, [row["common_recall5"] for row in rows], label="recall at 5 %", color="#b4682a")
    right.plot(tiles, [row["common_recall1"] for row in rows], label="recall at 1 %", color="#7a7a7a")
    right.set(xlabel="thousand tiles", ylabel="held-out tiles", ylim=(0, 1))
    right.legend(fontsize=8)
    for axis in (left, right):
        axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--checkpoint", default="last.pt")
    parser.add_argument("--version", default="1")
    parser.add_argument("--arithmetic", choices=sorted(TOLERANCE), default="int8")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent)
    args = parser.parse_args()
    torch.set_num_threads(2)
    net, tiles = load(args.run / args.checkpoint)
    pixels, facts = held_out_tiles(args.work, TILES, seed=101)
    truth = facts[:, 0]
    with torch.no_grad():
        logits = np.concatenate(
            [net(torch.from_numpy(pixels[i : i + 256]).permute(0, 3, 1, 2).float() / 255)[0].numpy() for i in range(0, len(pixels), 256)]
        )
    temperature = best_temperature(logits, truth)
    # The ranges of the whole-number arithmetic come from training tiles, in all their light and dark.
    sample = Composer(args.work, held_out=False).batch([303, 0], 400)[0] if args.arithmetic == "int8" else None
    content = to_tflite(net, temperature, sample)
    shipped = Shipped(content)
    scores = shipped.scores(pixels)
    both = np.concatenate([pixels[:1000], compared()])
    expected = torch_scores(net, both, temperature)
    differences = np.abs(shipped.scores(both) - expected)
    difference = float(differences.max())
    if difference > TOLERANCE[args.arithmetic]:
        raise SystemExit(f"the exported file differs from torch by {difference}")

    others = scores[truth != 0, 0]
    thresholds = []
    for rate in RATES:
        at = float(np.ceil(np.sort(others)[::-1][int(rate * len(others))] * 1000) / 1000)
        thresholds.append(
            {
                "bedroomAt": round(at, 3),
                "falseAlarms": round(float((others >= at).mean()), 4),
                "recall": round(float((scores[truth == 0, 0] >= at).mean()), 3),
                "falseAlarmsByClass": {name: round(float((scores[truth == n, 0] >= at).mean()), 4) for n, name in enumerate(CLASSES) if n},
            }
        )
    chosen = thresholds[RATES.index(0.01)]
    held_out = {f"bedroomAgainst{name.title()}": {k: round(v, 4) for k, v in bedroom(scores, truth, name).items()} for name in ("common", "all")}
    held_out["accuracy"] = {name: round(float((scores.argmax(1) == n)[truth == n].mean()), 3) for n, name in enumerate(CLASSES)}
    card = {
        "version": args.version,
        "made": datetime.date.today().isoformat(),
        "labels": CLASSES,
        "width": WIDTH,
        "height": HEIGHT,
        "input": "uint8 RGB, see preprocess.mjs",
        "output": "softmax, in the order of labels",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "parameters": sum(p.numel() for p in net.parameters()),
        "trainedOnTiles": tiles,
        "temperature": temperature,
        "bedroomAt": chosen["bedroomAt"],
        "thresholds": thresholds,
        "calibration": calibration(scores[:, 0], truth == 0),
        "heldOut": {"tiles": TILES, "what": "training rooms and people kept apart, composed into tiles; single frames", **held_out},
        "arithmetic": args.arithmetic,
        "largestDifferenceFromTorch": round(difference, 6),
        "meanDifferenceFromTorch": round(float(differences.mean()), 6),
    }
    (args.out / "rooms.tflite").write_bytes(content)
    (args.out / "rooms.json").write_text(json.dumps(card, indent=2) + "\n")
    (args.out / "vectors.json").write_text(written(card["sha256"], args.arithmetic, expected[1000:]))
    draw_curve(args.run / "log.jsonl", args.out / "curve.png")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
