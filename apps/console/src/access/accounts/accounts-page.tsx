import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { type AccountRowFragment, AccountsDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { useSettled } from '../../kit/settled';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { AccountDrawer } from './account-drawer';
import { CreateAccount } from './create-account';
import { dutyInWords } from './duty-words';

const PAGE = 50;

const useAccounts = (search: string) =>
  usePages(
    AccountsDocument,
    { first: PAGE, after: null, search: search || null },
    ({ accounts: { edges, pageInfo } }) => ({
      rows: edges.map(({ node }) => node),
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );

export default function AccountsPage(): ReactElement {
  const { t } = useWords();
  const [find] = usePageSearch(t('console.accounts.find'));
  const accounts = useAccounts(useSettled(find.trim(), 300));
  const total = accounts.read.data?.accounts.total;
  const [creating, setCreating] = useState(false);
  const [shownId, setShownId] = useState<string>();
  const shown = accounts.rows?.find(({ id }) => id === shownId);
  return (
    <Page
      title={t('console.menu.accounts')}
      about={total === undefined ? undefined : <p>{t('console.accounts.total', { count: total })}</p>}
      actions={
        <Button kind="primary" icon="user-plus" onClick={() => setCreating(true)}>
          {t('console.accounts.create')}
        </Button>
      }
    >
      <Panel>
        <AccountsTable rows={accounts.rows} read={accounts.read} onShow={setShownId} />
        <NextPage pages={accounts} />
      </Panel>
      {creating && <CreateAccount onClose={() => setCreating(false)} onCreated={accounts.again} />}
      {shown && (
        <AccountDrawer
          key={shown.id}
          account={shown}
          onClose={() => setShownId(undefined)}
          onChanged={accounts.again}
        />
      )}
    </Page>
  );
}

interface AccountsTableProps {
  readonly rows: readonly AccountRowFragment[] | undefined;
  readonly read: { readonly error: unknown; readonly again: () => void };
  readonly onShow: (id: string) => void;
}

function useColumns(onShow: (id: string) => void): Column<AccountRowFragment>[] {
  const words = useWords();
  const { t, format } = words;
  const never = <span className="m">{t('console.accounts.never')}</span>;
  return [
    column('name', t('console.accounts.name'), ({ id, name, account }) => (
      <>
        <button type="button" className="lk" onClick={() => onShow(id)}>
          <b>{name}</b>
        </button>{' '}
        <span className="m">{account}</span>
      </>
    )),
    column('duties', t('console.accounts.duties'), ({ duties }) =>
      duties.length > 0 ? (
        duties.map((duty) => <div key={duty.id}>{dutyInWords(words, duty)}</div>)
      ) : (
        <span className="m">{t('common.none')}</span>
      ),
    ),
    column('totp', t('console.accounts.totp'), ({ totpOn }) =>
      totpOn ? (
        <Status tone="ok" icon="shield">
          {t('console.accounts.totpOn')}
        </Status>
      ) : (
        <span className="m">{t('console.accounts.totpOff')}</span>
      ),
    ),
    column('last', t('console.accounts.lastSignIn'), ({ lastSignInAt }) =>
      lastSignInAt ? <span className="nw">{format.dateTime(lastSignInAt)}</span> : never,
    ),
    column('state', t('console.accounts.state'), (account) => <AccountState account={account} />),
  ];
}

function AccountState({ account }: { readonly account: AccountRowFragment }): ReactElement {
  const { t } = useWords();
  if (!account.disabled) return <Status tone="ok">{t('console.accounts.enabled')}</Status>;
  return (
    <>
      <Status tone="bad" icon="circle-x">
        {t('console.accounts.disabled')}
      </Status>{' '}
      <span className="m">{account.disabledReason}</span>
    </>
  );
}

function AccountsTable({ rows, read, onShow }: AccountsTableProps): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      label={t('console.menu.accounts')}
      wrap
      rows={rows}
      read={read}
      rowKey={({ id }) => id}
      rowClass={({ disabled }) => (disabled ? 'done' : '')}
      columns={useColumns(onShow)}
      empty={
        <Nothing icon="users" title={t('console.accounts.none')}>
          {t('console.accounts.noneWhy')}
        </Nothing>
      }
    />
  );
}
