import '../../styles/welfare.css';
import { useNow } from '@linli/client';
import { type ReactElement } from 'react';
import { WelfareChecksDocument } from '../../gql/graphql';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { CheckCard } from './check-card';

type View = 'open' | 'closed';
const LOOK_AGAIN_MS = 20_000;

/** Somebody did not open the door: what was done, what is due, until someone has seen them. */
export default function WelfarePage(): ReactElement {
  const { t } = useWords();
  const [view, setView] = useFilter<View>('view', 'open');
  // Asked anew every 20 seconds: it has no address of its own in the news, and it must not be missed.
  const now = useNow(LOOK_AGAIN_MS);
  const open = useRead(WelfareChecksDocument, { open: true, centreId: null }, { keep: true });
  const closed = useRead(WelfareChecksDocument, { open: false, centreId: null }, { skip: view === 'open' });
  const read = view === 'open' ? open : closed;
  const again = () => {
    open.again();
    if (view === 'closed') closed.again();
  };
  return (
    <Page
      title={t('console.menu.welfare')}
      actions={
        <Tabs
          label={t('console.menu.welfare')}
          tabs={[
            {
              key: 'open',
              label: t('console.welfare.open'),
              count: open.data?.welfareChecks.length,
              late: true,
            },
            { key: 'closed', label: t('console.welfare.closed') },
          ]}
          current={view}
          onChange={setView}
        />
      }
    >
      <Loaded read={read} rows={5}>
        {({ welfareChecks }) =>
          welfareChecks.length === 0 ? (
            <Panel>
              <Nothing icon="heart-pulse" title={t(`console.welfare.none.${view}`)}>
                {t(`console.welfare.noneWhy.${view}`)}
              </Nothing>
            </Panel>
          ) : (
            <div className="checks">
              {welfareChecks.map((check) => (
                <CheckCard key={check.id} check={check} now={now} again={again} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
