/** Where both companies put the files of their users (EG-33): Google Drive and Docs, SharePoint and OneDrive (`docs/meet.md`, `docs/teams.md`). */
const HOSTS =
  '(?:drive|docs)\\.google\\.com|[a-z\\d-]+\\.sharepoint\\.com|onedrive\\.live\\.com|1drv\\.ms'

const ADDRESS = new RegExp(`^(?:https?://)?(?:${HOSTS})/`, 'iu')
const WITHIN = new RegExp(`(?<![\\w.-])(?:${HOSTS})/`, 'iu')

/** Whether a link leads to a file. */
export function isFileAddress(link: string): boolean {
  return ADDRESS.test(link)
}

/** Whether a line of chat names a file by its address: the link around it may lead by way of the site's own redirect. */
export function namesFile(text: string): boolean {
  return WITHIN.test(text)
}
