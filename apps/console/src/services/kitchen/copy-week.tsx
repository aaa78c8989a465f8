import { type ReactElement, useState } from 'react';
import { CopyMenusDocument, CopyPreviewDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { addDays } from '../../kit/days';
import { ChoiceField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { FormDrawer } from '../../kit/form-drawer';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { sumOf } from './copy-lines';
import { MenuLines, OverwriteCheck } from './menu-lines';

interface CopyWeekProps {
  readonly centreId: string;
  /** Of the week that is copied to. */
  readonly monday: string;
  readonly onDone: () => void;
}

const WEEKS = [1, 2, 3, 4] as const;
/** 複製菜單 The menus of an earlier week once more: what it does to each meal is seen before it is done. */
export function CopyWeek(props: CopyWeekProps): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="copy" onClick={() => setOpen(true)}>
        {t('console.menus.copy')}
      </Button>
      {open && <CopyDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopyDrawer({
  centreId,
  monday,
  onDone,
  onClose,
}: CopyWeekProps & { readonly onClose: () => void }): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [from, setFrom] = useState(addDays(monday, -7));
  const [overwrite, setOverwrite] = useState(false);
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useAct(CopyMenusDocument);
  const read = useRead(CopyPreviewDocument, { centreId, from, to: monday, last: addDays(monday, 6) });
  const lines = read.data?.previewCopyMenus.lines ?? [];
  const { counts, written } = sumOf(lines, overwrite);
  const week = (first: string) => `${format.day(first)} – ${format.day(addDays(first, 6))}`;
  const copy = async () => {
    setTried(true);
    if (written === 0) return;
    const { done } = await act({ centreId, from, to: monday, overwrite });
    if (!done) return;
    toast('ok', t('console.copy.done', { count: done.written }));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="copy"
      wide
      title={t('console.copy.title', { week: week(monday) })}
      word={written > 0 ? t('console.copy.do', { count: written }) : t('console.menus.copy')}
      keep={t('console.menus.copyNot')}
      busy={busy}
      message={message ?? (tried && written === 0 ? t('console.copy.nothingWhy') : undefined)}
      changed={false}
      onSend={() => void copy()}
      onClose={onClose}
    >
      <ChoiceField
        label={t('console.copy.from')}
        value={from}
        options={WEEKS.map((n) => addDays(monday, -7 * n)).map((key) => ({ key, label: week(key) }))}
        onChange={setFrom}
      />
      <OverwriteCheck count={counts.OVERWRITES} on={overwrite} onChange={setOverwrite} />
      <Loaded read={read} rows={6}>
        {({ previewCopyMenus, centre }) => (
          <MenuLines
            label={t('console.copy.preview')}
            lines={previewCopyMenus.lines}
            overwrite={overwrite}
            closed={centre.closedDays}
          />
        )}
      </Loaded>
    </FormDrawer>
  );
}
