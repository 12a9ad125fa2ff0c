export function filesOf(folder: string): string[]
export function archiveOf(folder: string): Uint8Array
export function sha256(bytes: Uint8Array): string
