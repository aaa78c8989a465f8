import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import type { LearningOverviewQuery, LearningRatePartsFragment } from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { Figure, Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { LearningDrawer, type OpenedDuty } from './learning-drawer';
import { DUTY_ICONS } from './training-words';

type At = LearningOverviewQuery['learningOverview'];
type Row = At['rows'][number];

/** Who has learnt what was due by the month: each figure opens into its names. */
export function Learning({ at }: { readonly at: At }): ReactElement {
  const { t, format } = useWords();
  const [opened, setOpened] = useState<OpenedDuty>();
  const { organisationId, year, month } = at;
  return (
    <Panel>
      <div className="cells cells--life">
        {at.rates.map(({ duty, met, gap, exempt, value }) => (
          <Figure
            key={duty}
            icon={DUTY_ICONS[duty]}
            label={t(`LearningDuty.${duty}`)}
            figure={value === null ? t('console.life.nobody') : format.percent(value)}
            note={t(`console.training.rateNote.${duty}`, { met, all: met + gap, exempt })}
            {...(value !== null && { bars: [Math.round(value * 100)] })}
            onOpen={() => setOpened({ duty, organisationId, year, month })}
          />
        ))}
      </div>
      {opened && <LearningDrawer opened={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}

/** Where those who are short gather, and the way down to them. */
export function LearningRows({ at }: { readonly at: At }): ReactElement {
  const { t } = useWords();
  const [opened, setOpened] = useState<OpenedDuty>();
  const { year, month } = at;
  const cell = ({ organisationId, name }: Row, { duty, met, gap }: LearningRatePartsFragment) =>
    met + gap === 0 ? (
      <span className="m">—</span>
    ) : (
      <button type="button" className="lk" onClick={() => setOpened({ duty, organisationId, year, month })}>
        {gap === 0 ? t('console.training.nobodyShort') : t('console.training.short', { gap, all: met + gap })}
        <span className="vh"> {name}</span>
      </button>
    );
  return (
    <Panel title={t('console.training.where')} note={t('console.training.whereNote')}>
      <DataTable<Row>
        label={t('console.training.where')}
        rows={at.rows}
        rowKey={({ organisationId }) => organisationId}
        columns={[
          column('name', t('console.training.unit'), ({ organisationId, name }) =>
            organisationId === at.organisationId ? (
              <b>{name}</b>
            ) : (
              <Link to={`/training?at=${organisationId}`}>{name}</Link>
            ),
          ),
          ...at.rates.map(({ duty }) =>
            column<Row>(duty, t(`LearningDuty.${duty}`), (row) => {
              const rate = row.rates.find((each) => each.duty === duty);
              return rate && cell(row, rate);
            }),
          ),
        ]}
        empty={<Nothing icon="users" title={t('console.life.nobodyHere')} />}
      />
      {opened && <LearningDrawer opened={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}
