"""The network: plain strided convolutions where they are cheap, inverted residuals between them. One list of layers is the
whole architecture; torch trains it and the exporter writes the same list in TensorFlow operations."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

# conv: filters, stride.   mb: expansion, times (same width, stride 1).   res: a full 3x3 convolution and a 1x1, added to what
# came in.   point: a 1x1 convolution before pooling. On the last few positions full convolutions learn and run faster than
# depthwise ones (a depthwise gradient over 480 channels of 5x3 took a fifth of the whole training step).
LAYERS = [
    ("conv", 16, 2),
    ("conv", 24, 2),
    ("conv", 48, 2),
    ("mb", 2, 1),
    ("conv", 96, 2),
    ("mb", 3, 2),
    ("conv", 176, 2),
    ("res", 0, 1),
    ("point", 256, 1),
]


BEGIN_WITH_NOTHING = ("wide.", "more.")  # what weights from before may lack
TOGETHER = 192  # what is seen of the whole picture, once more put together


class Unit(nn.Module):
    """Convolution, batch norm, maybe a ReLU. Stride 2 pads right and bottom only, as TensorFlow's SAME does on even sizes."""

    def __init__(self, cin: int, cout: int, size: int = 3, stride: int = 1, groups: int = 1, act: bool = True):
        super().__init__()
        self.stride, self.act, self.groups, self.size = stride, act, groups, size
        self.conv = nn.Conv2d(cin, cout, size, stride, 0 if stride == 2 else size // 2, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(cout)
        nn.init.kaiming_normal_(self.conv.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        if self.stride == 2:
            x = F.pad(x, (0, 1, 0, 1))
        x = self.norm(self.conv(x))
        return F.relu(x, inplace=True) if self.act else x

    def folded(self) -> tuple[torch.Tensor, torch.Tensor]:
        scale = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        return self.conv.weight * scale[:, None, None, None], self.norm.bias - self.norm.running_mean * scale


class Inverted(nn.Module):
    def __init__(self, width: int, expansion: int):
        super().__init__()
        inner = width * expansion
        self.wide = Unit(width, inner, 1)
        self.deep = Unit(inner, inner, 3, groups=inner)
        self.back = Unit(inner, width, 1, act=False)
        nn.init.constant_(self.back.norm.weight, 0.3)

    def forward(self, x):
        return x + self.back(self.deep(self.wide(x)))


class Residual(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.deep = Unit(width, width, 3)
        self.back = Unit(width, width, 1, act=False)
        nn.init.constant_(self.back.norm.weight, 0.3)

    def forward(self, x):
        return x + self.back(self.deep(x))


class Rooms(nn.Module):
    def __init__(self, classes: int = 5, features: int = 0, layers=LAYERS, dropout: float = 0.2):
        super().__init__()
        units, width = [], 3
        for kind, a, b in layers:
            if kind == "conv":
                units.append(Unit(width, a, 3, b))
                width = a
            elif kind == "mb":
                units += [Inverted(width, a) for _ in range(b)]
            elif kind == "res":
                units += [Residual(width) for _ in range(b)]
            else:
                units.append(Unit(width, a, 1))
                width = a
        self.body = nn.Sequential(*units)
        # So many first blocks stay as they are, which spares a third of the work where time is short.
        self.frozen = 0
        self.drop = nn.Dropout(dropout)
        # Mean and maximum over the picture: a strip of bed beside a big person counts by its maximum, the air of a room by its mean.
        self.head = nn.Linear(2 * width, classes)
        # What only shows together (a headboard and a wardrobe, no table) takes a layer more; after pooling it costs next to nothing. It
        # begins by adding nothing, so that weights from before it was there can be gone on from.
        self.wide, self.more = nn.Linear(2 * width, TOGETHER), nn.Linear(TOGETHER, classes)
        nn.init.zeros_(self.more.weight)
        nn.init.zeros_(self.more.bias)
        # Only while training: guesses what an image embedder would have seen in the room without the person.
        self.guess = nn.Linear(2 * width, features) if features else None

    def take(self, weights: dict[str, torch.Tensor]) -> None:
        """Weights of a network like this one, which may lack what begins by adding nothing and what is only there in training."""
        own = self.state_dict()
        missing, unknown = self.load_state_dict({k: v for k, v in weights.items() if k in own or not k.startswith("guess.")}, strict=False)
        left = [name for name in missing if not name.startswith(("guess.", *BEGIN_WITH_NOTHING))]
        if left or unknown:
            raise ValueError(f"these are weights of another network: {[*left, *unknown]}")

    def pooled(self, x):
        """x: pixels 0..1, channels first. What is left before the last layer."""
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.body[: self.frozen](x * 2 - 1)
        seen = self.body[self.frozen :](x).float()
        return torch.cat([seen.mean((2, 3)), seen.amax((2, 3))], 1)

    def train(self, mode: bool = True):
        super().train(mode)
        for block in self.body[: self.frozen]:
            block.eval()
        return self

    def forward(self, x):
        """x: as above. Returns logits, and the guessed features while training with a teacher."""
        seen = self.pooled(x)
        logits = self.head(self.drop(seen)) + self.more(self.drop(F.relu(self.wide(seen))))
        return (logits, self.guess(seen)) if self.guess is not None and self.training else (logits, None)
