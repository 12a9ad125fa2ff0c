export function scriptBytes(folder: string): Record<string, number>
export function overBudget(
  bytes: Readonly<Record<string, number>>,
  limits: Readonly<Record<string, number>>,
): string[]
