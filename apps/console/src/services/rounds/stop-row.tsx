import { Chip, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import type { DeliveryOutcome, RoundFragment, StopFragment } from '../../gql/graphql';
import { IconButton } from '../../kit/button';
import { useWords } from '../../kit/words';
import type { Where } from './arrangement';

export const OUTCOME_TONES: Record<DeliveryOutcome, Tone> = {
  DELIVERED: 'ok',
  NOBODY_OPENED: 'bad',
  REFUSED: 'warn',
};

interface StopRowProps {
  readonly stop: StopFragment;
  readonly position?: number;
  readonly rounds: readonly RoundFragment[];
  readonly busy: boolean;
  readonly isFirst?: boolean;
  readonly isLast?: boolean;
  readonly onPut?: (where: Where) => void;
  readonly onShift?: (by: -1 | 1) => void;
}

/** One door of a round. */
export function StopRow(props: StopRowProps): ReactElement {
  const { stop, position, busy, isFirst = false, isLast = false, onShift } = props;
  const { t } = useWords();
  const of = { name: stop.name };
  return (
    <li className={`stop${stop.cancelled ? ' stop--gone' : ''}`}>
      <span className="stop__n">{position}</span>
      <div className="stop__w">
        <b>
          {stop.building ?? t('console.rounds.noHome')}
          {stop.door && ` ${stop.door}`}
        </b>
        <span>
          {stop.name} <span className="m">{stop.ticketNumber}</span>
        </span>
        <Needs stop={stop} />
        {stop.hint && <small className="m">{stop.hint}</small>}
      </div>
      <When stop={stop} />
      {onShift && (
        <span className="row stop__m">
          <IconButton
            small
            icon="arrow-up"
            label={t('console.rounds.earlier', of)}
            disabled={busy || isFirst}
            onClick={() => onShift(-1)}
          />
          <IconButton
            small
            icon="arrow-down"
            label={t('console.rounds.later', of)}
            disabled={busy || isLast}
            onClick={() => onShift(1)}
          />
        </span>
      )}
      {props.onPut && <Putting {...props} onPut={props.onPut} />}
    </li>
  );
}

function Needs({ stop }: { readonly stop: StopFragment }): ReactElement | null {
  const { t } = useWords();
  if (stop.texture === 'REGULAR' && stop.allergies.length === 0 && !stop.cancelled && stop.located)
    return null;
  return (
    <span className="row">
      {stop.texture !== 'REGULAR' && <Chip tone="info">{t(`Texture.${stop.texture}`)}</Chip>}
      {stop.allergies.length > 0 && (
        <Chip tone="warn" icon="triangle-alert">
          {stop.allergies.map((allergen) => t(`Allergen.${allergen}`)).join(t('console.rounds.and'))}
        </Chip>
      )}
      {stop.cancelled && <Chip tone="bad">{t('BookingState.CANCELLED')}</Chip>}
      {!stop.located && <small className="m">{t('console.rounds.notLocated')}</small>}
    </span>
  );
}

/** When it is expected; or what happened there, and when. */
function When({ stop: { mark, expectedAt, late } }: { readonly stop: StopFragment }): ReactElement {
  const { t, format } = useWords();
  if (mark)
    return (
      <span className="stop__t">
        <Chip tone={OUTCOME_TONES[mark.outcome]}>{t(`DeliveryOutcome.${mark.outcome}`)}</Chip>
        <small className="m">
          {format.time(mark.at)} {mark.byName}
          {mark.corrected && ` · ${t('console.rounds.corrected')}`}
        </small>
      </span>
    );
  return (
    <span className="stop__t">
      {expectedAt && t('console.rounds.expected', { time: format.time(expectedAt) })}
      {late && <Chip tone="warn">{t('console.rounds.late')}</Chip>}
    </span>
  );
}

function Putting({
  stop,
  rounds,
  busy,
  position,
  onPut,
}: StopRowProps & { onPut: (where: Where) => void }): ReactElement {
  const { t } = useWords();
  return (
    <select
      className="in in--s"
      aria-label={t('console.rounds.move', { name: stop.name })}
      value=""
      disabled={busy}
      onChange={({ target: { value } }) => {
        onPut(value === 'NEW' || value === 'NONE' ? value : { round: value });
      }}
    >
      <option value="">{t('console.rounds.moveTo')}</option>
      {rounds
        .filter(({ state }) => state === 'PLANNED')
        .map(({ id, number }) => (
          <option key={id} value={id}>
            {t('console.rounds.round', { number })}
          </option>
        ))}
      <option value="NEW">{t('console.rounds.newRound')}</option>
      {position !== undefined && <option value="NONE">{t('console.rounds.noRound')}</option>}
    </select>
  );
}
