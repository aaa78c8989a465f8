import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { CostFragment, SittingFragment } from '../../gql/graphql';
import { SubmitButton } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { Bill } from './bill';
import { useCancelUntil } from './use-what';

export interface Answer {
  readonly asked: string;
  readonly said: string;
  readonly more?: string;
  /** Where it can be changed. */
  readonly change?: string;
}

export function Answers({ answers }: { readonly answers: readonly Answer[] }): ReactElement {
  const { t } = useWords();
  return (
    <dl className="card card--flush">
      {answers.map(({ asked, said, more, change }) => (
        <div className="sumr" key={asked}>
          <dt>{asked}</dt>
          <dd>
            {said}
            {more && <small>{more}</small>}
          </dd>
          {change && (
            <dd>
              <Link to={change} aria-label={t('resident.changeThis', { what: asked })}>
                {t('common.change')}
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export const Steps = ({ step, of }: { readonly step: number; readonly of: number }): ReactElement => {
  const { t } = useWords();
  return (
    <p className="steps">
      {Array.from({ length: of }, (_, index) => (
        <i key={index} className={index < step ? 'on' : ''} />
      ))}
      <span>{t('resident.step', { step, of })}</span>
    </p>
  );
};

interface FinishProps {
  readonly price: CostFragment;
  /** For how many, when it is for several. */
  readonly heading?: string | undefined;
  readonly session: SittingFragment;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly blocked?: boolean;
  readonly onConfirm: () => void;
  readonly giveUpTo: string;
}

/** What it costs, until when it can be undone, and the one button. */
export function Finish({
  price,
  heading,
  session,
  busy,
  failed,
  blocked = false,
  onConfirm,
  giveUpTo,
}: FinishProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Bill price={price} {...(heading && { heading })} />
      <CancelUntil session={session} />
      <div className="sec">
        {!blocked && (
          <SubmitButton busy={busy} icon={failed ? 'rotate-ccw' : 'check'} onClick={onConfirm}>
            {failed ? t('common.retry') : t('resident.confirmBooking')}
          </SubmitButton>
        )}
        {busy && (
          <p className="sm mute centre" role="status">
            {t('resident.neverTwice')}
          </p>
        )}
        <Link className="btn btn--plain" to={giveUpTo}>
          {t('resident.notNow')}
        </Link>
      </div>
    </>
  );
}

function CancelUntil({ session: { cancelUntil } }: { readonly session: SittingFragment }): ReactElement {
  const { t } = useWords();
  const until = useCancelUntil();
  return (
    <div className="note">
      <Icon name="info" />
      <p>{until(cancelUntil) ?? t('resident.tooLateToCancel')}</p>
    </div>
  );
}
