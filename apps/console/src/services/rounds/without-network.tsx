import { Seal, Status } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Rider } from './rider';
import { Riding } from './riding';
import { useRide } from './use-ride';

const ASK_EVERY_MS = 5_000;

/**
 * The console without the house: the round that was opened here before, and nothing else. Wherever one came in, the address
 * becomes the round's, so that one goes on there once the house answers.
 */
export default function WithoutNetwork({
  rider: { accountId, roundId, centreId, day },
  again,
}: {
  readonly rider: Rider;
  readonly again: () => void;
}): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const place = `/rounds/${roundId}`;
  useEffect(() => {
    if (pathname !== place) void navigate(`${place}?centre=${centreId}&day=${day}`, { replace: true });
  }, [pathname, place, centreId, day, navigate]);
  useEffect(() => {
    const timer = setInterval(again, ASK_EVERY_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [again]);
  const ride = useRide(accountId, roundId);
  const { round, ready } = ride;
  return (
    <main className="alone">
      <p className="alone__h" role="status">
        <Seal />
        <Status tone="warn" icon="wifi-off">
          {t('console.rounds.alone')}
        </Status>
      </p>
      <Page title={round ? t('console.rounds.round', { number: round.number }) : t('console.menu.rounds')}>
        {round ? (
          <Riding ride={ride} round={round} />
        ) : ready ? (
          <Panel>
            <Nothing icon="wifi-off" title={t('console.rounds.nothingKept')}>
              {t('console.rounds.nothingKeptWhy')}
            </Nothing>
          </Panel>
        ) : (
          <Loading />
        )}
      </Page>
    </main>
  );
}
