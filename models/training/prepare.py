"""Step 1: decode every training picture once, leave out near-duplicates, draw the fixed crops that a teacher sees.

python prepare.py --rooms DIR --work DIR [--teacher embedder.tflite]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing as mp
import os
import time
from pathlib import Path

import numpy as np
from PIL import Image

from pictures import CLASSES, CROPS, DRAWN, KIND_OF, KINDS, Store, both_hashes, decode, draw_crops, held_out, near, walk

NEAR = 6  # of 64 bits
HELD_OUT_ROOMS = 6  # percent
HELD_OUT_PEOPLE = 12  # percent


def sources_in(rooms: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """Training, test and people archives of a folder, by their names; a plain folder of label/name is training."""
    train, test, people = [], [], []
    for path in sorted(rooms.iterdir()):
        if path.name.startswith("people"):
            people.append(path)
        elif path.stem.endswith("-test"):
            test.append(path)
        elif path.suffix == ".tar" or path.is_dir():
            train.append(path)
    # Drawn pictures come last: the teacher knows photographs only.
    return sorted(train, key=lambda path: path.name.startswith(DRAWN)), test, people


def people_in(source: Path):
    """Cut-outs of an archive, or those that `render.mjs` drew."""
    if (source / "scenes.json").exists():
        for person in json.loads((source / "scenes.json").read_text()).get("people", []):
            yield "drawn", person["file"], (source / person["file"]).read_bytes()
    else:
        yield from walk(source)


def read_one(job):
    label, name, data = job
    try:
        picture = decode(data)
    except OSError:
        return label, name, None, None
    return label, name, picture, both_hashes(picture)


def read_all(pool, source: Path):
    return pool.imap(read_one, walk(source), chunksize=64)


def embed(job):
    """The features that a public image embedder finds in the crops, used as a second target while training."""
    work, teacher, part, parts = job
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf

    store = Store(work, "rooms")
    crops = np.load(work / "crops.npy")
    net = tf.lite.Interpreter(str(teacher), num_threads=1)
    net.allocate_tensors()
    size_in, size_out = net.get_input_details()[0], net.get_output_details()[0]
    side = int(size_in["shape"][1])
    photographs = sum(not str(source).startswith(DRAWN) for source in store.index["source"])
    mine = range(part, photographs, parts)
    out = np.zeros((len(mine), CROPS, int(size_out["shape"][-1])), dtype=np.float16)
    for row, i in enumerate(mine):
        picture = store.picture(i)
        for k, box in enumerate(crops[i]):
            view = picture.resize((side, side), Image.Resampling.BILINEAR, box=tuple(float(v) for v in box)).convert("RGB")
            net.set_tensor(size_in["index"], np.asarray(view, dtype=np.float32)[None] / 255)
            net.invoke()
            out[row, k] = net.get_tensor(size_out["index"]).reshape(-1)
    return part, out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=Path, required=True, help="folder with the archives")
    parser.add_argument("--work", type=Path, required=True, help="folder for the cache, never committed")
    parser.add_argument("--teacher", type=Path, help="an image embedder in TFLite with a float input 0..1")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    train, test, people = sources_in(args.rooms)
    started = time.time()
    report: dict = {"sources": {}, "near": NEAR}

    with mp.Pool(args.workers) as pool:
        test_hashes = []
        for source in test:
            if source.stem.startswith("tiles"):
                continue  # composed from the other test sets
            for _, _, _, hashes in read_all(pool, source):
                if hashes:
                    test_hashes += hashes
        test_hashes = np.array(test_hashes, dtype=np.uint64)

        rooms = []
        for source in train:
            counts = report["sources"].setdefault(source.stem, {"read": 0, "unreadable": 0, "unknown": 0, "near_test": 0, "near_train": 0})
            for label, name, picture, hashes in read_all(pool, source):
                kind = KIND_OF.get(label)
                if picture is None or kind is None:
                    counts["unreadable" if picture is None else "unknown"] += 1
                    continue
                counts["read"] += 1
                rooms.append((source.stem, kind, label, f"{source.stem}/{name}", picture, hashes))
        print(f"{len(rooms)} pictures read, {time.time() - started:.0f} s", flush=True)

    first = np.array([r[5][0] for r in rooms], dtype=np.uint64)
    touching = near(first, test_hashes, NEAR) >= 0 if len(test_hashes) else np.zeros(len(rooms), bool)
    # Inside training: the first of a group stays.
    keep = ~touching
    mirrored = np.array([r[5][1] for r in rooms], dtype=np.uint64)
    again = np.zeros(len(rooms), bool)
    for start in range(0, len(rooms), 512):
        part = first[start : start + 512]
        for others in (first, mirrored):
            bits = np.bitwise_count(part[:, None] ^ others[None, :]) <= NEAR - 2
            earlier = np.arange(len(rooms))[None, :] < (start + np.arange(len(part)))[:, None]
            again[start : start + 512] |= (bits & earlier).any(axis=1)
    keep &= ~again
    for room, t, a in zip(rooms, touching, again):
        counts = report["sources"][room[0]]
        counts["near_test"] += bool(t)
        counts["near_train"] += bool(a and not t)
    rooms = [room for room, k in zip(rooms, keep) if k]
    report["dropped_near_test"] = int(touching.sum())
    report["dropped_near_train"] = int((again & ~touching).sum())

    Store.write(
        args.work,
        "rooms",
        [r[4] for r in rooms],
        kind=np.array([KINDS.index(r[1]) for r in rooms], dtype=np.int8),
        held_out=np.array([held_out(r[3], HELD_OUT_ROOMS) for r in rooms]),
        source=np.array([r[0] for r in rooms]),
        label=np.array([r[2] for r in rooms]),
        name=np.array([r[3] for r in rooms]),
    )
    rng = np.random.default_rng(args.seed)
    np.save(args.work / "crops.npy", np.stack([draw_crops(rng, *r[4].size) for r in rooms]))

    cutouts = []
    for source in people + [path for path in train if path.name.startswith(DRAWN)]:
        for label, name, data in people_in(source):
            picture = decode(data, "RGBA", 10_000)
            box = picture.getchannel("A").point(lambda a: 255 if a > 24 else 0).getbbox()
            if box and (box[2] - box[0]) * (box[3] - box[1]) > 1000:
                cutouts.append((f"{source.stem}/{name}", label, picture.crop(box)))
    Store.write(
        args.work,
        "people",
        [c[2] for c in cutouts],
        held_out=np.array([held_out(c[0], HELD_OUT_PEOPLE) for c in cutouts]),
        label=np.array([c[1] for c in cutouts]),
        name=np.array([c[0] for c in cutouts]),
    )
    report["kept"] = {kind: sum(r[1] == kind for r in rooms) for kind in KINDS}
    report["people"] = len(cutouts)
    report["classes"] = CLASSES
    (args.work / "prepare.json").write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report), f"{time.time() - started:.0f} s", flush=True)

    if args.teacher:
        jobs = [(args.work, args.teacher, part, args.workers) for part in range(args.workers)]
        with mp.get_context("spawn").Pool(args.workers) as pool:
            parts = dict(pool.imap_unordered(embed, jobs))
        features = np.zeros((sum(map(len, parts.values())), *parts[0].shape[1:]), dtype=np.float16)
        for part, out in parts.items():
            features[part :: args.workers] = out
        np.save(args.work / "features.npy", features)
        print(f"teacher features {features.shape}, {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
