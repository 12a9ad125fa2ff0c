/** The page of the settings that shows one concern, to be printed or saved as PDF. */
export function concernUrl(ref: string): `/options.html?${string}` {
  return `/options.html?${new URLSearchParams({ start: 'concerns', concern: ref }).toString()}`
}
