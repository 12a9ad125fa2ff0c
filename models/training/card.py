"""Step 5: the tables of the model card, from the JSON that eval-rooms printed. Nothing in them is typed by hand.

python card.py DIR_WITH_JSON        (places-test.json, tiles-test.json, ... from: npm run -s eval-rooms -- FILE.tar --json)
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

MODELS = Path(__file__).resolve().parent.parent


def between(text: str, name: str, body: str) -> str:
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    return text[: text.index(start) + len(start)] + "\n" + body.strip() + "\n" + text[text.index(end) :]


def part(row: dict) -> str:
    """Which source a composed tile comes from, by its name."""
    name = row["name"].split("/")[-1]
    return name.split("-")[0]


def number(value, digits=3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def by_source(tiles: dict) -> list[str]:
    """Bedroom against common rooms for each source that the tiles were composed from."""
    from measure import area_under_curve, recall_at

    lines = [
        "",
        f"Of {tiles['source']}, bedrooms against common rooms by where the room came from; no picture of edp took part in training:",
        "",
        "| tiles of | bedrooms / others | AUC | recall at 5 % | recall at 1 % |",
        "|---|---|---|---|---|",
    ]
    for source in ("places", "houserooms", "edp"):
        rows = [row for row in tiles["scores"] if part(row) == source]
        positives, negatives = ([row["scores"]["bedroom"] for row in rows if row["truth"] == truth] for truth in ("bedroom", "common"))
        if not positives or not negatives:
            continue
        lines.append(
            f"| {source} | {len(positives)} / {len(negatives)} | {number(area_under_curve(positives, negatives))} "
            f"| {number(recall_at(0.05, positives, negatives), 2)} | {number(recall_at(0.01, positives, negatives), 2)} |"
        )
    return lines


def by_class(results: list[dict], card: dict) -> list[str]:
    """How often the highest score is right, for each class of each set. A set that lacks a class says so."""
    classes = card["labels"]
    percent = lambda accuracy, name: f"{accuracy[name] * 100:.0f} %" if name in accuracy else "–"
    lines = ["", "Right by its highest score, of each class:", "", "| pictures | " + " | ".join(classes) + " |", "|---" * (len(classes) + 1) + "|"]
    for name, accuracy in [(r["source"], r["accuracy"]) for r in results] + [
        (f"{card['heldOut']['tiles']:,} held-out tiles (TFLite in Python)", card["heldOut"]["accuracy"])
    ]:
        lines.append(f"| {name} | " + " | ".join(percent(accuracy, label) for label in classes) + " |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path)
    args = parser.parse_args()
    card = json.loads((MODELS / "rooms.json").read_text())
    results = [json.loads(path.read_text()) for path in sorted(args.results.glob("*.json"))]
    stale = [r["source"] for r in results if r["model"]["sha256"] != card["sha256"]]
    if stale:
        raise SystemExit(f"measured with another model file: {', '.join(stale)}")

    lines = [
        f"Model version {card['version']}, sha256 `{card['sha256'][:16]}…`, {card['bytes']:,} bytes, {card['parameters']:,} parameters; every row by `npm run -s eval-rooms -- FILE --json`.",
        "",
        "| pictures | against | bedrooms / others | AUC | recall at 5 % | recall at 1 % | overall accuracy |",
        "|---|---|---|---|---|---|---|",
    ]
    for r in results:
        for title, key in (("common rooms", "bedroomAgainstCommon"), ("everything", "bedroomAgainstAll")):
            c = r[key]
            if c["auc"] is None:
                continue
            lines.append(
                f"| {r['source']} | {title} | {c['positives']} / {c['negatives']} | {number(c['auc'])} | {number(c['recallAt5']['recall'], 2)} "
                f"| {number(c['recallAt1']['recall'], 2)} | {number(r['overall'], 2) if key.endswith('Common') else ''} |"
            )
    lines += [
        "",
        "One look a picture above. **Two looks** below: the frame and its mirror image, the mean of their log-odds. A lesson's looks at a tile take the two in turn, so it costs nothing more.",
        "",
        "| pictures, two looks | against | AUC | recall at 5 % | recall at 1 % |",
        "|---|---|---|---|---|",
    ]
    for r in results:
        for title, key in (("common rooms", "bedroomAgainstCommon"), ("everything", "bedroomAgainstAll")):
            c = r["twoLooks"][key]
            if c["auc"] is None:
                continue
            lines.append(f"| {r['source']} | {title} | {number(c['auc'])} | {number(c['recallAt5']['recall'], 2)} | {number(c['recallAt1']['recall'], 2)} |")
    tiles = next((r for r in results if r["source"].startswith("tiles")), None)
    if tiles:
        lines += by_source(tiles)
        classes = tiles["classes"]
        lines += [
            "",
            f"What {tiles['source']} was (down) and what the model said (across), by its highest score:",
            "",
            "| | " + " | ".join(classes) + " | right |",
            "|---" * (len(classes) + 2) + "|",
        ]
        for truth in classes:
            if truth in tiles["accuracy"]:
                row = " | ".join(str(tiles["confusion"][truth][said]) for said in classes)
                lines.append(f"| **{truth}** | {row} | {tiles['accuracy'][truth] * 100:.0f} % |")
        t = tiles["atThreshold"]
        lines += ["", f"A single frame at the shipped threshold {t['bedroomAt']}: {t['found'] * 100:.0f} % of the bedroom tiles found, {t['falseAlarms'] * 100:.1f} % of the other tiles flagged."]
    lines += by_class(results, card)
    lines += ["", "| time of one frame (median: draw, then MediaPipe on the CPU, in the same run) | this model | baseline embedder |", "|---|---|---|"]
    for r in results:
        if "besideMs" in r:
            lines.append(f"| {r['source']}, {r['browser']} | {r['msPerFrame']:.1f} ms | {r['besideMs']:.1f} ms |")
    lines += ["", "| goal | wanted | reached | |", "|---|---|---|---|"]
    for r in results:
        for g in r.get("goals", []):
            if g["figure"] == "bytes" and r is not results[0]:
                continue
            plainly = lambda v: f"{v:,.0f}" if v >= 1000 else f"{v:.3f}"
            verdict = "met" if g["met"] else f"missed by {plainly(g['missedBy'])}"
            lines.append(f"| {g['figure']}{'' if g['figure'] == 'bytes' else ', ' + r['source']} | {plainly(g['goal'])} | {plainly(g['got'])} | {verdict} |")
    lines += ["", f"Largest difference between this file's scores and the training framework's: {card['largestDifferenceFromTorch']} (1,000 tiles, TFLite in Python; on average {card['meanDifferenceFromTorch']}), "
              f"{max((r.get('largestDifferenceFromTraining') or 0) for r in results):.5f} (pictures by formula and drawn rooms, MediaPipe in Chromium)."]

    thresholds = ["| `bedroomAt` | bedroom frames found | other frames flagged | common | bathroom | plain | unclear |", "|---|---|---|---|---|---|---|"]
    for t in card["thresholds"]:
        by = t["falseAlarmsByClass"]
        mark = " (shipped)" if t["bedroomAt"] == card["bedroomAt"] else ""
        thresholds.append(
            f"| {t['bedroomAt']}{mark} | {t['recall'] * 100:.0f} % | {t['falseAlarms'] * 100:.2f} % | "
            + " | ".join(f"{by[name] * 100:.2f} %" for name in ("common", "bathroom", "plain", "unclear"))
            + " |"
        )
    readme = MODELS / "README.md"
    text = readme.read_text()
    text = between(text, "numbers", "\n".join(lines))
    text = between(text, "thresholds", "\n".join(thresholds))
    readme.write_text(text)


if __name__ == "__main__":
    main()
