"""Area under the curve and recall at a false-positive rate."""

from __future__ import annotations

import numpy as np
from scipy.stats import rankdata


def area_under_curve(positives, negatives) -> float:
    ranks = rankdata(np.concatenate([positives, negatives]))
    p, n = len(positives), len(negatives)
    return float((ranks[:p].sum() - p * (p + 1) / 2) / (p * n))


def recall_at(rate: float, positives, negatives) -> float:
    falling = np.sort(negatives)[::-1]
    bound = falling[int(rate * len(falling) + 1e-9)]
    return float((np.asarray(positives) > bound).mean())


def bedroom(scores: np.ndarray, truth: np.ndarray, against: str = "common") -> dict:
    """scores: (n, classes), truth: class numbers."""
    positives = scores[truth == 0, 0]
    negatives = scores[truth == 2, 0] if against == "common" else scores[truth != 0, 0]
    return {
        "auc": area_under_curve(positives, negatives),
        "recall5": recall_at(0.05, positives, negatives),
        "recall1": recall_at(0.01, positives, negatives),
    }
