import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { VisitOfBookingDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Note } from '../../shell/pieces';

/** Who comes to the door, and how it went; nothing where nobody comes. */
export function VisitNote({ bookingId }: { readonly bookingId: string }): ReactElement | null {
  const { t } = useLaterWords();
  const { data } = useRead(VisitOfBookingDocument, { id: bookingId });
  const visit = data?.booking.visit;
  if (!visit) return null;
  const { workers, outcome } = visit;
  return (
    <Note
      tone={outcome === null || outcome === 'DONE' ? 'info' : 'warn'}
      icon="users"
      title={t('later.visit.who', { names: workers.join(t('common.listComma')) })}
    >
      {outcome ? t(`later.visit.outcome.${outcome}`) : t('later.visit.atHome')}
    </Note>
  );
}
