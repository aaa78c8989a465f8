import { type ReactElement, useState } from 'react';
import type { OneServiceQuery } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { CallCentre, ErrorSummary, Note } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { DayField, DayOptions } from '../standing/choose-day';
import { isDay } from '../standing/standing-rules';
import { useWhyNot } from '../places';
import { useClassWords } from './class-words';

const OTHER = 'other';
/** As many near days as are read at a glance. */
const NEAR = 4;

/** 「從哪天開始？」: the next open days by name, and last of all any other. */
export function FirstDay({ data }: { readonly data: OneServiceQuery }): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const whyNot = useWhyNot();
  const { near } = useClassWords();
  const lines = [...data.bookableSessions].sort((one, other) =>
    one.session.startsAt.localeCompare(other.session.startsAt),
  );
  const open = [...new Set(lines.filter(({ refusal }) => !refusal).map(({ session }) => session.day))];
  const soon = open.slice(0, NEAR);
  const [chosen, choose] = useState('');
  const [typed, type] = useState('');
  const [tried, setTried] = useState(0);
  const from = chosen === OTHER ? typed : chosen;
  const first = soon[0] ?? '';
  const isFine = isDay(from) && from >= first;
  const barring = lines.find(({ refusal }) => refusal);
  if (open.length === 0) {
    return (
      <>
        <Note tone="info" icon="info" title={barring ? whyNot(barring) : t('resident.noSessions')} />
        <CallCentre lead={t('resident.bookByPhone')} />
      </>
    );
  }
  return (
    <>
      {tried > 0 && !isFine && <ErrorSummary key={tried} title={t('later.several.chooseDay')} />}
      <h2 className="q__h">{t('later.several.fromWhen')}</h2>
      <DayOptions
        legend={t('later.several.fromWhen')}
        options={[
          ...soon.map((day) => ({ key: day, label: near(day) })),
          { key: OTHER, label: t('later.standing.otherDay') },
        ]}
        chosen={chosen}
        onChoose={choose}
      />
      {chosen === OTHER && (
        <DayField label={t('later.standing.whichDay')} value={typed} min={first} onChange={type} />
      )}
      <button
        className="btn"
        type="button"
        onClick={() => (isFine ? go(`/services/${data.service.id}/until?from=${from}`) : setTried(tried + 1))}
      >
        {t('later.standing.next')}
      </button>
      <CallCentre lead={t('resident.bookByPhone')} />
    </>
  );
}
