import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { ResumeStandingOrderDocument, type StandingOrderWholeFragment } from '../../gql/graphql';
import { useToday } from '../../data/use-day';
import { useLaterWords } from '../../shell/later-words';
import { Note } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { StandingProblem } from './standing-problem';
import { useStandingAct } from './use-standing';

/** The pauses that are on or to come, each to be ended early, and the way to another one. */
export function Pauses({ order }: { readonly order: StandingOrderWholeFragment }): ReactElement {
  const { t, format } = useLaterWords();
  const today = useToday();
  const { submission, act } = useStandingAct(ResumeStandingOrderDocument);
  const busy = submission.state === 'submitting';
  const coming = order.paused.filter(({ to }) => to >= today);
  return (
    <section className="sec">
      {coming.map(({ from, to }) => (
        <Note
          key={from}
          tone="warn"
          icon="hourglass"
          title={t('later.standing.pausedFromTo', { from: format.day(from), to: format.day(to) })}
        >
          <button
            className="btn btn--ghost"
            type="button"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) void act({ id: order.id, from, to });
            }}
          >
            {busy ? t('common.submitting') : t('later.standing.resume')}
          </button>
        </Note>
      ))}
      <StandingProblem submission={submission} title={t('later.standing.notResumed')} />
      {submission.state === 'done' && (
        <Note tone="ok" icon="check" role="status" title={t('later.standing.resumed')} />
      )}
      <Link className="btn btn--ghost" to={`/bookings/standing/${order.id}/pause`}>
        <Icon name="hourglass" />
        {t('later.standing.pause')}
      </Link>
    </section>
  );
}
