import '../../styles/rounds.css';
import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../access/viewer';
import { HomeVisitsDocument, type HomeVisitsQuery, type VisitFragment } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { type Read, useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { DaySwitcher } from '../desk/day-switcher';
import { OfCentre } from '../of-centre';
import { useWindow, VisitState } from './visit-state';

/** 上門服務 Whose door is visited on a day: for who goes there their own, for the desk all. */
export default function VisitsPage(): ReactElement {
  return <OfCentre>{({ id }) => <VisitsOf key={id} centreId={id} />}</OfCentre>;
}

const LOOK_AGAIN_MS = 60_000;

function VisitsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const { me } = useViewer();
  const today = dayOf(useNow(LOOK_AGAIN_MS));
  const [day, setDay] = useFilter('day', today);
  const read = useRead(HomeVisitsDocument, { centreId, day });
  const seesAll = me.actions.includes('SEE_BOOKINGS');
  const search = `?centre=${centreId}&day=${day}`;
  return (
    <Page
      title={t('console.menu.visits')}
      actions={<DaySwitcher day={day} today={today} onChange={setDay} />}
    >
      <p className="m">{t('console.visits.about')}</p>
      {seesAll ? (
        <Panel>
          <AllVisits read={read} search={search} />
        </Panel>
      ) : (
        <Loaded read={read}>{({ homeVisits }) => <OwnVisits visits={homeVisits} search={search} />}</Loaded>
      )}
    </Page>
  );
}

interface AllVisitsProps {
  readonly read: Read<HomeVisitsQuery>;
  readonly search: string;
}

function AllVisits({ read, search }: AllVisitsProps): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      wrap
      label={t('console.menu.visits')}
      rows={read.data?.homeVisits}
      read={read}
      rowKey={({ bookingId }) => bookingId}
      rowClass={({ outcome }) => (outcome ? 'done' : '')}
      columns={useColumns(search)}
      empty={
        <Nothing icon="map-pin" title={t('console.visits.none')}>
          {t('console.visits.noneWhy')}
        </Nothing>
      }
    />
  );
}

interface OwnVisitsProps {
  readonly visits: readonly VisitFragment[];
  readonly search: string;
}

/** On a phone: one door under the other, in the order of their windows. */
function OwnVisits({ visits, search }: OwnVisitsProps): ReactElement {
  const { t } = useWords();
  const windowOf = useWindow();
  if (visits.length === 0) {
    return (
      <Panel>
        <Nothing icon="map-pin" title={t('console.visits.noneMine')}>
          {t('console.visits.noneMineWhy')}
        </Nothing>
      </Panel>
    );
  }
  return (
    <div className="riding">
      <Panel>
        <ol className="ridden">
          {visits.map((visit) => (
            <li key={visit.bookingId}>
              <span>
                <b>{windowOf(visit)}</b> <span className="m">{visit.service}</span>
                <br />
                <Link
                  to={`/visits/${visit.bookingId}${search}`}
                  aria-label={t('console.visits.openOf', { name: visit.name })}
                >
                  {visit.building} {visit.door}
                </Link>{' '}
                <span className="m nw">{visit.name}</span>
              </span>
              <span>
                <VisitState visit={visit} />
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function useColumns(search: string): Column<VisitFragment>[] {
  const { t, format } = useWords();
  const windowOf = useWindow();
  return [
    column('window', t('console.visits.window'), (visit) => <b className="nw">{windowOf(visit)}</b>),
    column('who', t('console.visits.who'), ({ bookingId, name, building, door, hint }) => (
      <>
        <Link to={`/visits/${bookingId}${search}`}>
          <b>{name}</b>
        </Link>{' '}
        <span>
          {building} {door}
        </span>
        {hint && (
          <>
            <br />
            <small className="m">{hint}</small>
          </>
        )}
      </>
    )),
    column('what', t('console.visits.what'), ({ service }) => <span className="nw">{service}</span>),
    column('worker', t('console.visits.worker'), ({ workers }) => workers.join(t('console.listed'))),
    column('state', t('console.visits.state'), (visit) => (
      <>
        <VisitState visit={visit} />
        {visit.endedAt && (
          <>
            {' '}
            <small className="m nw">
              {t('console.visits.ended', { time: format.time(visit.endedAt), by: visit.enderName ?? '' })}
            </small>
          </>
        )}
        {visit.note && (
          <>
            <br />
            <small className="m">{visit.note}</small>
          </>
        )}
      </>
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, ({ bookingId, name }) => (
      <Link
        className="b1 b1--s"
        to={`/visits/${bookingId}${search}`}
        aria-label={t('console.visits.openOf', { name })}
      >
        {t('console.visits.open')}
      </Link>
    )),
  ];
}
