import { Status, type Tone } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { CopyMenusDocument, type CopyOutcome, CopyPreviewDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { addDays } from '../../kit/days';
import { ChoiceField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { FormDrawer } from '../../kit/form-drawer';
import { Loaded, Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { type CopyLine, isSkipped, sumOf } from './copy-lines';

interface CopyWeekProps {
  readonly centreId: string;
  /** Of the week that is copied to. */
  readonly monday: string;
  readonly onDone: () => void;
}

const WEEKS = [1, 2, 3, 4] as const;
const TONES: Readonly<Record<CopyOutcome, Tone>> = {
  NEW: 'ok',
  SAME: 'mute',
  OVERWRITES: 'warn',
  FROZEN: 'mute',
};

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
      {counts.OVERWRITES > 0 && (
        <label className={overwrite ? 'ck on' : 'ck'}>
          <input
            type="checkbox"
            checked={overwrite}
            onChange={({ target }) => setOverwrite(target.checked)}
          />
          {t('console.copy.overwrite', { count: counts.OVERWRITES })}
        </label>
      )}
      <Loaded read={read} rows={6}>
        {({ previewCopyMenus, centre }) => (
          <Preview lines={previewCopyMenus.lines} overwrite={overwrite} closed={centre.closedDays} />
        )}
      </Loaded>
    </FormDrawer>
  );
}

interface PreviewProps {
  readonly lines: readonly CopyLine[];
  readonly overwrite: boolean;
  readonly closed: readonly { readonly day: string; readonly reason: string }[];
}

function Preview({ lines, overwrite, closed }: PreviewProps): ReactElement {
  const { t, format } = useWords();
  const names = (dishes: readonly { readonly name: string }[]) =>
    dishes.map(({ name }) => name).join(t('console.listed'));
  const reasonOf = (day: string) => closed.find((each) => each.day === day)?.reason;
  return (
    <DataTable
      wrap
      label={t('console.copy.preview')}
      rows={lines}
      rowKey={({ day, meal }) => `${day}${meal}`}
      columns={[
        column<CopyLine>('day', t('console.copy.day'), ({ day, meal }) => {
          const reason = reasonOf(day);
          return (
            <>
              <b className="nw">{format.day(day)}</b> <span className="m">{t(`Meal.${meal}`)}</span>
              {reason !== undefined && (
                <Status tone="bad" icon="calendar-x">
                  {t('console.copy.closed', { reason })}
                </Status>
              )}
            </>
          );
        }),
        column<CopyLine>('dishes', t('console.copy.dishes'), ({ dishes, standing, outcome }) => (
          <>
            {names(dishes)}
            {standing && outcome !== 'SAME' && (
              <small className="m swapped">{t('console.copy.standing', { dishes: names(standing) })}</small>
            )}
          </>
        )),
        column<CopyLine>('outcome', t('console.copy.outcome'), (line) => (
          <Status tone={isSkipped(line, overwrite) ? 'mute' : TONES[line.outcome]}>
            {isSkipped(line, overwrite) ? t('console.copy.skipped') : t(`CopyOutcome.${line.outcome}`)}
          </Status>
        )),
      ]}
      empty={
        <Nothing icon="soup" title={t('console.copy.none')}>
          {t('console.copy.noneWhy')}
        </Nothing>
      }
    />
  );
}
