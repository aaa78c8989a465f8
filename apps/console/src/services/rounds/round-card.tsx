import { Chip, type Tone } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import {
  type ArrangeRoundsInput,
  type CarriersQuery,
  EndRoundDocument,
  type PlanFragment,
  type RoundFragment,
  type RoundState,
  StartRoundDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { join, put, ride, shift, split } from './arrangement';
import { StopRow } from './stop-row';

const TONES: Record<RoundState, Tone> = { PLANNED: 'mute', OUT: 'info', BACK: 'ok' };

interface RoundCardProps {
  readonly centreId: string;
  readonly plan: PlanFragment;
  readonly round: RoundFragment;
  readonly carriers: CarriersQuery['carriers'];
  readonly mayPlan: boolean;
  readonly busy: boolean;
  readonly onArrange: (input: ArrangeRoundsInput) => Promise<void>;
  readonly again: () => void;
}

export function RoundCard(props: RoundCardProps): ReactElement {
  const { plan, round, carriers, mayPlan, busy, onArrange } = props;
  const { t, format } = useWords();
  const isOpen = mayPlan && round.state === 'PLANNED';
  const others = plan.rounds.filter(({ id, state }) => id !== round.id && state === 'PLANNED');
  const minutes = round.stops.flatMap(({ expectedAt }) => (expectedAt ? [expectedAt] : [])).at(-1);
  return (
    <Panel
      className="round"
      title={t('console.rounds.round', { number: round.number })}
      note={t('console.rounds.about', {
        stops: round.stops.length,
        kilometres: Math.round(round.metres / 100) / 10,
        last: minutes ? format.time(minutes) : '—',
      })}
      side={<Chip tone={TONES[round.state]}>{t(`RoundState.${round.state}`)}</Chip>}
    >
      <div className="row round__h">
        {isOpen ? (
          <label className="row">
            <span className="m">{t('console.rounds.carrier')}</span>
            <select
              className="in in--s"
              value={round.carrier?.id ?? ''}
              disabled={busy}
              onChange={({ target }) => void onArrange(ride(plan, round.id, target.value || null))}
            >
              <option value="">{t('console.rounds.noCarrier')}</option>
              {carriers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span>
            <span className="m">{t('console.rounds.carrier')}</span> {round.carrier?.name ?? '—'}
          </span>
        )}
        {isOpen && round.stops.length > 1 && (
          <Button
            small
            icon="git-branch"
            disabled={busy}
            onClick={() => void onArrange(split(plan, round.id))}
          >
            {t('console.rounds.split')}
          </Button>
        )}
        {isOpen && others.length > 0 && (
          <select
            className="in in--s"
            aria-label={t('console.rounds.join')}
            value=""
            disabled={busy}
            onChange={({ target }) => void onArrange(join(plan, round.id, target.value))}
          >
            <option value="">{t('console.rounds.join')}</option>
            {others.map(({ id, number }) => (
              <option key={id} value={id}>
                {t('console.rounds.round', { number })}
              </option>
            ))}
          </select>
        )}
        <RoundActs {...props} />
      </div>
      <ol className="stops">
        {round.stops.map((stop, i) => (
          <StopRow
            key={stop.bookingId}
            stop={stop}
            position={i + 1}
            rounds={others}
            busy={busy}
            {...(isOpen && {
              onPut: (where) => void onArrange(put(plan, stop.bookingId, where)),
              onShift: (by) => void onArrange(shift(plan, stop.bookingId, by)),
              isFirst: i === 0,
              isLast: i === round.stops.length - 1,
            })}
          />
        ))}
      </ol>
    </Panel>
  );
}

/** Leaving, riding, coming back. */
function RoundActs({ centreId, plan, round, again }: RoundCardProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const starting = useAct(StartRoundDocument);
  const ending = useAct(EndRoundDocument);
  const [asking, setAsking] = useState(false);
  const start = async () => {
    const { message } = await starting.act({ id: round.id });
    if (message) toast('bad', message);
    setAsking(false);
    again();
  };
  const end = async () => {
    const { message } = await ending.act({ id: round.id });
    if (message) toast('bad', message);
    again();
  };
  return (
    <span className="row round__acts">
      <Link className="b1 b1--s" to={`/rounds/${round.id}?centre=${centreId}&day=${plan.day}`}>
        {t('console.rounds.ride')}
      </Link>
      {round.state === 'PLANNED' && (
        <Button
          small
          kind={round.carrier ? 'primary' : 'plain'}
          icon="bike"
          busy={starting.busy}
          onClick={() => setAsking(true)}
        >
          {t('console.rounds.start')}
        </Button>
      )}
      {round.state === 'OUT' && (
        <Button small kind="primary" icon="check-check" busy={ending.busy} onClick={() => void end()}>
          {t('console.rounds.end')}
        </Button>
      )}
      {asking && (
        <Ask
          title={t('console.rounds.startTitle', { number: round.number })}
          word={t('console.rounds.start')}
          keep={t('console.rounds.notYet')}
          busy={starting.busy}
          onGo={() => void start()}
          onClose={() => setAsking(false)}
        >
          <p>{t('console.rounds.startText', { stops: round.stops.length })}</p>
        </Ask>
      )}
    </span>
  );
}
