import { Status, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import type { CopyOutcome } from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { type CopyLine, isSkipped } from './copy-lines';

const TONES: Readonly<Record<CopyOutcome, Tone>> = {
  NEW: 'ok',
  SAME: 'mute',
  OVERWRITES: 'warn',
  FROZEN: 'mute',
};

interface OverwriteProps {
  readonly count: number;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Menus that are there and different stay, unless one says otherwise. */
export function OverwriteCheck({ count, on, onChange }: OverwriteProps): ReactElement | null {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <label className={on ? 'ck on' : 'ck'}>
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      {t('console.copy.overwrite', { count })}
    </label>
  );
}

interface MenuLinesProps {
  readonly label: string;
  readonly lines: readonly CopyLine[];
  readonly overwrite: boolean;
  readonly closed: readonly { readonly day: string; readonly reason: string }[];
}

/** What would become of each meal. */
export function MenuLines({ label, lines, overwrite, closed }: MenuLinesProps): ReactElement {
  const { t, format } = useWords();
  const names = (dishes: readonly { readonly name: string }[]) =>
    dishes.map(({ name }) => name).join(t('console.listed'));
  const reasonOf = (day: string) => closed.find((each) => each.day === day)?.reason;
  return (
    <DataTable
      wrap
      label={label}
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
