/** A list of parts as CycloneDX has it. */
export function partsList(root: string): unknown
