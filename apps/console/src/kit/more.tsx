import { type ReactElement, useState } from 'react';
import { Button } from './button';
import { useWords } from './words';

const STEP = 25;

/** A long list, so many at a time: the rows to show, and the button for the next ones. */
export function useMore<Row>(
  rows: readonly Row[],
  step = STEP,
): readonly [readonly Row[], ReactElement | null] {
  const { t } = useWords();
  const [most, setMost] = useState(step);
  const left = rows.length - most;
  const more =
    left > 0 ? (
      <p className="pb">
        <Button small onClick={() => setMost(most + step)}>
          {t('console.more.rows', { count: Math.min(step, left), all: rows.length })}
        </Button>
      </p>
    ) : null;
  return [rows.slice(0, most), more];
}
