import { serverNow } from '@linli/client';
import '../../styles/rounds.css';
import { type ReactElement, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  HomeVisitsDocument,
  SignInVisitDocument,
  type VisitFragment,
  type VisitOutcome,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Facts, Page, Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Loaded, Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { EndAsk } from './end-ask';
import { NextAsk } from './next-ask';
import { useWindow, VisitState } from './visit-state';

/** The worker's phone: one door, signed in and out, and when to come again. */
export default function VisitPage(): ReactElement {
  return <OfCentre>{({ id }) => <VisitOf key={id} centreId={id} />}</OfCentre>;
}

function VisitOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const { bookingId = '' } = useParams();
  const [day] = useFilter('day', dayOf(serverNow()));
  const read = useRead(HomeVisitsDocument, { centreId, day });
  return (
    <Page
      title={t('console.menu.visits')}
      back={
        <Link className="b1" to={`/visits?centre=${centreId}&day=${day}`}>
          {t('common.back')}
        </Link>
      }
    >
      <Loaded read={read}>
        {({ homeVisits }) => {
          const visit = homeVisits.find((each) => each.bookingId === bookingId);
          return visit ? (
            <OneVisit visit={visit} again={read.again} />
          ) : (
            <Panel>
              <Nothing icon="map-pin" title={t('console.visits.gone')}>
                {t('console.visits.goneWhy')}
              </Nothing>
            </Panel>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface OneVisitProps {
  readonly visit: VisitFragment;
  readonly again: () => void;
}

function OneVisit({ visit, again }: OneVisitProps): ReactElement {
  const { t, format } = useWords();
  const windowOf = useWindow();
  const { signedInAt, endedAt, note } = visit;
  return (
    <div className="riding">
      <Panel className="next">
        <p className="m">
          {format.day(visit.day)} {windowOf(visit)} {visit.service}
        </p>
        <h2>
          {visit.building ?? t('console.rounds.noHome')} {visit.door}
        </h2>
        {!visit.door && <p className="m">{t('console.visits.noDoor')}</p>}
        <p className="next__n">{visit.name}</p>
        {visit.hint && <p className="note">{visit.hint}</p>}
        <p>
          <VisitState visit={visit} />
        </p>
        <Acts visit={visit} again={again} />
      </Panel>
      {(signedInAt ?? endedAt) && (
        <Panel>
          <div className="pb">
            <Facts
              facts={[
                ...(signedInAt ? [[t('console.visits.signedIn'), format.time(signedInAt)] as const] : []),
                ...(endedAt
                  ? [
                      [
                        t('console.visits.signedOut'),
                        `${format.time(endedAt)} ${visit.enderName ?? ''}`,
                      ] as const,
                    ]
                  : []),
                ...(note ? [[t('console.visits.note'), note] as const] : []),
              ]}
            />
          </div>
        </Panel>
      )}
    </div>
  );
}

function Acts({ visit, again }: OneVisitProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [ending, setEnding] = useState<VisitOutcome>();
  const [asksNext, setAsksNext] = useState(false);
  const { act, busy, message } = useAct(SignInVisitDocument);
  const { bookingId, viewerCan, signedInAt } = visit;
  const can = (one: VisitFragment['viewerCan'][number]) => viewerCan.includes(one);
  const signIn = async () => {
    const { done } = await act({ bookingId });
    if (done) toast('ok', t('console.visits.signedInToast'));
    again();
  };
  const ended = (outcome: VisitOutcome) => {
    setEnding(undefined);
    setAsksNext(outcome === 'DONE');
    again();
  };
  return (
    <div className="next__acts">
      {can('SIGN_IN') && (
        <Button kind="primary" icon="log-in" busy={busy} onClick={() => void signIn()}>
          {t('console.visits.signIn')}
        </Button>
      )}
      {can('DONE') && (
        <Button kind="primary" icon="check-check" onClick={() => setEnding('DONE')}>
          {t('console.visits.signOut')}
        </Button>
      )}
      {(can('NOBODY_OPENED') || can('REFUSED')) && (
        <div className={can('NOBODY_OPENED') ? 'next__acts next__acts--two' : 'next__acts'}>
          {can('NOBODY_OPENED') && (
            <Button kind="danger" icon="door-closed" onClick={() => setEnding('NOBODY_OPENED')}>
              {t('VisitOutcome.NOBODY_OPENED')}
            </Button>
          )}
          <Button onClick={() => setEnding('REFUSED')}>{t('VisitOutcome.REFUSED')}</Button>
        </div>
      )}
      {signedInAt && (visit.mine || viewerCan.length > 0) && (
        <Button icon="calendar-days" onClick={() => setAsksNext(true)}>
          {t('console.visits.next')}
        </Button>
      )}
      <Problem message={message} />
      {ending && (
        <EndAsk
          visit={visit}
          outcome={ending}
          onClose={() => setEnding(undefined)}
          onDone={() => ended(ending)}
        />
      )}
      {asksNext && <NextAsk visit={visit} onClose={() => setAsksNext(false)} />}
    </div>
  );
}
