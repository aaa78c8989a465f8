import type { ReactElement } from 'react';
import { useLaterWords } from '../../shell/later-words';
import { useGo, useSearch } from '../../shell/router';
import { asksHow, NewPage } from './new-page';
import { useStandingWords, WEEKDAYS } from './standing-words';
import { MONDAY_TO_FRIDAY, useWish } from './wish';

/** The first question: which days of the week. */
export function WhichDaysPage(): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const { wish, to } = useWish();
  return (
    <NewPage step="days" title={t('later.standing.whichDays')} back="/bookings/standing" asksForWhom>
      {(meals) => (
        <>
          <Shortcuts />
          <Weekdays weekdays={wish.weekdays} />
          <button
            className="btn"
            type="button"
            onClick={() => go(to(asksHow(meals) ? '/how' : '/from', asksHow(meals) ? {} : only(meals)))}
          >
            {t('later.standing.next')}
          </button>
        </>
      )}
    </NewPage>
  );
}

const only = ([first]: readonly { readonly service: { readonly id: string } }[]) =>
  first ? { serviceId: first.service.id } : {};

const SHORTCUTS = [
  { days: MONDAY_TO_FRIDAY, word: 'workdays' },
  { days: WEEKDAYS, word: 'all' },
] as const;

function Shortcuts(): ReactElement {
  const { t } = useLaterWords();
  const [, choose] = useSearch();
  const { wish } = useWish();
  return (
    <fieldset className="q" aria-label={t('later.standing.shortcuts')}>
      <div className="opts">
        {SHORTCUTS.map(({ days, word }) => (
          <label key={word} className="opt">
            <input
              type="radio"
              name="days"
              checked={wish.weekdays.join() === days.join()}
              onChange={() => choose({ days: days.join('') })}
            />
            <span className="opt__f">
              <b>{t(`later.standing.shortcut.${word}`)}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Each day by itself; the last one stays, as an order without a day is none. */
function Weekdays({ weekdays }: { readonly weekdays: readonly number[] }): ReactElement {
  const { t } = useLaterWords();
  const [, choose] = useSearch();
  const { weekday } = useStandingWords();
  const toggle = (day: number) => {
    const days = WEEKDAYS.filter((each) => weekdays.includes(each) !== (each === day));
    choose({ days: (days.length > 0 ? days : [day]).join('') });
  };
  return (
    <fieldset className="q">
      <legend>{t('later.standing.eachDay')}</legend>
      <div className="week">
        {WEEKDAYS.map((day) => (
          <label key={day} className="dchip">
            <input type="checkbox" checked={weekdays.includes(day)} onChange={() => toggle(day)} />
            <span className="dchip__f">
              <b>{weekday(day)}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
