import { MOST_PACK_TEXT } from '../../lib/platforms/judgePack.ts'
import { t } from '../../lib/words/say.ts'
import { FileDrop, FileSaid, useOneFile } from '../ui/FileDrop.tsx'

/** Takes a small JSON file, rules or a selector pack, as text. */
export function PackDrop({
  label,
  onText,
}: {
  label: string
  onText: (text: string, name: string) => void
}) {
  const { said, take } = useOneFile(
    (bytes) => (bytes > MOST_PACK_TEXT ? t('This file is too large to be that.') : undefined),
    async (file) => onText(await file.text(), file.name.slice(0, 200)),
  )
  return (
    <FileDrop
      accept=".json,application/json"
      label={label}
      lead={t('Drop the file here, or')}
      take={take}
    >
      <FileSaid said={said} />
    </FileDrop>
  )
}
