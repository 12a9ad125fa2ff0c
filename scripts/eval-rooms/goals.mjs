// What the model should reach on each test set (models/goals.json), and by how much it does or misses.

/** A browser's clock counts tenths of a millisecond and is off by billionths: 3.3 beside 6.6 is half. */
const HARDLY = 1e-6

/**
 * Bedroom against common rooms, the file's size, and its time beside the baseline's in the same run.
 * @returns {{ figure: string, goal: number, got: number, met: boolean, missedBy: number }[]} one for each goal that this run can answer
 */
export function againstGoals(goals, result) {
  const name = result.source.replace(/\.(tar|tar\.gz)$/, '')
  const curve = result.bedroomAgainstCommon
  const atLeast = (figure, goal, got) =>
    goal === undefined || got === null || got === undefined
      ? []
      : [{ figure, goal, got, met: got >= goal, missedBy: Math.max(0, goal - got) }]
  const atMost = (figure, goal, got) => {
    if (goal === undefined || got === undefined) return []
    const met = got <= goal + HARDLY
    return [{ figure, goal, got, met, missedBy: met ? 0 : got - goal }]
  }
  const wanted = goals[name] ?? {}
  return [
    ...atLeast('AUC', wanted.auc, curve.auc),
    ...atLeast('recall at 5 %', wanted.recallAt5, curve.recallAt5?.recall),
    ...atLeast('recall at 1 %', wanted.recallAt1, curve.recallAt1?.recall),
    ...atMost('bytes', goals.file?.bytes, result.model.bytes),
    ...atMost(
      'share of the baseline’s time',
      goals.file?.shareOfBesideTime,
      result.besideMs ? result.msPerFrame / result.besideMs : undefined,
    ),
  ]
}

/** One line for each goal. */
export function goalLines(rows) {
  const number = (value) => (value >= 1000 ? value.toLocaleString('en-GB') : value.toFixed(3))
  return rows.map(
    ({ figure, goal, got, met, missedBy }) =>
      `goal: ${figure} ${number(goal)}, reached ${number(got)}: ${met ? 'met' : `missed by ${number(missedBy)}`}`,
  )
}
