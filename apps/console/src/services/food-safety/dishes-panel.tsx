import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { SafetyFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { Panel } from '../../kit/page';
import { useWords } from '../../kit/words';
import { type DishState, stateOfDishes } from './measured';
import { heatInWords, sampleInWords } from './units';

interface DishesPanelProps {
  readonly dishes: readonly string[];
  readonly safety: SafetyFragment;
  /** Of one dish, or of all of them; undefined: not for this viewer, or not on this day. */
  readonly onRecord: ((dish?: string) => void) | undefined;
}

/** Dish by dish what counts now: the last sample, the last temperature. */
export function DishesPanel({ dishes, safety, onRecord }: DishesPanelProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const columns = [
    column<DishState>('dish', t('console.kitchen.dish'), ({ dish }) => <b>{dish}</b>),
    column<DishState>('sample', t('console.safety.sample'), ({ sample }) =>
      sample ? sampleInWords(words, sample) : '—',
    ),
    column<DishState>('heat', t('console.safety.heat'), ({ heat }) =>
      heat ? heatInWords(words, heat) : '—',
    ),
    column<DishState>('state', t('console.safety.state'), ({ faults }) =>
      faults.length === 0 ? (
        <Status tone="ok">{t('console.safety.fits')}</Status>
      ) : (
        <Status tone="bad">
          {faults.map((fault) => t(`FoodSafetyFault.${fault}`)).join(t('console.listed'))}
        </Status>
      ),
    ),
    ...(onRecord
      ? [
          column<DishState>('acts', <span className="vh">{t('console.column.acts')}</span>, ({ dish }) => (
            <Button
              small
              icon="pencil"
              onClick={() => onRecord(dish)}
              aria-label={t('console.safety.recordOf', { dish })}
            >
              {t('console.safety.recordOne')}
            </Button>
          )),
        ]
      : []),
  ];
  return (
    <Panel
      title={t('console.safety.dishes')}
      note={t('console.safety.limits')}
      side={
        onRecord && (
          <Button icon="clipboard-check" onClick={() => onRecord()}>
            {t('console.safety.record')}
          </Button>
        )
      }
    >
      <DataTable
        wrap
        label={t('console.safety.dishes')}
        columns={columns}
        rows={stateOfDishes(dishes, safety.entries, safety.faults)}
        rowKey={({ dish }) => dish}
        empty={<p className="pb m">{t('console.safety.noDishes')}</p>}
      />
    </Panel>
  );
}
