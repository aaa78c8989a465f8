import { problemMessage } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { Button } from './button';
import type { Pages } from './pages';
import { Problem } from './problem';
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

/** Under a list that is read page by page: the button for the next one, while there is one. */
export function NextPage({
  pages: { more, loading, failed },
}: {
  readonly pages: Pick<Pages<unknown, unknown>, 'more' | 'loading' | 'failed'>;
}): ReactElement | null {
  const { t } = useWords();
  if (!more) return null;
  return (
    <div className="pager">
      {failed !== undefined && <Problem message={problemMessage(failed, t)} />}
      <Button busy={loading} onClick={() => void more()}>
        {t('common.more')}
      </Button>
    </div>
  );
}
