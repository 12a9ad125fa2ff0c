"""A public image embedder (MobileNetV3-small as a TFLite file) as a torch module that can be trained further. It is only ever
a teacher: nothing of its weights gets into the shipped file.

python mobilenet.py --teacher FILE.tflite [--work DIR]       compares embeddings with the file's own, on noise and on tiles
"""

from __future__ import annotations

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from pictures import CLASSES

ACTIVATIONS = {0: None, 1: F.relu, 3: F.relu6}
POOLING = {"MEAN", "AVERAGE_POOL_2D", "RESHAPE"}  # over all positions; nothing is left to do of it from the second time on
SIDE = 224  # what the file itself takes
# A tile is as wide as a call shows it again. The embedder takes any size; less than its own 224 x 224 costs less.
SIZES = {"160x96": (96, 160), "192x112": (112, 192), "224x128": (128, 224)}


def same(n: int, size: int, stride: int) -> tuple[int, int]:
    """TensorFlow's SAME: what is missing goes to both ends, the odd one to the far end."""
    missing = max((-(-n // stride) - 1) * stride + size - n, 0)
    return missing // 2, missing - missing // 2


class Depthwise(torch.autograd.Function):
    """A depthwise convolution, padded as TensorFlow's SAME, that a CPU learns from several times as fast as from torch's own: with
    stride 2 the gradient comes by way of stride 1, and that of 5x5 weights is taken in float32."""

    @staticmethod
    def forward(ctx, x, weight, bias, stride):
        size = weight.shape[-1]
        down, across = (same(n, size, stride) for n in x.shape[2:])
        ctx.save_for_backward(x, weight)
        ctx.stride, ctx.biased = stride, bias is not None
        ctx.start = size // 2 - down[0], size // 2 - across[0]
        if stride > 1:
            return F.conv2d(F.pad(x, (*across, *down)), weight, bias, stride, groups=len(weight))
        return F.conv2d(x, weight, bias, 1, size // 2, groups=len(weight))

    @staticmethod
    def backward(ctx, grown):
        x, weight = ctx.saved_tensors
        full = grown
        if ctx.stride > 1:
            full = torch.zeros_like(x, memory_format=torch.channels_last)
            full[:, :, ctx.start[0] :: ctx.stride, ctx.start[1] :: ctx.stride] = grown
        size = weight.shape[-1]
        how = None, [1, 1], [size // 2] * 2, [1, 1], False, [0, 0], len(weight)
        to_x, to_weight, _ = torch.ops.aten.convolution_backward(full, x, weight, *how, [ctx.needs_input_grad[0], size == 3, False])
        if to_weight is None:
            to_weight = torch.ops.aten.convolution_backward(full.float(), x.float(), weight.float(), *how, [False, True, False])[1].to(weight.dtype)
        return to_x, to_weight, grown.sum((0, 2, 3)) if ctx.biased else None, None


class Filter(nn.Module):
    """A convolution of the file with its activation. `settle` puts the batch norm back that was folded into it: without one, a
    filter of small weights and one of large weights would get steps of the same size."""

    def __init__(self, shape: list[int], stride: int, depthwise: bool, act: int, normed: bool):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(shape).contiguous(memory_format=torch.channels_last))
        self.bias = nn.Parameter(torch.empty(shape[0]))
        self.stride, self.groups, self.act = stride, shape[0] if depthwise else 1, ACTIVATIONS[act]
        # What sees one position only, whatever the picture's size, had no batch norm.
        self.normed, self.norm = normed, None

    def inner(self, x):
        if self.groups > 1 and x.device.type == "cpu" and torch.is_grad_enabled():
            kind = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else x.dtype
            weight, bias = self.weight.to(kind), self.bias if self.bias is None else self.bias.to(kind)
            return Depthwise.apply(x.to(kind), weight, bias, self.stride)
        down, across = (same(n, self.weight.shape[-1], self.stride) for n in x.shape[2:])
        if across[0] == across[1] and down[0] == down[1]:
            pad = down[0], across[0]
        else:
            x, pad = F.pad(x, (*across, *down)), 0
        return F.conv2d(x, self.weight, self.bias, self.stride, pad, groups=self.groups)

    def forward(self, x):
        x = self.inner(x)
        if self.norm is not None:
            x = self.norm(x)
        return self.act(x) if self.act else x

    def add_norm(self) -> None:
        self.norm = nn.BatchNorm2d(len(self.weight))
        self.bias = None

    @torch.no_grad()
    def settle(self, x) -> None:
        """A batch norm with the statistics of what passes through, so that nothing changes but the size of the weights."""
        weight, bias = self.weight.clone(), self.bias.clone()
        size = weight.pow(2).mean((1, 2, 3)).sqrt()
        grow = size.mean() / size.clamp_min(1e-6)
        self.add_norm()
        self.weight.copy_(weight * grow[:, None, None, None])
        out = self.inner(x)
        mean, spread = out.mean((0, 2, 3)), out.var((0, 2, 3), unbiased=False)
        self.norm.running_mean.copy_(mean)
        self.norm.running_var.copy_(spread)
        self.norm.weight.copy_(torch.sqrt(spread + self.norm.eps) / grow)
        self.norm.bias.copy_(bias + mean / grow)

    @torch.no_grad()
    def fold(self) -> None:
        """The batch norm back into the weights: a quarter faster where nothing is learned."""
        if self.norm is None:
            return
        scale = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        self.bias = nn.Parameter(self.norm.bias - self.norm.running_mean * scale)
        self.weight.mul_(scale[:, None, None, None])
        self.norm = None


def graph_of(content: bytes) -> tuple[dict, list[tuple[torch.Tensor, torch.Tensor]]]:
    """A TFLite file's operations in their order, as plain lists, and the weights and biases of its convolutions."""
    from tensorflow.lite.python import schema_py_generated as schema

    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(content, 0))
    names = {code: name for name, code in vars(schema.BuiltinOperator).items() if not name.startswith("_")}
    graph = model.subgraphs[0]

    def constant(index: int) -> torch.Tensor | None:
        raw = model.buffers[graph.tensors[index].buffer].data
        if raw is None or not len(raw):
            return None
        return torch.from_numpy(np.frombuffer(bytes(raw), "<f4").reshape([int(n) for n in graph.tensors[index].shape]).copy())

    first = int(graph.inputs[0])
    steps, filters, weights = [], [], []  # a step: operation, the tensor and the tensor or number it takes, the tensor it makes
    pooled = {first: False}  # whether a tensor has one position only
    for operation in graph.operators:
        kind, options = names[model.operatorCodes[operation.opcodeIndex].builtinCode], operation.builtinOptions
        a, out = int(operation.inputs[0]), int(operation.outputs[0])
        pooled[out] = pooled[a]
        if kind in ("CONV_2D", "DEPTHWISE_CONV_2D"):
            weight, bias = (constant(int(n)) for n in operation.inputs[1:3])
            deep = kind == "DEPTHWISE_CONV_2D"
            weight = weight.permute((3, 0, 1, 2) if deep else (0, 3, 1, 2))
            steps.append(("filter", a, len(filters), out))
            filters.append((list(weight.shape), options.strideW, deep, options.fusedActivationFunction, not pooled[a]))
            weights.append((weight, bias))
        elif kind in ("MUL", "ADD", "SUB"):
            b = int(operation.inputs[1])
            steps.append((kind.lower(), a, b, out) if b in pooled else (f"{kind.lower()} number", a, float(constant(b)), out))
        elif kind == "HARD_SWISH":
            steps.append(("swish", a, None, out))
        elif kind in POOLING:
            steps.append(("mean", a, None, out))
            pooled[out] = True
        else:
            raise ValueError(f"the file has an operation that is not known here: {kind}")
    # What it sees at each position: the input of the last pooling of more than one.
    positions = next(a for kind, a, _, _ in reversed(steps) if kind == "mean" and not pooled[a])
    return {"steps": steps, "filters": filters, "first": first, "positions": positions}, weights


class MobileNet(nn.Module):
    """The operations of the file, for pictures of any size."""

    def __init__(self, graph: dict):
        super().__init__()
        self.graph, self.steps = graph, graph["steps"]
        self.filters = nn.ModuleList(Filter(*filter) for filter in graph["filters"])
        last = {}  # the step that needs a tensor last
        for number, (kind, a, b, _) in enumerate(self.steps):
            last |= {a: number} | ({b: number} if kind in ("mul", "add", "sub") else {})
        self.done_with = [[t for t, when in last.items() if when == number] for number in range(len(self.steps))]
        # Channels at each position, and of the embedding.
        self.width = [shape[0] for shape, *_ in graph["filters"][-2:]]

    @classmethod
    def read(cls, content: bytes) -> MobileNet:
        graph, weights = graph_of(content)
        net = cls(graph)
        with torch.no_grad():
            for part, (weight, bias) in zip(net.filters, weights):
                part.weight.copy_(weight)
                part.bias.copy_(bias)
        return net

    def forward(self, x, settle: bool = False):
        """x: pixels 0..1, channels first. Returns what is seen at each position, and the embedding."""
        have, positions = {self.graph["first"]: x}, None
        for (kind, a, b, out), done in zip(self.steps, self.done_with):
            x = have[a]
            if a == self.graph["positions"]:
                positions = x
            if kind == "filter":
                if settle and self.filters[b].normed:
                    self.filters[b].settle(x)
                x = self.filters[b](x)
            elif kind == "swish":
                x = F.hardswish(x)
            elif kind == "mean":
                x = x.mean((2, 3), keepdim=True)
            elif kind.endswith("number"):
                x = x * b if kind.startswith("mul") else x + (b if kind.startswith("add") else -b)
            else:
                x = x * have[b] if kind == "mul" else x + have[b]
            have[out] = x
            for tensor in done:
                del have[tensor]
        return positions, x.flatten(1)

    def add_norms(self) -> None:
        """The shape that `settle` gives, for weights that are loaded."""
        for part in self.filters:
            if part.normed:
                part.add_norm()

    def fold(self) -> None:
        for part in self.filters:
            part.fold()


class Teacher(nn.Module):
    def __init__(self, body: MobileNet, size: str, dropout: float = 0.2):
        super().__init__()
        self.body, self.size = body, size
        self.drop = nn.Dropout(dropout)
        # The embedding is a mean over the picture; a strip of bed beside a big person counts by its maximum, as in net.py.
        self.head = nn.Linear(sum(body.width), len(CLASSES))
        nn.init.zeros_(self.head.weight)

    def larger(self, x):
        return F.interpolate(x, size=SIZES[self.size], mode="bilinear").contiguous(memory_format=torch.channels_last)

    def seen(self, x):
        """x: pixels of tiles, 0..1, channels first. What is left before the last layer."""
        positions, embedding = self.body(self.larger(x))
        return torch.cat([positions.float().amax((2, 3)), embedding.float()], 1)

    def forward(self, x):
        """x: as above. Logits; the second value is there to be called as net.py is."""
        return self.head(self.drop(self.seen(x))), None

    def state(self) -> dict:
        return {"graph": self.body.graph, "size": self.size, "weights": self.state_dict()}


def load_teacher(checkpoint: Path, device: str = "cpu") -> Teacher:
    """The averaged weights of a run, with nothing left to learn: batch norms folded in."""
    stored = torch.load(checkpoint, map_location=device, weights_only=True)["mean"]
    body = MobileNet(stored["graph"])
    body.add_norms()
    net = Teacher(body, stored["size"]).to(device)
    net.load_state_dict(stored["weights"])
    net.body.fold()
    return net.eval().requires_grad_(False)


def compare(net: MobileNet, content: bytes, pictures: np.ndarray) -> float:
    """The largest difference from the file's embeddings; pictures are (n, SIDE, SIDE, 3), 0..1."""
    import tensorflow as tf

    file = tf.lite.Interpreter(model_content=content, num_threads=1)
    file.allocate_tensors()
    wanted = []
    for picture in pictures:
        file.set_tensor(file.get_input_details()[0]["index"], picture[None])
        file.invoke()
        wanted.append(file.get_tensor(file.get_output_details()[0]["index"]).reshape(-1).copy())
    with torch.no_grad():
        got = net.eval()(torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last))[1].numpy()
    return float(np.abs(got - np.stack(wanted)).max())


def main() -> None:
    from PIL import Image

    from compose import Composer

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="compares on composed tiles, too")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.nnpack.set_flags(False)
    content = args.teacher.read_bytes()
    net = MobileNet.read(content)
    pictures = {"noise": np.random.default_rng(1).random((8, SIDE, SIDE, 3), dtype=np.float32)}
    if args.work:
        tiles, _ = Composer(args.work, held_out=False).batch([505, 0], 32)
        pictures["tiles"] = np.stack([np.asarray(Image.fromarray(tile).resize((SIDE, SIDE)), np.float32) / 255 for tile in tiles])
    shown = {"parameters": sum(p.numel() for p in net.parameters())}
    shown |= {name: compare(net, content, some) for name, some in pictures.items()}
    with torch.no_grad():
        net(torch.from_numpy(pictures[list(pictures)[-1]]).permute(0, 3, 1, 2), settle=True)
    shown |= {f"{name}, batch norm put back": compare(net, content, some) for name, some in pictures.items()}
    net.fold()
    shown |= {f"{name}, and folded again": compare(net, content, some) for name, some in pictures.items()}
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
