import { FlaskConical } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { SiteLooks } from '../../lib/desk/looks.ts'
import { t } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { TryAgain } from '../ui/TryAgain.tsx'
import { SiteLooksCard } from './SiteLooksCard.tsx'

/** For a technician whose site has changed: by what each site is read, and how to exchange it. */
export function LooksPage({
  ask,
  onSelfTest,
  onSave,
}: {
  ask: Ask
  onSelfTest: () => void
  onSave: (text: string, name: string) => void
}) {
  const [sites, setSites] = useState<readonly SiteLooks[]>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    () =>
      ask('looks', {}).then(
        (found) => {
          setSites(found)
          setFailed(false)
        },
        () => setFailed(true),
      ),
    [ask],
  )
  useEffect(() => void load(), [load])
  return (
    <div className="stack">
      <Card title={t('If a site has changed')}>
        <p>
          {t(
            'Google and Microsoft change their meeting pages without notice. What Lesson Steward looks for on them is a file, a selector pack, that can be replaced without waiting for a new version. This page is for technicians; lessons need nothing of it.',
          )}
        </p>
        <div>
          <Button icon={<FlaskConical aria-hidden size={16} />} onClick={onSelfTest}>
            {t('Try it in a test call')}
          </Button>
        </div>
      </Card>
      {failed && (
        <TryAgain onAgain={() => void load()} role="status">
          {t('How the sites are read could not be loaded.')}
        </TryAgain>
      )}
      {sites?.map((site) => (
        <SiteLooksCard
          ask={ask}
          key={site.platform}
          onChanged={setSites}
          onSave={onSave}
          site={site}
        />
      ))}
    </div>
  )
}
