import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { type ReactElement, useRef, useState } from 'react';
import { useMay } from '../../access/viewer';
import { CentreNewsDocument, DeskDocument, type DeskQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { addDays, dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { type Read, useRead } from '../../kit/fresh';
import { useHotkeys } from '../../kit/keys';
import { Page } from '../../kit/page';
import { Loaded, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { usePageSearch } from '../../layout/page-search';
import { type Arrival, onTicket, withoutVisits } from './arrivals';
import { ArrivalsPanel } from './arrivals-panel';
import { BookingDrawer } from './booking-drawer';
import { DaySwitcher } from './day-switcher';
import { KeysButton } from './keys-dialog';
import { PrintList } from './print-list';
import { QuickPanel } from './quick-panel';
import { ScanDialog } from './scan-dialog';
import { SessionBand } from './session-band';
import { useCheckIn } from './use-check-in';
import { sessionName } from './words-of';

export default function DeskPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <DeskOf key={current.id} centreId={current.id} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

/** Reads again what the centre says has changed, from the cursor of the first reading on. */
function useDesk(centreId: string, day: string): Read<DeskQuery> {
  const read = useRead(DeskDocument, { centreId, day }, { keep: false });
  const first = useRef<string>(undefined);
  first.current ??= read.data?.desk.cursor;
  useLive(CentreNewsDocument, { centreId, after: first.current ?? null }, read.again, {
    skip: first.current === undefined,
  });
  return { ...read, data: read.data && { ...read.data, desk: withoutVisits(read.data.desk) } };
}

function DeskOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const now = useNow(15_000);
  const today = dayOf(now);
  const [day, setDay] = useFilter('day', today);
  const read = useDesk(centreId, day);
  const [find, setFind] = usePageSearch(t('console.desk.find'));
  const [scanning, setScanning] = useState(false);
  const [shown, setShown] = useState<Arrival>();
  const checkIn = useCheckIn(read.again);
  const books = useMay('BOOK_AT_COUNTER');
  const isToday = day === today;
  useHotkeys({
    F2: () => isToday && setScanning(true),
    p: () => window.print(),
    '[': () => setDay(addDays(day, -1)),
    ']': () => setDay(addDays(day, 1)),
  });
  return (
    <Page
      title={t(isToday ? 'console.menu.desk' : 'console.desk.title')}
      fill
      className="page--desk"
      about={
        <>
          <DaySwitcher day={day} today={today} onChange={setDay} />
          {isToday && <Running sessions={read.data?.desk.sessions ?? []} now={now} />}
        </>
      }
      actions={
        <>
          <KeysButton />
          <Button icon="printer" keys="P" onClick={() => window.print()}>
            {t('console.desk.print')}
          </Button>
          {isToday && (
            <Button icon="scan-qr-code" keys="F2" onClick={() => setScanning(true)}>
              {t('console.desk.scan')}
            </Button>
          )}
        </>
      }
    >
      <Loaded read={read} rows={8}>
        {({ desk }) => (
          <div className="stack" style={{ gridTemplateRows: 'auto minmax(0, 1fr)', alignContent: 'stretch' }}>
            <SessionBand sessions={desk.sessions} />
            <div className={books ? 'g-desk' : 'stack'}>
              <ArrivalsPanel
                desk={desk}
                now={now}
                find={find}
                onFind={setFind}
                checkIn={checkIn}
                onShow={setShown}
              />
              {books && (
                <QuickPanel
                  centreId={centreId}
                  day={isToday || day < today ? today : day}
                  onBooked={read.again}
                  onTicket={(text) => onTicket(desk.arrivals, text)}
                />
              )}
            </div>
          </div>
        )}
      </Loaded>
      {read.data && <PrintList desk={read.data.desk} />}
      {scanning && (
        <ScanDialog
          centreId={centreId}
          arrivals={read.data?.desk.arrivals ?? []}
          checkIn={checkIn}
          onClose={() => setScanning(false)}
        />
      )}
      <BookingDrawer
        booking={read.data?.desk.arrivals.find(({ id }) => id === shown?.id) ?? shown}
        checkIn={checkIn}
        onClose={() => setShown(undefined)}
        onChanged={read.again}
      />
    </Page>
  );
}

/** What is on now: 午餐，堂食 11:15–12:30 進行中. */
function Running({
  sessions,
  now,
}: {
  readonly sessions: DeskQuery['desk']['sessions'];
  readonly now: Date;
}): ReactElement | null {
  const words = useWords();
  const { t, format } = words;
  const on = sessions.filter(
    ({ state, startsAt, endsAt, service }) =>
      state === 'SCHEDULED' &&
      service.way !== 'DELIVERY' &&
      Date.parse(startsAt) <= now.getTime() &&
      now.getTime() < Date.parse(endsAt),
  );
  const last = on.at(-1);
  if (!last) return null;
  return (
    <p>
      {t('console.desk.running', {
        what: sessionName(words, last),
        time: format.timeRange(last.startsAt, last.endsAt),
      })}
    </p>
  );
}
