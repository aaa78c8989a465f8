import { type ReactElement, useEffect, useState } from 'react';
import { Note } from '../shell/pieces';
import { useWords } from '../shell/words';
import { isDemonstration } from './sign-in-operations';

export function useDemonstration(): boolean {
  const [demonstration, setDemonstration] = useState(false);
  useEffect(() => {
    let there = true;
    isDemonstration().then(
      (is) => there && setDemonstration(is),
      () => undefined,
    );
    return () => {
      there = false;
    };
  }, []);
  return demonstration;
}

/** Where the codes of the demonstration are found: no short message is really sent. */
export function Demonstration(): ReactElement | null {
  const { t } = useWords();
  return useDemonstration() ? (
    <Note tone="info" icon="info" title={t('common.madeUp')}>
      {t('resident.signIn.outbox')}
      <br />
      <a className="link" href="/outbox" target="_blank" rel="noreferrer">
        {t('resident.signIn.openOutbox')}
      </a>
    </Note>
  ) : null;
}
