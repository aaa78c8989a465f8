import type { Submission } from '@linli/client';
import type { ReactElement } from 'react';
import type { TotalFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { SubmitButton } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { Bill } from '../bookings/bill';
import { costOf } from './total';

interface Props {
  readonly total: TotalFragment;
  readonly count: number;
  readonly submission: Submission<unknown>;
  readonly label: string;
  readonly giveUpTo: string;
  readonly onConfirm: () => void;
}

/** What all of it costs, what one may do later, and the one button. */
export function Agree({ total, count, submission, label, giveUpTo, onConfirm }: Props): ReactElement {
  const { t } = useLaterWords();
  const failed = submission.state === 'failed';
  return (
    <>
      <Bill price={costOf(total)} heading={t('later.several.price', { count })} />
      <p className="mute">{t('later.several.laterLead')}</p>
      <div className="sec">
        {submission.state !== 'refused' && (
          <SubmitButton
            busy={submission.state === 'submitting'}
            icon={failed ? 'rotate-ccw' : 'check'}
            onClick={onConfirm}
          >
            {failed ? t('common.retry') : label}
          </SubmitButton>
        )}
        <Link className="btn btn--plain" to={giveUpTo}>
          {t('resident.notNow')}
        </Link>
      </div>
    </>
  );
}
