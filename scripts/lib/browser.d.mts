export function findBrowser(): string
export function lookForBrowser(): string | undefined
export function launchArgs(): string[]
