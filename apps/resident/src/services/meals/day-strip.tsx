import type { ReactElement } from 'react';
import { useNow } from '@linli/client';
import type { LunchOfferFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';
import { dayState, type DayState } from './lunch-rules';

interface Props {
  readonly days: readonly string[];
  readonly offerOf: (day: string) => LunchOfferFragment | undefined;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

/** A week of days as radio buttons, each with how it stands. A shut day can be looked at, a closed one cannot. */
export function DayStrip({ days, offerOf, chosen, onChoose }: Props): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const said = useStateWords();
  return (
    <fieldset className="q">
      <legend>{t('resident.whichDay')}</legend>
      <div className="days">
        {days.map((day) => {
          const offer = offerOf(day);
          const state = dayState(offer);
          const near = format.relativeDay(day, now);
          return (
            <label key={day} className={state.kind === 'open' ? 'dchip' : 'dchip dchip--shut'}>
              <input
                type="radio"
                name="day"
                checked={day === chosen}
                disabled={!offer}
                onChange={() => onChoose(day)}
                aria-label={`${format.day(day)}, ${said(state)}`}
              />
              <span className="dchip__f">
                {near === format.day(day) || near.length > 2 ? format.weekday(day) : near}
                <b>{Number(day.slice(8))}</b>
                <span>{said(state)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function useStateWords(): (state: DayState) => string {
  const { t } = useWords();
  return (state) => {
    if (state.kind === 'open') return t('resident.day.open', { count: state.left });
    if (state.kind === 'allergy') return t('resident.contains', { what: t(`Allergen.${state.allergen}`) });
    return t(`resident.day.${state.kind}`);
  };
}
