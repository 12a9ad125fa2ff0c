/** Hands a text to the browser as a file to save; nothing leaves the computer. */
export function download(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the blob once the click is handled; a minute is generous for a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
