import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { useToday } from '../../data/use-day';
import { useLaterWords } from '../../shell/later-words';
import { Redirect, useGo } from '../../shell/router';
import { DayField, type DayOption, DayOptions } from './choose-day';
import { asksHow, NewPage } from './new-page';
import { daysLater, firstDayOn, firstOfNextMonth, isDay, mondayAfter } from './standing-rules';
import { useWish } from './wish';

const OTHER = 'other';

/** The third question: from which day on. */
export function FromWhenPage(): ReactElement {
  const { t } = useLaterWords();
  const { wish, to } = useWish();
  if (!wish.serviceId) return <Redirect to={to('/how')} replace />;
  return (
    <NewPage step="from" title={t('later.standing.fromWhen')} back={to('/how')}>
      {(meals) => <FromWhen key={String(asksHow(meals))} />}
    </NewPage>
  );
}

/** The next days on which it can begin: soon, next week, next month; each once. */
function useBeginnings(weekdays: readonly number[]): readonly DayOption[] {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  const today = useToday();
  const near = (day: string) => {
    const name = format.relativeDay(day, now);
    return name === format.day(day) ? name : `${name} ${format.day(day)}`;
  };
  const soon = firstDayOn(daysLater(today, 1), weekdays);
  const options = [
    { key: soon, label: t('later.standing.soon'), more: near(soon) },
    ...[
      { day: firstDayOn(mondayAfter(today), weekdays), label: t('later.standing.nextWeek') },
      { day: firstDayOn(firstOfNextMonth(today), weekdays), label: t('later.standing.nextMonth') },
    ].map(({ day, label }) => ({ key: day, label, more: near(day) })),
  ];
  return options.filter(({ key }, index) => options.findIndex((one) => one.key === key) === index);
}

function FromWhen(): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const { wish, to } = useWish();
  const tomorrow = daysLater(useToday(), 1);
  const options = useBeginnings(wish.weekdays);
  const isNamed = options.some(({ key }) => key === wish.from);
  const [chosen, choose] = useState(isNamed || !wish.from ? (wish.from ?? options[0]?.key ?? '') : OTHER);
  const [typed, type] = useState(wish.from ?? '');
  const [tried, setTried] = useState(false);
  const from = chosen === OTHER ? typed : chosen;
  const isFine = isDay(from) && from >= tomorrow;
  return (
    <>
      <DayOptions
        legend={t('later.standing.fromWhen')}
        options={[...options, { key: OTHER, label: t('later.standing.otherDay') }]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === OTHER && (
        <DayField
          label={t('later.standing.whichDay')}
          value={typed}
          min={tomorrow}
          onChange={type}
          error={tried && !isFine ? t('later.standing.fromTomorrow') : undefined}
        />
      )}
      <button
        className="btn"
        type="button"
        onClick={() => (isFine ? go(to('/check', { from })) : setTried(true))}
      >
        {t('later.standing.next')}
      </button>
    </>
  );
}
