import { isRefused, problemMessage, refusalMessage } from '@linli/client';
import { useLocale } from '@linli/client/i18n';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useState } from 'react';
import { ImportMenuSheetDocument, MenuSheetPreviewDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { ALLERGENS, TEXTURES } from '../../kit/choices';
import { addDays } from '../../kit/days';
import { FileDrop } from '../../kit/file-drop';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { SheetProblems, useSheetFile } from '../../kit/sheet-file';
import { Loading } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { sumOf } from './copy-lines';
import { MenuLines, OverwriteCheck } from './menu-lines';

interface MenuSheetProps {
  readonly centreId: string;
  /** Of the week. */
  readonly monday: string;
  readonly onDone: () => void;
}

/** The menus of a week as a file for Excel, out and in. */
export function MenuSheet(props: MenuSheetProps): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="file-text" onClick={() => setOpen(true)}>
        {t('console.sheet.open')}
      </Button>
      {open && <SheetDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The chosen file, what is wrong with it, and what the server would make of it. */
function useSheet(centreId: string, from: string) {
  const { t, format } = useWords();
  const { file, choose, content, wrong } = useSheetFile();
  const input = { centreId, from, content: content ?? '' };
  const read = useRead(MenuSheetPreviewDocument, { input }, { skip: content === undefined });
  const answer = content === undefined ? undefined : read.data?.previewMenuSheet;
  const refused = isRefused(answer) ? refusalMessage(answer, t, format) : undefined;
  const failed = read.error ? problemMessage(read.error, t) : undefined;
  return {
    ...{ file, choose, input, wrong: wrong ?? refused },
    sheet: answer?.__typename === 'MenuSheet' ? answer : undefined,
    failed,
    waits: content !== undefined && !answer && !failed,
  };
}

function SheetDrawer({
  centreId,
  monday,
  onDone,
  onClose,
}: MenuSheetProps & { readonly onClose: () => void }): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [overwrite, setOverwrite] = useState(false);
  const [tried, setTried] = useState(false);
  const { file, choose, input, wrong, sheet, failed, waits } = useSheet(centreId, monday);
  const { act, busy, message } = useAct(ImportMenuSheetDocument);
  const problems = sheet?.problems ?? [];
  const { counts, written } = sumOf(sheet?.lines ?? [], overwrite);
  const can = problems.length === 0 && written > 0;
  const send = async () => {
    setTried(true);
    if (!can) return;
    const { done } = await act({ ...input, overwrite });
    if (!done) return;
    toast('ok', t('console.sheet.done', { count: done.written }));
    onDone();
    onClose();
  };
  const why = !sheet
    ? t('console.import.needsFile')
    : problems.length > 0
      ? t('refusal.IMPORT_HAS_ERRORS')
      : t('console.sheet.nothing');
  const week = `${format.day(monday)} – ${format.day(addDays(monday, 6))}`;
  return (
    <FormDrawer
      id="sheet"
      wide
      title={t('console.sheet.title', { week })}
      word={can ? t('console.sheet.do', { count: written }) : t('console.sheet.import')}
      keep={t('console.sheet.not')}
      busy={busy}
      message={message ?? failed ?? (tried && !can && !wrong ? why : undefined)}
      changed={false}
      onSend={() => void send()}
      onClose={onClose}
    >
      <How centreId={centreId} monday={monday} />
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
          problems={problems.map(({ row, column, fault, value }) => ({
            ...{ row, value, column: t(`MenuColumn.${column}`), what: t(`MenuSheetFault.${fault}`) },
          }))}
        />
      )}
      {sheet && problems.length === 0 && (
        <>
          <OverwriteCheck count={counts.OVERWRITES} on={overwrite} onChange={setOverwrite} />
          <MenuLines
            label={t('console.sheet.preview')}
            lines={sheet.lines}
            overwrite={overwrite}
            closed={[]}
          />
        </>
      )}
    </FormDrawer>
  );
}

function How({ centreId, monday }: Pick<MenuSheetProps, 'centreId' | 'monday'>): ReactElement {
  const { t } = useWords();
  const [locale] = useLocale();
  const listed = (words: readonly string[]) => words.join(t('console.listed'));
  return (
    <>
      <p>{t('console.sheet.how')}</p>
      <p className="hint">
        {t('console.sheet.allergens', {
          words: listed(ALLERGENS.map((key) => t(`Allergen.${key}`))),
          none: t('console.sheet.none'),
        })}{' '}
        {t('console.sheet.textures', {
          words: listed(TEXTURES.map((key) => t(`Texture.${key}`))),
          usual: t('Texture.REGULAR'),
        })}
      </p>
      <p>
        <a className="b1" href={`/menus/${centreId}/${monday}.xlsx?face=console&locale=${locale}`} download>
          <DeskIcon name="download" />
          {t('console.sheet.download')}
        </a>
      </p>
    </>
  );
}
