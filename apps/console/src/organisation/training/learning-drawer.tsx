import { type ReactElement, useState } from 'react';
import {
  type LearningDuty,
  LearningListDocument,
  type LearningListQuery,
  type RateSide,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Nothing } from '../../kit/states';
import { Segmented } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { hoursOf } from './training-words';

export interface OpenedDuty {
  readonly duty: LearningDuty;
  readonly organisationId: string;
  readonly year: number;
  readonly month: number;
}

type Person = LearningListQuery['learningList']['people'][number];

const PAGE = 100;
const SIDES: readonly RateSide[] = ['GAP', 'MET', 'EXEMPT'];

/** Who is short, and who is not: together they are all who owe it. */
export function LearningDrawer({
  opened,
  onClose,
}: {
  readonly opened: OpenedDuty;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useWords();
  const [side, setSide] = useState<RateSide>('GAP');
  const [offset, setOffset] = useState(0);
  const read = useRead(LearningListDocument, { ...opened, side, offset });
  const list = read.data?.learningList;
  const label = t(`LearningDuty.${opened.duty}`);
  return (
    <Drawer open wide title={t('console.training.learningOf', { who: label })} onClose={onClose}>
      <div className="stack">
        <Segmented
          name="learning-side"
          label={t('console.life.side')}
          value={side}
          options={SIDES.map((key) => ({ key, label: t(`RateSide.${key}`) }))}
          onChange={(next) => {
            setSide(next);
            setOffset(0);
          }}
        />
        {list && <p className="m">{t('console.training.people', { count: list.total })}</p>}
        <DataTable<Person>
          label={label}
          rows={list?.people}
          read={read}
          rowKey={({ residentId }) => residentId}
          columns={[
            column('name', t('console.life.name'), ({ name }) => <b>{name}</b>),
            column('unit', t('console.training.unit'), ({ organisationName }) => organisationName),
            ...useColumns(opened.duty),
          ]}
          empty={<Nothing icon="user-check" title={t('console.life.nobodyHere')} />}
        />
        {list && list.total > PAGE && (
          <div className="acts">
            <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
              {t('console.life.before')}
            </Button>
            <Button disabled={offset + PAGE >= list.total} onClick={() => setOffset(offset + PAGE)}>
              {t('console.life.next')}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}

function useColumns(duty: LearningDuty) {
  const { t, format } = useWords();
  const day = (value: string | null) => (value === null ? '—' : format.day(value));
  if (duty === 'NEW_SECRETARY')
    return [
      column<Person>('since', t('console.training.since'), ({ since }) => day(since)),
      column<Person>('dueOn', t('console.training.dueOn'), ({ dueOn }) => day(dueOn)),
      column<Person>('trainedOn', t('console.training.trainedOn'), ({ trainedOn }) => day(trainedOn)),
    ];
  const hours = [
    column<Person>(
      'hours',
      t('console.training.hoursOfDue'),
      ({ minutes, minutesDue }) => `${hoursOf(minutes)} / ${hoursOf(minutesDue)}`,
      { number: true },
    ),
    column<Person>(
      'missing',
      t('console.training.missing'),
      ({ minutes, minutesDue }) => hoursOf(Math.max(0, minutesDue - minutes)),
      { number: true },
    ),
  ];
  if (duty === 'MEMBER') return hours;
  return [
    ...hours,
    column<Person>('gathered', t('console.training.gathered'), ({ gathered }) =>
      gathered ? t('console.training.gatheredYes') : t('console.training.gatheredNo'),
    ),
  ];
}
