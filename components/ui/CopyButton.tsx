import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../lib/words/say.ts'
import { Button } from './Button.tsx'

/** Copies `text`; says so for a moment, also to a screen reader. */
export function CopyButton({ text, label = t('Copy') }: { text: string; label?: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 4000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <Button
        icon={state === 'copied' ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
        look="quiet"
        onClick={() => void copy()}
        small
      >
        {state === 'copied' ? t('Copied') : label}
      </Button>
      <span className={state === 'failed' ? 'small ink-check' : 'visually-hidden'} role="status">
        {state === 'copied' && t('Copied')}
        {state === 'failed' && t('Copying was refused. Select the text and copy it by hand.')}
      </span>
    </>
  )
}
