import { isRefused, problemMessage, refusalMessage } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  ImportMemberSheetDocument,
  MemberSheetPreviewDocument,
  type SheetOfMembersFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { FileDrop } from '../../kit/file-drop';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { SheetProblems, useSheetFile } from '../../kit/sheet-file';
import { Loading } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { SaveRoster } from './save-roster';

interface MemberSheetProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
}

/** 導入 Members from a file for Excel: first what it would do, then all of it or nothing. */
export function MemberSheet(props: MemberSheetProps): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="file-text" onClick={() => setOpen(true)}>
        {t('console.members.import')}
      </Button>
      {open && <SheetDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The chosen file, what is wrong with it, and what the server would make of it. */
function useSheet(organisationId: string) {
  const { t, format } = useWords();
  const { file, choose, content, wrong } = useSheetFile();
  const input = { organisationId, content: content ?? '' };
  const read = useRead(MemberSheetPreviewDocument, { input }, { skip: content === undefined });
  const answer = content === undefined ? undefined : read.data?.previewMemberSheet;
  const failed = read.error ? problemMessage(read.error, t) : undefined;
  return {
    ...{ file, choose, input, failed },
    wrong: wrong ?? (isRefused(answer) ? refusalMessage(answer, t, format) : undefined),
    sheet: answer?.__typename === 'MemberSheet' ? answer : undefined,
    waits: content !== undefined && !answer && !failed,
  };
}

function SheetDrawer({
  organisation,
  onDone,
  onClose,
}: MemberSheetProps & { readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const { file, choose, input, wrong, sheet, failed, waits } = useSheet(organisation.id);
  const { act, busy, message } = useAct(ImportMemberSheetDocument);
  const problems = sheet?.problems ?? [];
  const changing = sheet?.lines.filter(({ outcome }) => outcome !== 'SAME') ?? [];
  const can = problems.length === 0 && changing.length > 0;
  const send = async () => {
    setTried(true);
    if (!can) return;
    const { done } = await act(input);
    if (!done) return;
    toast('ok', t('console.members.imported', { count: done.written }));
    onDone();
    onClose();
  };
  const why = !sheet
    ? t('console.import.needsFile')
    : t(problems.length > 0 ? 'refusal.IMPORT_HAS_ERRORS' : 'refusal.IMPORT_CHANGES_NOTHING');
  return (
    <FormDrawer
      id="member-sheet"
      wide
      title={t('console.members.importTo', { organisation: organisation.name })}
      word={can ? t('console.members.importDo', { count: changing.length }) : t('console.members.import')}
      busy={busy}
      message={message ?? failed ?? (tried && !can && !wrong ? why : undefined)}
      changed={false}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.members.importHow')}</p>
      <p className="hint">{t('console.members.importColumns')}</p>
      <p>
        <SaveRoster organisationId={organisation.id} />
      </p>
      <FileDrop
        file={file}
        wrong={wrong}
        accept=".xlsx"
        prompt={t('console.sheet.drop')}
        hint={t('console.sheet.hint')}
        onFile={(chosen) => {
          setTried(false);
          choose(chosen);
        }}
      />
      {waits && <Loading rows={4} />}
      {problems.length > 0 && (
        <SheetProblems
          problems={problems.map(({ row, column: name, fault, value }) => ({
            ...{ row, value, column: t(`MemberColumn.${name}`), what: t(`MemberSheetFault.${fault}`) },
          }))}
        />
      )}
      {sheet && problems.length === 0 && <Lines all={sheet.lines.length} lines={changing} />}
    </FormDrawer>
  );
}

type Line = SheetOfMembersFragment['lines'][number];

function Lines({ all, lines }: { readonly all: number; readonly lines: readonly Line[] }): ReactElement {
  const { t, format } = useWords();
  const [rows, more] = useMore(lines, 50);
  return (
    <section>
      <h3 style={{ fontSize: 15 }}>{t('console.members.importPreview')}</h3>
      <p className="m">
        {t('console.members.importSums', {
          joins: lines.filter(({ outcome }) => outcome === 'JOINS').length,
          changes: lines.filter(({ outcome }) => outcome === 'CHANGES_STAGE').length,
          same: all - lines.length,
        })}
      </p>
      <DataTable
        label={t('console.members.importPreview')}
        wrap
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          column<Line>('name', t('console.members.name'), ({ name, branchName }) => (
            <>
              <b>{name}</b>
              <div className="m">{branchName}</div>
            </>
          )),
          column<Line>('stage', t('console.members.stage'), ({ stage }) => t(`MemberStage.${stage}`)),
          column<Line>('since', t('console.members.since'), ({ since }) => (
            <span className="nw">{format.date(since)}</span>
          )),
          column<Line>('outcome', t('console.members.importDoes'), ({ outcome }) => (
            <Chip tone={outcome === 'JOINS' ? 'ok' : 'mute'}>{t(`MemberSheetOutcome.${outcome}`)}</Chip>
          )),
        ]}
        empty={<p className="pb m">{t('refusal.IMPORT_CHANGES_NOTHING')}</p>}
      />
      {more}
    </section>
  );
}
