import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { ClosedDayBookingsDocument } from '../../gql/graphql';
import { useMay } from '../../access/viewer';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';

export interface DayClosed {
  readonly day: string;
  readonly cancelledSessions: number;
  readonly cancelledBookings: number;
}

interface DayClosedDialogProps {
  readonly centreId: string;
  readonly closed: DayClosed;
  readonly onClose: () => void;
}

/** What was done, and whom somebody has to call now. */
export function DayClosedDialog({ centreId, closed, onClose }: DayClosedDialogProps): ReactElement {
  const { t, format } = useWords();
  const calls = useMay('CHECK_IN');
  const goTo = useNavigate();
  const { day } = closed;
  const read = useRead(ClosedDayBookingsDocument, { centreId, day }, { skip: !calls });
  const count = read.data?.closedDayBookings.filter(({ mustCall }) => mustCall).length ?? 0;
  return (
    <Dialog
      open
      title={t('console.closed.doneTitle', { day: format.day(day) })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {count > 0 && (
            <Button kind="primary" icon="phone" onClick={() => void goTo(`/desk/closed?day=${day}`)}>
              {t('console.closed.toList')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <p>
          {t('console.closed.done', {
            ...{ day: format.day(day), sessions: closed.cancelledSessions },
            bookings: closed.cancelledBookings,
          })}
        </p>
        {calls && closed.cancelledBookings > 0 && (
          <Loaded read={read} rows={1}>
            {() => <p>{count > 0 ? t('console.closed.doneNext', { count }) : t('console.closed.doneAll')}</p>}
          </Loaded>
        )}
      </div>
    </Dialog>
  );
}
