import { useNow } from '@linli/client';
import { useLiveStatus } from '@linli/client/live';
import { Chip, Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useRef } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer';
import { useFilter } from '../kit/filters';
import { useHotkeys } from '../kit/keys';
import { useWords } from '../kit/words';
import { NewerVersion } from './newer-version';
import { CentreSwitcher } from './centre-switcher';
import { useSearchBox } from './page-search';

export const SPEAKS_OF_A_CENTRE =
  /^\/(desk|waitlists|decisions|standing|kitchen|rounds|visits|classes$|services|resources|claims$)/;

export function TopBar(): ReactElement {
  const { t, format } = useWords();
  const { demonstration } = useViewer();
  const { pathname } = useLocation();
  const { status } = useLiveStatus();
  const now = useNow(1000);
  return (
    <header className="bar">
      {SPEAKS_OF_A_CENTRE.test(pathname) && <CentreSwitcher />}
      {demonstration && (
        <Chip tone="warn" icon="info">
          {t('console.demonstration')}
        </Chip>
      )}
      {status === 'interrupted' && (
        <span role="status">
          <Status tone="warn" icon="wifi-off">
            {t('live.interrupted')}
          </Status>
        </span>
      )}
      {status === 'live' && (
        <Status tone="ok" icon="circle-check">
          {t('live.live')}
        </Status>
      )}
      <NewerVersion />
      <span className="push" />
      <SearchBox />
      <p className="bar__t">
        {format.day(now)} <b>{format.time(now)}</b>
      </p>
    </header>
  );
}

function SearchBox(): ReactElement | null {
  const { t } = useWords();
  const { placeholder } = useSearchBox();
  const [text, setText] = useFilter('q', '');
  const input = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => input.current?.select() });
  if (!placeholder) return null;
  return (
    <div className="find" role="search">
      <DeskIcon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t('common.search')}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value, true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('', true);
          event.currentTarget.blur();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
