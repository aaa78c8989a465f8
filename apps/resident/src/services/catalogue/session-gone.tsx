import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { BookableFragment } from '../../gql/graphql';
import { CallCentre, ErrorSummary } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { useWhyNot } from '../places';

/** The session wished for cannot be booked any more: why, and the others. */
export function SessionGone({
  line,
  serviceId,
}: {
  readonly line: BookableFragment | undefined;
  readonly serviceId: string;
}): ReactElement {
  const { t, format } = useWords();
  const whyNot = useWhyNot();
  const said = line ? whyNot(line) : '';
  return (
    <div className="sec">
      <ErrorSummary tone="warn" title={said !== '' ? said : t('resident.noSuchSession')}>
        {line && format.dateTime(line.session.startsAt)}
      </ErrorSummary>
      {line?.bookingId && (
        <Link className="btn" to={`/bookings/${line.bookingId}`}>
          {t('resident.showTicket')}
        </Link>
      )}
      <Link className={line?.bookingId ? 'btn btn--plain' : 'btn'} to={`/services/${serviceId}`}>
        {t('resident.otherTimes')}
      </Link>
      <CallCentre />
    </div>
  );
}
