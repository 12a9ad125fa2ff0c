"""Step 4: batch norm folded in, written as TFLite with a uint8 picture in and softmax out, compared with torch.

Whole-number arithmetic (int8) for the convolutions, where nearly all the time goes: on a laptop's CPU they take about half the
time of float16 weights, and the file is half as big. Pooling, head and softmax stay in float: a score must not come in 256 steps.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import torch

from compose import HEIGHT, WIDTH
from net import Inverted, Residual, Rooms, Unit
from pictures import CLASSES


# The network knows a pixel p as p / HALF - 1; the file's first convolution takes it as p - ZERO, a whole number as it is. Worked out in
# whole numbers, the former costs a third of a picture's 256 steps. With ZERO in the middle, what is beyond the edges is mid-grey.
HALF, ZERO = np.float32(127.5), np.float32(127)
FLOAT_OPERATIONS = ["SUB", "MEAN", "REDUCE_MAX", "CONCATENATION", "FULLY_CONNECTED", "SOFTMAX"]


def load(checkpoint: Path) -> tuple[Rooms, int]:
    """The network of a checkpoint and how many tiles it has seen; one that warm.py wrote has no running mean of weights."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    net = Rooms(len(CLASSES))
    net.take(stored.get("mean", stored.get("net")))
    return net.eval(), int(stored["tiles"])


def of_pixels(first: Unit) -> tuple[np.ndarray, np.ndarray]:
    """The first convolution's weights and bias for pixels as p - ZERO."""
    weight, bias = (t.detach().numpy() for t in first.folded())
    return weight / HALF, bias - weight.sum((1, 2, 3)) * (HALF - ZERO) / HALF


def to_tflite(net: Rooms, temperature: float = 1.0, sample: np.ndarray | None = None) -> bytes:
    """With a sample of tiles (n, 96, 160, 3) the convolutions become int8, their ranges measured on it; without, float16 weights."""
    import tensorflow as tf

    net = net.eval().float()

    def numbers(values: torch.Tensor) -> np.ndarray:
        return values.detach().numpy()

    def conv(x, unit: Unit, folded=None):
        weight, bias = folded or (t.detach().numpy() for t in unit.folded())
        if unit.groups > 1:
            x = tf.nn.depthwise_conv2d(x, weight.transpose(2, 3, 0, 1), [1, unit.stride, unit.stride, 1], "SAME")
        else:
            x = tf.nn.conv2d(x, weight.transpose(2, 3, 1, 0), unit.stride, "SAME")
        x = tf.nn.bias_add(x, bias)
        return tf.nn.relu(x) if unit.act else x

    @tf.function(input_signature=[tf.TensorSpec([1, HEIGHT, WIDTH, 3], tf.uint8, name="tile")])
    def rooms(tile):
        x = tf.cast(tile, tf.float32)
        # float16 has no room for weights that small, and needs none.
        x = conv(x / HALF - np.float32(1), net.body[0]) if sample is None else conv(x - ZERO, net.body[0], of_pixels(net.body[0]))
        for unit in net.body[1:]:
            if isinstance(unit, Inverted):
                x = x + conv(conv(conv(x, unit.wide), unit.deep), unit.back)
            elif isinstance(unit, Residual):
                x = x + conv(conv(x, unit.deep), unit.back)
            else:
                x = conv(x, unit)
        x = tf.concat([tf.reduce_mean(x, [1, 2]), tf.reduce_max(x, [1, 2])], 1)
        # One sum for both parts of the head: an addition of its own would be worked out in whole numbers.
        together = tf.nn.relu(tf.linalg.matmul(x, numbers(net.wide.weight).T) + numbers(net.wide.bias))
        weight = numbers(torch.cat([net.head.weight, net.more.weight], 1)) / np.float32(temperature)
        bias = numbers(net.head.bias + net.more.bias) / np.float32(temperature)
        return tf.nn.softmax(tf.linalg.matmul(tf.concat([x, together], 1), weight.T) + bias)

    converter = tf.lite.TFLiteConverter.from_concrete_functions([rooms.get_concrete_function()])
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    if sample is None:
        converter.target_spec.supported_types = [tf.float16]
        return converter.convert()
    # A black and a white picture among them: the range is that of a picture's bytes, which then are the whole numbers themselves.
    ends = [np.full(sample.shape[1:], value, np.uint8) for value in (0, 255)]
    converter.representative_dataset = lambda: ([tile[None]] for tile in (*ends, *sample))
    partly = tf.lite.experimental.QuantizationDebugOptions(denylisted_ops=FLOAT_OPERATIONS)
    debugger = tf.lite.experimental.QuantizationDebugger(
        converter=converter, debug_dataset=converter.representative_dataset, debug_options=partly
    )
    return debugger.get_nondebug_quantized_model()


class Shipped:
    """The exported file, run as it is."""

    def __init__(self, content: bytes, threads: int = 1):
        import tensorflow as tf

        self.net = tf.lite.Interpreter(model_content=content, num_threads=threads)
        self.net.allocate_tensors()
        self.input = self.net.get_input_details()[0]
        self.output = self.net.get_output_details()[0]

    def scores(self, tiles: np.ndarray) -> np.ndarray:
        out = []
        for tile in tiles:
            self.net.set_tensor(self.input["index"], tile[None])
            self.net.invoke()
            out.append(self.net.get_tensor(self.output["index"])[0].copy())
        return np.stack(out)


def torch_scores(net: Rooms, tiles: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    net.eval()
    out = []
    with torch.no_grad():
        for start in range(0, len(tiles), 128):
            x = torch.from_numpy(tiles[start : start + 128]).permute(0, 3, 1, 2).float() / 255
            out.append(torch.softmax(net(x)[0].float() / temperature, 1).numpy())
    return np.concatenate(out)
