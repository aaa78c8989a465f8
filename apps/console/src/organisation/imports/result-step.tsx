import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { useWords } from '../../kit/words';
import type { Result } from './import-types';

export function ResultStep({
  result,
  onAgain,
}: {
  readonly result: Result;
  readonly onAgain: () => void;
}): ReactElement {
  const { t, format } = useWords();
  const { opened, closed, renamed, moved } = result;
  return (
    <Panel>
      <div className="f" style={{ paddingTop: 16 }} role="status">
        <h2>
          <Status tone="ok">{t('console.import.done')}</Status>
        </h2>
        <p>{t('console.import.counts', { opened, closed, renamed, moved })}</p>
        <p className="m">{format.dateTime(result.committedAt)}</p>
        <div className="row">
          <Link className="b1 b1--p" to="/organisation">
            {t('console.import.toTree')}
          </Link>
          <Button onClick={onAgain}>{t('console.import.another')}</Button>
        </div>
      </div>
    </Panel>
  );
}
