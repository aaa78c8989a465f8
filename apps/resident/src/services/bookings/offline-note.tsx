import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { Note } from '../../shell/pieces';
import { useWords } from '../../shell/words';

/** That this is a copy, and how old. */
export function OfflineNote({ savedAt }: { readonly savedAt: number }): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const saved = new Date(savedAt);
  const when = `${format.relativeDay(saved, now)} ${format.time(saved)}`;
  return (
    <Note tone="warn" icon="wifi-off" title={t('resident.offline.title')} role="status">
      {t('resident.offline.lead', { when, ago: format.ago(saved, now) })}
    </Note>
  );
}
