"""What a fine-tuned teacher says of composed tiles: its logits, and where in its own view of the room a tile lies. It looks at each
tile and at its mirror image and answers with the mean of both (two looks are a better judge than one, and a tile that is used again
may be mirrored)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from compose import Composer
from mobilenet import Teacher, load_teacher
from pictures import CLASSES

SAMPLE = 4000  # tiles that the directions are found on


def looked(net: Teacher, pixels: torch.Tensor, device: str) -> tuple[torch.Tensor, torch.Tensor]:
    """pixels: (n, height, width, 3), uint8. Logits and features, each the mean over the tile and its mirror image."""
    kind = device.split(":")[0]
    with torch.no_grad(), torch.autocast(kind, torch.bfloat16):
        x = pixels.to(device).permute(0, 3, 1, 2).float().div_(255)
        seen = (net.seen(x).float() + net.seen(x.flip(3)).float()) / 2
    with torch.no_grad():
        return net.head(seen), seen


def find_directions(net: Teacher, work: Path, device: str, count: int) -> dict[str, torch.Tensor]:
    """The directions in which what the teacher sees differs most from tile to tile, each scaled to a spread of one."""
    tiles, _ = Composer(work, held_out=False).batch([707, 1], SAMPLE)
    seen = torch.cat([looked(net, torch.from_numpy(tiles[i : i + 100]), device)[1].cpu() for i in range(0, len(tiles), 100)])
    middle = seen.mean(0)
    _, spread, along = torch.linalg.svd(seen - middle, full_matrices=False)
    scale = spread[:count] / np.sqrt(len(seen))
    return {"middle": middle, "along": (along[:count] / scale[:, None]).T.contiguous()}


def directions_of(teacher: Path, run: Path, work: Path, device: str, count: int) -> Path:
    """The file of the directions; found once for a run, so that a run which is resumed goes on with the same."""
    file = run / "directions.pt"
    if not file.exists():
        torch.save(find_directions(load_teacher(teacher, device), work, device, count), file)
    return file


class Asked:
    """Answers for a batch: the logits, then the place along each direction."""

    def __init__(self, teacher: Path, directions: Path | None, device: str = "cpu"):
        self.net, self.device = load_teacher(teacher, device), device
        self.directions = torch.load(directions, map_location=device, weights_only=True) if directions else None

    def __call__(self, pixels: torch.Tensor) -> torch.Tensor:
        logits, seen = looked(self.net, pixels, self.device)
        if self.directions is None:
            return logits
        return torch.cat([logits, (seen - self.directions["middle"]) @ self.directions["along"]], 1)


def apart(told: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    return told[:, : len(CLASSES)], told[:, len(CLASSES) :]
