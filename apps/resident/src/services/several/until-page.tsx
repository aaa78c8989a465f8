import { type ReactElement, useState } from 'react';
import { daysFrom } from '../../data/use-day';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallCentre, ErrorSummary } from '../../shell/pieces';
import { Redirect, useGo, useParams, useSearch } from '../../shell/router';
import { Steps } from '../bookings/check-answers';
import { DayField, DayOptions } from '../standing/choose-day';
import { daysLater, isDay, lastOfMonth, sundayOf } from '../standing/standing-rules';
import { useClassWords } from './class-words';

const OTHER = 'other';
const FRIDAY_BEFORE_SUNDAY = -2;
/** The server takes no more in one act. */
const LONGEST = 62;

/** 「到哪一天？」 */
export function UntilPage(): ReactElement {
  const { t } = useLaterWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const from = search.get('from') ?? '';
  const first = `/services/${serviceId}`;
  if (!isDay(from)) return <Redirect to={first} replace />;
  return (
    <Page title={t('later.several.untilWhen')} back={{ to: first, label: t('resident.previousStep') }}>
      <div className="sec">
        <Steps step={2} of={3} />
        <Heading>{t('later.several.untilWhen')}</Heading>
      </div>
      <Until serviceId={serviceId} from={from} />
      <CallCentre lead={t('resident.bookByPhone')} />
    </Page>
  );
}

function Until({ serviceId, from }: { readonly serviceId: string; readonly from: string }): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const { near } = useClassWords();
  const [chosen, choose] = useState('');
  const [typed, type] = useState('');
  const [tried, setTried] = useState(0);
  const friday = daysLater(sundayOf(from), FRIDAY_BEFORE_SUNDAY);
  const named = [
    { key: from, label: t('later.several.onlyThisDay'), more: near(from) },
    { key: friday, label: t('later.several.thisWeek'), more: near(friday) },
    { key: daysLater(friday, 7), label: t('later.several.nextWeek'), more: near(daysLater(friday, 7)) },
    { key: lastOfMonth(from), label: t('later.several.endOfMonth'), more: near(lastOfMonth(from)) },
  ];
  const options = named.filter(
    ({ key }, index) => key >= from && named.findIndex((one) => one.key === key) === index,
  );
  const to = chosen === OTHER ? typed : chosen;
  const isFine = isDay(to) && to >= from && daysFrom(from, LONGEST).includes(to);
  return (
    <>
      {tried > 0 && !isFine && <ErrorSummary key={tried} title={t('later.several.chooseLast')} />}
      <DayOptions
        legend={t('later.several.untilWhen')}
        options={[...options, { key: OTHER, label: t('later.standing.otherDay') }]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === OTHER && (
        <DayField label={t('later.standing.whichDay')} value={typed} min={from} onChange={type} />
      )}
      <button
        className="btn"
        type="button"
        onClick={() =>
          isFine ? go(`/services/${serviceId}/days?from=${from}&to=${to}`) : setTried(tried + 1)
        }
      >
        {t('later.standing.next')}
      </button>
    </>
  );
}
