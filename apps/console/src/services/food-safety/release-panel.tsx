import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useViewer } from '../../access/viewer';
import { ReleaseMealDocument, type SafetyFragment } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface ReleasePanelProps {
  readonly safety: SafetyFragment;
  readonly mayRelease: boolean;
  readonly again: () => void;
}

/** Whether the meal may be served: who said so and when, or what still stands in the way. */
export function ReleasePanel({ safety, mayRelease, again }: ReleasePanelProps): ReactElement {
  const { t, format } = useWords();
  const [asking, setAsking] = useState(false);
  const { released, releasedAt, releasedBy, withdrawnAt, faults } = safety;
  return (
    <Panel
      title={t('console.safety.release')}
      side={
        <Status tone={released ? 'ok' : 'warn'} icon={released ? 'shield' : 'clock'}>
          {t(released ? 'console.safety.released' : 'console.safety.notReleased')}
        </Status>
      }
    >
      <div className="stack pb">
        {released && releasedAt && (
          <p>{t('console.safety.releasedBy', { time: format.dateTime(releasedAt), by: releasedBy ?? '' })}</p>
        )}
        {!released && withdrawnAt && (
          <p className="note note--bad" role="alert">
            {t('console.safety.withdrawn', { time: format.time(withdrawnAt) })}
          </p>
        )}
        {!released && faults.length > 0 && <Blocks faults={faults} />}
        {!released && faults.length === 0 && <p>{t('console.safety.ready')}</p>}
        {mayRelease && !released && (
          <Button
            kind="primary"
            icon="signature"
            disabled={faults.length > 0}
            onClick={() => setAsking(true)}
            aria-describedby={faults.length > 0 ? 'blocks' : undefined}
          >
            {t('console.safety.releaseDo')}
          </Button>
        )}
      </div>
      {asking && <ReleaseAsk safety={safety} onClose={() => setAsking(false)} again={again} />}
    </Panel>
  );
}

function Blocks({ faults }: Pick<SafetyFragment, 'faults'>): ReactElement {
  const { t } = useWords();
  return (
    <section id="blocks" className="blocks">
      <b>{t('console.safety.blocks', { count: faults.length })}</b>
      <ul>
        {faults.map(({ dish, fault }) => (
          <li key={`${dish}${fault}`}>
            {t('console.safety.block', { dish, what: t(`FoodSafetyFault.${fault}`) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReleaseAsk({
  safety: { centreId, day, meal },
  onClose,
  again,
}: {
  readonly safety: SafetyFragment;
  readonly onClose: () => void;
  readonly again: () => void;
}): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { me } = useViewer();
  const { act, busy, message } = useCreate(ReleaseMealDocument);
  const release = async () => {
    const { done } = await act({ centreId, day, meal });
    again();
    if (!done) return;
    toast('ok', t('console.safety.releasedNow', { meal: t(`Meal.${meal}`) }));
    onClose();
  };
  return (
    <Ask
      title={t('console.safety.releaseTitle', { meal: t(`Meal.${meal}`) })}
      icon="signature"
      word={t('console.safety.releaseDo')}
      keep={t('console.safety.releaseNot')}
      busy={busy}
      message={message}
      onGo={() => void release()}
      onClose={onClose}
    >
      <p>{t('console.safety.releaseText', { name: me.name })}</p>
    </Ask>
  );
}
