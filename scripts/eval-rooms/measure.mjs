// What the scores say about the model: confusion, accuracy, area under the curve, recall at a false-positive rate. Pure.

/** Area under the ROC curve: how often a positive scores above a negative; ties count half. null without both kinds. */
export function areaUnderCurve(positives, negatives) {
  if (!positives.length || !negatives.length) return null
  const all = [
    ...positives.map((score) => [score, 1]),
    ...negatives.map((score) => [score, 0]),
  ].sort((a, b) => a[0] - b[0])
  let ranks = 0
  for (let i = 0; i < all.length;) {
    let j = i
    while (j < all.length && all[j][0] === all[i][0]) j += 1
    for (let k = i; k < j; k += 1) if (all[k][1]) ranks += (i + j + 1) / 2
    i = j
  }
  return (
    (ranks - (positives.length * (positives.length + 1)) / 2) /
    (positives.length * negatives.length)
  )
}

/** The most positives found by a threshold that lets at most `rate` of the negatives through, and that threshold. */
export function recallAt(rate, positives, negatives) {
  if (!positives.length || !negatives.length) return null
  const falling = [...negatives].sort((a, b) => b - a)
  const allowed = Math.floor(rate * negatives.length + 1e-9)
  // Everything strictly above the first negative that may not pass.
  const bound = allowed < falling.length ? falling[allowed] : -Infinity
  const found = positives.filter((score) => score > bound).length
  return { recall: found / positives.length, above: bound }
}

export const median = (values) => {
  if (!values.length) return null
  const sorted = [...values].sort((a, b) => a - b)
  const mid = sorted.length >> 1
  return sorted.length % 2 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2
}

const curve = (positives, negatives) => ({
  positives: positives.length,
  negatives: negatives.length,
  auc: areaUnderCurve(positives, negatives),
  recallAt5: recallAt(0.05, positives, negatives),
  recallAt1: recallAt(0.01, positives, negatives),
})

const HARDLY = 1e-6

/**
 * One score of two looks: the mean of their log-odds, as a chance again.
 * @param {number} one
 * @param {number} other
 */
export function ofTwoLooks(one, other) {
  const odds = (score) => Math.log((score + HARDLY) / (1 - score + HARDLY))
  return 1 / (1 + Math.exp(-(odds(one) + odds(other)) / 2))
}

/**
 * Two looks at each picture, the frame and its mirror image, as a lesson's looks take them in turn.
 * @param {{ truth: string, scores: Record<string, number>, mirrorScores: Record<string, number> }[]} rows
 */
export function summariseTwoLooks(rows) {
  const of = (test) =>
    rows
      .filter((row) => test(row.truth))
      .map((row) => ofTwoLooks(row.scores.bedroom, row.mirrorScores.bedroom))
  const bedrooms = of((truth) => truth === 'bedroom')
  return {
    what: 'the frame and its mirror image, mean of the log-odds of a bedroom',
    bedroomAgainstCommon: curve(
      bedrooms,
      of((truth) => truth === 'common'),
    ),
    bedroomAgainstAll: curve(
      bedrooms,
      of((truth) => truth !== 'bedroom'),
    ),
  }
}

/**
 * @param {{ truth: string, scores: Record<string, number> }[]} rows
 * @param {string[]} classes
 * @param {number} bedroomAt the threshold that ships with the model
 */
export function summarise(rows, classes, bedroomAt) {
  const confusion = Object.fromEntries(
    classes.map((truth) => [truth, Object.fromEntries(classes.map((said) => [said, 0]))]),
  )
  for (const row of rows) {
    const said = classes.reduce((best, name) => (row.scores[name] > row.scores[best] ? name : best))
    confusion[row.truth][said] += 1
  }
  const total = (truth) => Object.values(confusion[truth]).reduce((a, b) => a + b, 0)
  const accuracy = Object.fromEntries(
    classes.filter(total).map((truth) => [truth, confusion[truth][truth] / total(truth)]),
  )
  const right = classes.reduce((sum, truth) => sum + confusion[truth][truth], 0)
  const of = (test) => rows.filter((row) => test(row.truth)).map((row) => row.scores.bedroom)
  const bedrooms = of((truth) => truth === 'bedroom')
  const others = of((truth) => truth !== 'bedroom')
  return {
    confusion,
    accuracy,
    overall: rows.length ? right / rows.length : null,
    bedroomAgainstCommon: curve(
      bedrooms,
      of((truth) => truth === 'common'),
    ),
    bedroomAgainstAll: curve(bedrooms, others),
    atThreshold: {
      bedroomAt,
      found: bedrooms.length
        ? bedrooms.filter((score) => score >= bedroomAt).length / bedrooms.length
        : null,
      falseAlarms: others.length
        ? others.filter((score) => score >= bedroomAt).length / others.length
        : null,
    },
  }
}
