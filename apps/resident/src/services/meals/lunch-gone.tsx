import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { BookableFragment } from '../../gql/graphql';
import { CallCentre, ErrorSummary } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { useWhyNot } from '../places';

interface Props {
  readonly line: BookableFragment | undefined;
  readonly booked: string | undefined;
  readonly day: string;
}

/** The lunch wished for cannot be booked any more: why, and the other days. */
export function LunchGone({ line, booked, day }: Props): ReactElement {
  const { t, format } = useWords();
  const whyNot = useWhyNot();
  const said = line ? whyNot(line) : '';
  return (
    <div className="sec">
      <ErrorSummary tone="warn" title={said !== '' ? said : t('resident.noLunchThatDay')}>
        {format.day(day)}
      </ErrorSummary>
      {booked && (
        <Link className="btn" to={`/bookings/${booked}`}>
          {t('resident.showTicket')}
        </Link>
      )}
      <Link className={booked ? 'btn btn--plain' : 'btn'} to={`/lunch?day=${day}`}>
        {t('resident.otherTimes')}
      </Link>
      <CallCentre />
    </div>
  );
}
