import '../../styles/rounds.css';
import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import type { ReactElement } from 'react';
import type { RoundFragment, StopFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { useWords } from '../../kit/words';
import type { KeptMark } from './marks-store';
import { TAKE_BACK_MS } from './send-marks';
import { OUTCOME_TONES } from './stop-row';
import type { Ride } from './use-ride';

const keptOf = ({ marks }: Ride, { bookingId }: StopFragment): KeptMark | undefined =>
  marks.findLast((mark) => mark.bookingId === bookingId);

/** One door after the other; the same with network and without. */
export function Riding({
  ride,
  round,
}: {
  readonly ride: Ride;
  readonly round: RoundFragment;
}): ReactElement {
  const { t } = useWords();
  const now = useNow(1_000);
  const stops = round.stops.filter(({ cancelled }) => !cancelled);
  const next = stops.find((stop) => !stop.mark && !keptOf(ride, stop));
  const unsent = ride.marks.length;
  const last = ride.marks.at(-1);
  const mayTakeBack = last && now.getTime() - Date.parse(last.at) < TAKE_BACK_MS;
  return (
    <div className="riding">
      <p className="row" role="status">
        {(unsent > 0 || stops.some(({ mark }) => mark)) && (
          <Chip tone={unsent > 0 ? 'warn' : 'ok'} icon={unsent > 0 ? 'clock' : 'check'}>
            {unsent > 0 ? t('console.rounds.unsent', { count: unsent }) : t('console.rounds.allSent')}
          </Chip>
        )}
        {mayTakeBack && (
          <Button small icon="rotate-ccw" onClick={() => void ride.takeBack(last.id)}>
            {t('console.rounds.takeBack')}
          </Button>
        )}
      </p>
      {round.state === 'PLANNED' && <p className="note note--warn">{t('refusal.ROUND_NOT_OUT')}</p>}
      {round.state === 'OUT' && next && (
        <NextDoor
          key={next.bookingId}
          stop={next}
          place={`${String(stops.indexOf(next) + 1)} / ${String(stops.length)}`}
          ride={ride}
        />
      )}
      {round.state !== 'PLANNED' && !next && (
        <Panel className="next">
          <h2>{t('console.rounds.allDone')}</h2>
          <p>{t('console.rounds.allDoneText')}</p>
        </Panel>
      )}
      <Panel title={t('console.rounds.doors')}>
        <ol className="ridden">
          {stops.map((stop, i) => (
            <li key={stop.bookingId}>
              <b className="stop__n">{i + 1}</b>
              <span>
                {stop.building} {stop.door} <span className="m">{stop.name}</span>
              </span>
              <Outcome stop={stop} mark={keptOf(ride, stop)} />
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function Outcome({
  stop,
  mark,
}: {
  readonly stop: StopFragment;
  readonly mark: KeptMark | undefined;
}): ReactElement {
  const { t, format } = useWords();
  const outcome = mark?.outcome ?? stop.mark?.outcome;
  if (!outcome)
    return (
      <span className="m">{stop.expectedAt ? format.time(stop.expectedAt) : t('console.rounds.toCome')}</span>
    );
  return (
    <Chip tone={mark?.unknown ? 'bad' : OUTCOME_TONES[outcome]} {...(mark && { icon: 'phone' as const })}>
      {mark?.unknown ? t('console.rounds.unknownDoor') : t(`DeliveryOutcome.${outcome}`)}
    </Chip>
  );
}

function NextDoor({
  stop,
  place,
  ride: { mark },
}: {
  readonly stop: StopFragment;
  readonly place: string;
  readonly ride: Ride;
}): ReactElement {
  const { t } = useWords();
  const tap = (...how: Parameters<Ride['mark']> extends [string, ...infer Rest] ? Rest : never) =>
    void mark(stop.bookingId, ...how);
  return (
    <Panel className="next">
      <p className="m">{place}</p>
      <h2>
        {stop.building ?? t('console.rounds.noHome')} {stop.door}
      </h2>
      <p className="next__n">
        {stop.name} <span className="m">{stop.ticketNumber}</span>
      </p>
      {stop.hint && <p className="note">{stop.hint}</p>}
      {stop.texture !== 'REGULAR' && <Chip tone="info">{t(`Texture.${stop.texture}`)}</Chip>}
      <div className="next__acts">
        <Button kind="primary" icon="check-check" onClick={() => tap('DELIVERED', 'RESIDENT')}>
          {t('console.rounds.toResident')}
        </Button>
        <div className="next__acts next__acts--two">
          <Button onClick={() => tap('DELIVERED', 'FAMILY')}>{t('console.rounds.toFamily')}</Button>
          <Button onClick={() => tap('DELIVERED', 'NEIGHBOUR')}>{t('console.rounds.toNeighbour')}</Button>
        </div>
        <div className="next__acts next__acts--two">
          <Button kind="danger" icon="door-closed" onClick={() => tap('NOBODY_OPENED')}>
            {t('DeliveryOutcome.NOBODY_OPENED')}
          </Button>
          <Button onClick={() => tap('REFUSED')}>{t('DeliveryOutcome.REFUSED')}</Button>
        </div>
      </div>
    </Panel>
  );
}
