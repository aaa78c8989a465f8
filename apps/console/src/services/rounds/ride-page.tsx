import { serverNow } from '@linli/client';
import { type ReactElement, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../../access/viewer';
import { DeliveryPlansDocument } from '../../gql/graphql';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Failed, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { riderOfToday } from './rider';
import { Riding } from './riding';
import { type Told, useRide } from './use-ride';

/** An address without its centre and its day says nothing of a round that is kept for another. */
function mayTell(roundId: string, centreId: string, day: string): boolean {
  const rider = riderOfToday();
  return rider?.roundId !== roundId || (rider.centreId === centreId && rider.day === day);
}

/** The rider's phone: one door after the other, also without network. */
export default function RidePage(): ReactElement {
  const { t } = useWords();
  const { roundId = '' } = useParams();
  const { me } = useViewer();
  const { current } = useCentres();
  const [day] = useFilter('day', dayOf(serverNow()));
  const centreId = current?.id ?? '';
  const read = useRead(DeliveryPlansDocument, { centreId, day }, { skip: !current });
  const told = useMemo((): Told | undefined => {
    const rounds = read.data?.deliveryPlans.flatMap((plan) => plan.rounds);
    const round = rounds?.find(({ id }) => id === roundId);
    return round || (rounds && mayTell(roundId, centreId, day)) ? { centreId, day, round } : undefined;
  }, [read.data, roundId, centreId, day]);
  const ride = useRide(me.id, roundId, told);
  const { round, ready } = ride;
  const title = round ? t('console.rounds.round', { number: round.number }) : t('console.menu.rounds');
  return (
    <Page
      title={title}
      back={
        <Link className="b1" to={`/rounds?${current ? `centre=${current.id}&` : ''}day=${day}`}>
          {t('console.menu.rounds')}
        </Link>
      }
    >
      {round ? (
        <Riding ride={ride} round={round} />
      ) : read.error ? (
        <Failed error={read.error} again={read.again} />
      ) : !ready || read.loading || !read.data ? (
        <Loading />
      ) : (
        <Panel>
          <Nothing icon="bike" title={t('console.rounds.gone')}>
            {t('console.rounds.goneWhy')}
          </Nothing>
        </Panel>
      )}
    </Page>
  );
}
