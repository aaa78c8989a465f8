import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { AppealDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Note } from '../../shell/pieces';
import { Link } from '../../shell/router';

/** What a no-show means, and what became of one's word against it. */
export function Missed({ id }: { readonly id: string }): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  const { data } = useRead(AppealDocument, { id });
  const booking = data?.booking;
  const appeal = booking?.appeal;
  if (!appeal) {
    return (
      <div className="sec">
        <Note tone="info" icon="info" title={t('later.appeal.what')}>
          {t('later.appeal.whatLead')}
        </Note>
        {booking?.mayAppeal && (
          <Link className="btn" to={`/bookings/${id}/appeal`}>
            {t('later.appeal.do')}
          </Link>
        )}
      </div>
    );
  }
  const { decision, decisionReason, madeAt, reason } = appeal;
  return (
    <Note
      tone={decision === 'UPHELD' ? 'warn' : decision === 'HEALED' ? 'ok' : 'info'}
      icon={decision === null ? 'hourglass' : decision === 'HEALED' ? 'circle-check' : 'info'}
      role="status"
      title={decision === null ? t('later.appeal.waiting') : t(`AppealDecision.${decision}`)}
    >
      <p>{decisionReason ?? t('later.appeal.told')}</p>
      <p className="sm mute">{t('later.appeal.said', { when: format.relativeDay(madeAt, now), reason })}</p>
    </Note>
  );
}
