import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { TicketFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';
import { useSessionWords } from '../bookings/use-what';
import { useClassWords } from './class-words';

/** Days of one act as one entry: what, how many are still to come, and until when. It opens into its days. */
export function RunCard({ tickets }: { readonly tickets: readonly TicketFragment[] }): ReactElement | null {
  const { t } = useLaterWords();
  const { what, hours } = useSessionWords();
  const { span } = useClassWords();
  const [first] = tickets;
  if (!first?.runId) return null;
  const { session, beneficiary } = first;
  return (
    <article className="card card--flush">
      <div className="bk">
        <div className="bk__h">
          <h3 className="bk__t">{what(session)}</h3>
          <Status tone="ok" icon="circle-check">
            {t('later.several.more', { count: tickets.length })}
          </Status>
        </div>
        <p>
          {hours(session)} {session.place}
        </p>
        <p className="sm">
          {!beneficiary.isMe && `${t('resident.forPerson', { name: beneficiary.name })}${t('resident.dot')}`}
          {span(tickets.map((ticket) => ticket.session.day))}
        </p>
        <Link className="btn btn--ghost" to={`/bookings/run/${first.runId}`}>
          <Icon name="list-ordered" />
          {t('later.several.allDays')}
          <span className="vh"> {what(session)}</span>
        </Link>
      </div>
    </article>
  );
}
