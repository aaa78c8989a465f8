import type { ReactElement } from 'react';
import { column, DataTable } from '../../kit/data-table';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Entry } from './measured';
import { heatInWords, sampleInWords } from './units';

/** All that was measured, the newest first: nothing is overwritten, a correction says why. */
export function LogPanel({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <Panel title={t('console.safety.log')} note={t('console.safety.logNote', { count: entries.length })}>
      <DataTable
        wrap
        label={t('console.safety.log')}
        columns={[
          column<Entry>('at', t('console.desk.column.time'), ({ at }) => format.time(at)),
          column<Entry>('dish', t('console.kitchen.dish'), ({ dish }) => <b>{dish}</b>),
          column<Entry>('sample', t('console.safety.sample'), (entry) => sampleInWords(words, entry) ?? '—'),
          column<Entry>('heat', t('console.safety.heat'), (entry) => heatInWords(words, entry) ?? '—'),
          column<Entry>('by', t('console.safety.by'), ({ byName }) => byName),
          column<Entry>('why', t('console.safety.why'), ({ reason }) => reason ?? '—'),
        ]}
        rows={entries.toReversed()}
        rowKey={({ at, dish }) => `${at}${dish}`}
        empty={
          <Nothing icon="clipboard-check" title={t('console.safety.noLog')}>
            {t('console.safety.noLogWhy')}
          </Nothing>
        }
      />
    </Panel>
  );
}
