import { problemMessage } from '@linli/client';
import { DeskIcon, type DeskIconName } from '@linli/ui/desk';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button';
import type { Read } from './fresh';
import { useWords } from './words';

interface NothingProps {
  readonly icon?: DeskIconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here: says what would be, and what to do next. */
export const Nothing = ({ icon = 'search', title, children, action }: NothingProps): ReactElement => (
  <div className="nil">
    <DeskIcon name={icon} />
    <p>
      <b>{title}</b>
      {children && <span>{children}</span>}
    </p>
    {action ?? <span />}
  </div>
);

/** Shown only after 300 ms, so that a quick answer does not flicker. */
export function Loading({ rows = 4 }: { readonly rows?: number }): ReactElement {
  const { t } = useWords();
  return (
    <div className="skls" role="status">
      <span className="vh">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skl" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

export function Failed({ error, again }: Pick<Read<unknown>, 'error' | 'again'>): ReactElement {
  const { t } = useWords();
  return (
    <div role="alert">
      <Nothing
        icon="server-crash"
        title={t('console.read.failed')}
        action={
          <Button icon="refresh-cw" onClick={again}>
            {t('common.retry')}
          </Button>
        }
      >
        {problemMessage(error, t)}
      </Nothing>
    </div>
  );
}

/** What was read; or that it is on its way; or that it failed, and a way to try again. */
export function Loaded<Data>({
  read,
  rows,
  children,
}: {
  readonly read: Read<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}): ReactElement {
  if (read.data) return <>{children(read.data)}</>;
  if (read.error) return <Failed error={read.error} again={read.again} />;
  return <Loading {...(rows ? { rows } : {})} />;
}
