import { type ReactElement, useState } from 'react';
import { column, DataTable } from './data-table';
import { base64Of, fileFault } from './file';
import { Nothing } from './states';
import { useWords } from './words';

interface SheetFile {
  readonly file: File | undefined;
  readonly choose: (file: File | undefined) => void;
  /** In base64, once it was read. */
  readonly content: string | undefined;
  /** What is wrong with the file itself, in words. */
  readonly wrong: string | undefined;
}

/** A file for Excel that somebody chose, as it is sent. */
export function useSheetFile(): SheetFile {
  const { t } = useWords();
  const [file, setFile] = useState<File>();
  const [content, setContent] = useState<string>();
  const [wrong, setWrong] = useState<'empty' | 'large' | 'kind' | 'unread'>();
  const choose = async (chosen: File | undefined) => {
    const fault = chosen && fileFault(chosen, /\.xlsx$/i);
    setFile(chosen);
    setWrong(fault);
    setContent(undefined);
    if (!chosen || fault) return;
    const bytes = await chosen.arrayBuffer().catch(() => undefined);
    if (bytes) setContent(base64Of(new Uint8Array(bytes)));
    else setWrong('unread');
  };
  const words = {
    kind: () => t('console.sheet.kind'),
    unread: () => t('refusal.SHEET_NOT_READABLE'),
    empty: () => t('console.import.fault.empty'),
    large: () => t('console.import.fault.large'),
  };
  return { file, content, wrong: wrong && words[wrong](), choose: (chosen) => void choose(chosen) };
}

interface Fault {
  readonly row: number;
  /** In words, as what is wrong is. */
  readonly column: string;
  readonly what: string;
  readonly value: string;
}

/** Which cells keep a sheet from being taken, as the spreadsheet counts them. */
export function SheetProblems({ problems }: { readonly problems: readonly Fault[] }): ReactElement {
  const { t } = useWords();
  return (
    <section>
      <h3 style={{ fontSize: 15 }}>{t('console.sheet.problems')}</h3>
      <p className="note note--bad" role="alert">
        {t('console.sheet.problemsNote', { count: problems.length })}
      </p>
      <DataTable
        wrap
        label={t('console.sheet.problems')}
        rows={problems}
        rowKey={({ row, column: key, what }) => `${row}${key}${what}`}
        columns={[
          column<Fault>('cell', t('console.sheet.cell'), ({ row, column: name }) => (
            <b className="nw">{t('console.sheet.at', { row, column: name })}</b>
          )),
          column<Fault>('value', t('console.sheet.value'), ({ value }) =>
            value === '' ? <span className="m">{t('console.sheet.empty')}</span> : value,
          ),
          column<Fault>('what', t('console.sheet.what'), ({ what }) => what),
        ]}
        empty={<Nothing title={t('common.none')} />}
      />
    </section>
  );
}
