import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import type { ImportChangeKind } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { columnInWords, hintInWords, valueInWords } from './column-words';
import { CommitForm } from './commit-form';
import type { Preview, Result } from './import-types';

interface PreviewStepProps {
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onCommitted: (result: Result) => void;
}

const KINDS: readonly ImportChangeKind[] = ['OPENED', 'CLOSED', 'RENAMED', 'MOVED'];

export function PreviewStep({ preview, onBack, onCommitted }: PreviewStepProps): ReactElement {
  const { t, format } = useWords();
  const about = `${preview.fileName} · ${preview.encoding} · ${t('console.import.rows', { count: preview.rows })} · ${t('console.import.effective', { day: format.date(preview.effectiveOn) })}`;
  if (preview.errorCount > 0) return <ErrorsPanel preview={preview} about={about} onBack={onBack} />;
  return <DifferencePanel preview={preview} about={about} onBack={onBack} onCommitted={onCommitted} />;
}

/** As the spreadsheet counts: the heading is row 1. Nothing can be committed while one is left. */
function ErrorsPanel({
  preview,
  about,
  onBack,
}: {
  readonly preview: Preview;
  readonly about: string;
  readonly onBack: () => void;
}): ReactElement {
  const words = useWords();
  const { t } = words;
  return (
    <Panel
      title={t('console.import.errors', { count: preview.errorCount })}
      note={about}
      side={<Button onClick={onBack}>{t('console.import.again')}</Button>}
    >
      <p className="pb" role="alert">
        <Status tone="bad">{t('console.import.nothingDone')}</Status>
      </p>
      <div className="scr" style={{ maxHeight: 560 }}>
        <DataTable
          label={t('console.import.errors', { count: preview.errorCount })}
          wrap
          rows={preview.errors}
          rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
          rowClass={() => 'late'}
          columns={[
            { key: 'row', title: t('console.import.row'), number: true, cell: ({ row }) => row },
            {
              key: 'column',
              title: t('console.import.column'),
              cell: ({ column }) => columnInWords(words, column),
            },
            {
              key: 'value',
              title: t('console.import.value'),
              cell: (problem) => <span className="m">{valueInWords(words, problem) || '—'}</span>,
            },
            {
              key: 'problem',
              title: t('console.import.problem'),
              cell: (problem) => (
                <>
                  <Status tone="bad">{t(`ImportProblemCode.${problem.code}`)}</Status>{' '}
                  <span className="m">{hintInWords(words, problem)}</span>
                </>
              ),
            },
          ]}
          empty={null}
        />
      </div>
      {preview.errors.length < preview.errorCount && (
        <p className="pb m">
          {t('console.import.firstErrors', { shown: preview.errors.length, count: preview.errorCount })}
        </p>
      )}
    </Panel>
  );
}

function DifferencePanel({
  preview,
  about,
  onBack,
  onCommitted,
}: PreviewStepProps & { readonly about: string }): ReactElement {
  const { t } = useWords();
  const counts: Record<ImportChangeKind, number> = {
    OPENED: preview.opened,
    CLOSED: preview.closed,
    RENAMED: preview.renamed,
    MOVED: preview.moved,
  };
  const [kind, setKind] = useState<ImportChangeKind>(KINDS.find((key) => counts[key] > 0) ?? 'OPENED');
  const shown = preview.changes.filter((change) => change.kind === kind);
  return (
    <Panel
      title={t('console.import.difference')}
      note={about}
      side={<Button onClick={onBack}>{t('console.import.again')}</Button>}
    >
      <div className="pb">
        <Tabs
          label={t('console.import.difference')}
          current={kind}
          onChange={setKind}
          tabs={KINDS.map((key) => ({ key, label: t(`ImportChangeKind.${key}`), count: counts[key] }))}
        />
        <p className="m" style={{ marginTop: 8 }}>
          {t('console.import.unchanged', { count: preview.unchanged })}
        </p>
      </div>
      <div className="scr" style={{ maxHeight: 440 }}>
        <DataTable
          label={t(`ImportChangeKind.${kind}`)}
          wrap
          rows={shown}
          rowKey={({ code }) => code}
          columns={[
            { key: 'code', title: t('console.structure.code'), cell: ({ code }) => code },
            { key: 'name', title: t('console.structure.name'), cell: ({ name }) => <b>{name}</b> },
            {
              key: 'change',
              title: t('console.change.what'),
              cell: ({ before, after }) =>
                before && after ? `${before} → ${after}` : (after ?? before ?? ''),
            },
          ]}
          empty={
            <Nothing
              icon="check"
              title={t('console.import.noneOfKind', { kind: t(`ImportChangeKind.${kind}`) })}
            />
          }
        />
      </div>
      {shown.length < counts[kind] && (
        <p className="pb m">
          {t('console.import.firstChanges', { shown: shown.length, count: counts[kind] })}
        </p>
      )}
      {KINDS.every((key) => counts[key] === 0) ? (
        <p className="pb">
          <Status tone="info">{t('refusal.IMPORT_CHANGES_NOTHING')}</Status>
        </p>
      ) : (
        <CommitForm preview={preview} counts={counts} onCommitted={onCommitted} />
      )}
    </Panel>
  );
}
