import { type ReactElement, useState } from 'react';
import { DeskOfDayDocument, PreviewCloseDayDocument, type PreviewCloseDayQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable, type Column } from '../../kit/data-table';
import { addDays } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { firstFree } from './calls';

const LOOK_DAYS = 14;
const MOST_NAMES = 24;

interface Asked {
  readonly centreId: string;
  readonly day: string;
}
type Line = PreviewCloseDayQuery['previewCloseDay']['services'][number];

/** Before it is done: what falls, whom somebody must call, and what is free instead. */
export function WhomItHits({ centreId, day }: Asked): ReactElement {
  const { t, format } = useWords();
  const range = { from: addDays(day, 1), to: addDays(day, LOOK_DAYS) };
  const read = useRead(PreviewCloseDayDocument, { centreId, day, ...range });
  const number = { number: true };
  const instead = (serviceId: string) => {
    const free = firstFree(read.data?.sessions ?? [], serviceId);
    if (!free) return <span className="m">{t('console.closed.insteadNone')}</span>;
    return t('console.closed.instead', { when: format.dateTime(free.startsAt), count: free.placesLeft });
  };
  const columns: Column<Line>[] = [
    column('service', t('console.closed.column.service'), ({ name }) => name),
    column('sessions', t('console.closed.column.sessions'), ({ sessions }) => sessions, number),
    column('bookings', t('console.closed.column.bookings'), ({ bookings }) => bookings, number),
    column('toCall', t('console.closed.column.toCall'), ({ toCall }) => toCall || '—', number),
    column('instead', t('console.closed.column.instead'), ({ serviceId }) => instead(serviceId)),
  ];
  return (
    <Loaded read={read} rows={3}>
      {({ previewCloseDay: { sessions, bookings, toCall, services } }) =>
        sessions === 0 ? (
          <p className="note note--info">{t('console.closed.hitsNobody')}</p>
        ) : (
          <section className="stack" aria-live="polite">
            <p>
              <b>{t('console.closed.hits', { sessions, bookings })}</b>
              {t('console.comma')}
              {toCall > 0 ? t('console.closed.toCall', { count: toCall }) : t('console.closed.toCallNone')}
            </p>
            <div
              className="tbx hits2"
              tabIndex={0}
              role="group"
              aria-label={t('console.closed.column.service')}
            >
              <DataTable
                label={t('console.closed.column.service')}
                columns={columns}
                rows={services}
                rowKey={({ serviceId }) => serviceId}
                empty={null}
              />
            </div>
            {bookings > 0 && <Names centreId={centreId} day={day} />}
            <p className="hint">{t('console.closed.means')}</p>
          </section>
        )
      }
    </Loaded>
  );
}

/** By name, for whoever asks. */
function Names({ centreId, day }: Asked): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const read = useRead(DeskOfDayDocument, { centreId, day }, { skip: !open });
  if (!open)
    return (
      <p>
        <Button small icon="users" onClick={() => setOpen(true)}>
          {t('console.closed.who')}
        </Button>
      </p>
    );
  return (
    <Loaded read={read} rows={2}>
      {({ desk }) => {
        const hit = desk.arrivals.filter(({ state }) =>
          ['REQUESTED', 'CONFIRMED', 'OFFERED'].includes(state),
        );
        const names = hit.slice(0, MOST_NAMES).map(({ beneficiary }) => beneficiary.name);
        return (
          <p className="m">
            {names.join('、')}
            {hit.length > names.length && t('console.closed.whoMore', { count: hit.length })}
          </p>
        );
      }}
    </Loaded>
  );
}
