"""Going on from a shipped file: its whole-number weights become a network that can be trained further, which spares most of a
training. What the file does is kept: batch norm, which is folded into its weights, is put back around statistics of composed tiles.
Blocks that net.py has and the file lacks start by adding nothing.

python warm.py --work DIR --out DIR/warm.pt [--model models/rooms.tflite]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from compose import Composer
from export import HALF, ZERO, Shipped, torch_scores
from net import Inverted, Residual, Rooms, Unit
from pictures import CLASSES

MODELS = Path(__file__).resolve().parent.parent
TILES = 512
# A mistake in the order of layers gives differences near 1; whole-number arithmetic alone gives a few hundredths, rarely more.
MEAN_TOLERANCE, RARE_TOLERANCE = 0.015, 0.08


Layer = tuple[np.ndarray, np.ndarray]


def layers_of(content: bytes) -> tuple[list[Layer], list[Layer]]:
    """The convolutions of a file (weights as torch has them, bias) in their order, and the layers after pooling."""
    import tensorflow as tf

    plain = tf.lite.experimental.OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES
    net = tf.lite.Interpreter(model_content=content, experimental_op_resolver_type=plain)
    net.allocate_tensors()
    about = {t["index"]: t for t in net.get_tensor_details()}

    def real(index: int) -> np.ndarray:
        value, how = net.get_tensor(index).astype(np.float32), about[index]["quantization_parameters"]
        if not len(how["scales"]):
            return value
        shape = [1] * value.ndim
        shape[how["quantized_dimension"]] = -1
        return (value - how["zero_points"].reshape(shape)) * how["scales"].reshape(shape)

    convolutions, last = [], []
    for operation in net._get_ops_details():
        kind, (given, weight, bias, *_) = operation["op_name"], [*operation["inputs"], None, None]
        if kind == "CONV_2D":
            layer = real(weight).transpose(0, 3, 1, 2), real(bias)
            steps = about[given]["quantization_parameters"]["scales"]
            whole = not convolutions and len(steps) and steps[0] > 0.5  # it takes a picture's bytes, as export.py writes it
            convolutions.append(of_shares(*layer) if whole else layer)
        elif kind == "DEPTHWISE_CONV_2D":
            convolutions.append((real(weight).transpose(3, 0, 1, 2), real(bias)))
        elif kind == "FULLY_CONNECTED":
            last.append((real(weight), real(bias)))
    assert last, "no last layer in this file"
    return convolutions, last


def of_shares(weight: np.ndarray, bias: np.ndarray) -> Layer:
    """The opposite of export.of_pixels."""
    weight = weight * HALF
    return weight, bias + weight.sum((1, 2, 3)) * (HALF - ZERO) / HALF


def units_of(block) -> list[Unit]:
    if isinstance(block, Unit):
        return [block]
    return [block.wide, block.deep, block.back] if isinstance(block, Inverted) else [block.deep, block.back]


def silence(block) -> None:
    torch.nn.init.zeros_(block.back.norm.weight)
    torch.nn.init.zeros_(block.back.norm.bias)


@torch.no_grad()
def put(unit: Unit, weight: np.ndarray, bias: np.ndarray, x: torch.Tensor) -> torch.Tensor:
    """Gives the unit these folded weights and the statistics of what passes through it. Each filter gets the size that a new
    one has, so that a learning rate means the same to it."""
    usual = float(unit.conv.weight.pow(2).mean().sqrt())
    weight = torch.from_numpy(weight.copy())
    grow = usual / weight.pow(2).mean((1, 2, 3)).sqrt().clamp_min(1e-4)
    unit.conv.weight.copy_(weight * grow[:, None, None, None])
    inner = unit.conv(torch.nn.functional.pad(x, (0, 1, 0, 1)) if unit.stride == 2 else x)
    mean, spread = inner.mean((0, 2, 3)), inner.var((0, 2, 3), unbiased=False)
    unit.norm.running_mean.copy_(mean)
    unit.norm.running_var.copy_(spread)
    unit.norm.weight.copy_(torch.sqrt(spread + unit.norm.eps) / grow)
    unit.norm.bias.copy_(torch.from_numpy(bias) + mean / grow)
    return unit(x)


@torch.no_grad()
def warmed(content: bytes, temperature: float, tiles: np.ndarray) -> Rooms:
    net = Rooms(len(CLASSES)).eval()
    convolutions, (*before, (weight, bias)) = layers_of(content)
    x = torch.from_numpy(tiles).permute(0, 3, 1, 2).float() / 255 * 2 - 1
    for block in net.body:
        units = units_of(block)
        fits = len(convolutions) >= len(units) and all(u.conv.weight.shape == c[0].shape for u, c in zip(units, convolutions))
        if not fits:
            assert isinstance(block, (Inverted, Residual)), "only blocks that add to what came in can be new"
            silence(block)
            # Its statistics are those of these tiles, too.
            block.train()
            for unit in units:
                unit.norm.momentum = 1.0
            x = block(x)
            for unit in units:
                unit.norm.momentum = 0.1
            block.eval()
            continue
        start, convolutions = x, convolutions
        for unit in units:
            x = put(unit, *convolutions.pop(0), x)
        if not isinstance(block, Unit):
            x = start + x
    assert not convolutions, f"{len(convolutions)} layers of the file have no place in net.py"
    weight, bias = (torch.from_numpy(values) * temperature for values in (weight, bias))
    pooled = net.head.in_features
    net.head.weight.copy_(weight[:, :pooled])
    net.head.bias.copy_(bias)
    for wide, thresholds in before:
        net.wide.weight.copy_(torch.from_numpy(wide))
        net.wide.bias.copy_(torch.from_numpy(thresholds))
        net.more.weight.copy_(weight[:, pooled:])
    return net


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODELS / "rooms.tflite", help="the card rooms.json lies beside it")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(7)
    content = args.model.read_bytes()
    temperature = json.loads(args.model.with_suffix(".json").read_text())["temperature"]
    composer = Composer(args.work, held_out=False)
    net = warmed(content, temperature, composer.batch([404, 0], TILES)[0])
    tiles = composer.batch([404, 1], TILES)[0]
    differences = np.abs(torch_scores(net, tiles, temperature) - Shipped(content).scores(tiles))
    rare = float(np.quantile(differences.max(1), 0.99))
    print(json.dumps({"mean": round(float(differences.mean()), 5), "one tile in a hundred": round(rare, 4), "largest": round(float(differences.max()), 4)}))
    if differences.mean() > MEAN_TOLERANCE or rare > RARE_TOLERANCE:
        raise SystemExit("the network does not do what the file does")
    torch.save({"net": net.state_dict(), "tiles": json.loads(args.model.with_suffix(".json").read_text())["trainedOnTiles"]}, args.out)


if __name__ == "__main__":
    main()
