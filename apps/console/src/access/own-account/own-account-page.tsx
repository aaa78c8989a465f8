import { useApolloClient } from '@apollo/client/react';
import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement } from 'react';
import {
  MySessionsDocument,
  type MySessionsQuery,
  RevokeSessionDocument,
  type ViewerFragment,
  ViewerDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { type Read, useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { dutyInWords } from '../accounts/duty-words';
import { ChangePassword } from '../sign-in/change-password';
import { useViewer } from '../viewer';
import { deviceName } from './device-name';
import { TotpPanel } from './totp-panel';

export default function OwnAccountPage(): ReactElement {
  const words = useWords();
  const { t } = words;
  const { me, demonstration } = useViewer();
  const client = useApolloClient();
  const toast = useToast();
  const keep = (next: ViewerFragment) =>
    client.writeQuery({ query: ViewerDocument, data: { me: next, demonstration } });
  const sessions = useRead(MySessionsDocument, {});
  return (
    <Page
      title={t('console.own.title')}
      about={
        <p>
          {me.name}
          {me.account && `（${me.account}）`}
        </p>
      }
    >
      <div className="half">
        <div className="stack">
          <Panel title={t('console.accounts.duties')}>
            <ul className="pb stack stack--s">
              {me.duties.map((duty) => (
                <li key={duty.id}>{dutyInWords(words, duty)}</li>
              ))}
              {me.duties.length === 0 && <li className="m">{t('common.none')}</li>}
            </ul>
          </Panel>
          <Panel title={t('console.password.change')}>
            <ChangePassword
              onChanged={(next) => {
                keep(next);
                toast('ok', t('console.password.changed'));
                sessions.again();
              }}
            />
          </Panel>
        </div>
        <div className="stack">
          <TotpPanel me={me} onChanged={keep} />
          <Sessions read={sessions} />
        </div>
      </div>
    </Page>
  );
}

type Session = MySessionsQuery['mySessions'][number];

function useColumns(busy: boolean, revoke: (id: string) => Promise<void>): Column<Session>[] {
  const { t, format } = useWords();
  const now = useNow(60_000);
  return [
    column('device', t('console.own.device'), ({ device, face }) => (
      <>
        <b title={device}>{deviceName(device)}</b> <span className="m">{t(`Face.${face}`)}</span>
      </>
    )),
    column('since', t('console.own.signedIn'), ({ signedInAt }) => (
      <span className="nw">{format.dateTime(signedInAt)}</span>
    )),
    column('seen', t('console.own.seen'), ({ lastSeenAt }) => (
      <span className="nw">{format.ago(lastSeenAt, now)}</span>
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, ({ id, current, device }) =>
      current ? (
        <Status tone="ok">{t('console.own.here')}</Status>
      ) : (
        <Button
          small
          busy={busy}
          onClick={() => void revoke(id)}
          aria-label={t('console.own.revokeOf', { device: deviceName(device) })}
        >
          {t('console.own.revoke')}
        </Button>
      ),
    ),
  ];
}

function Sessions({ read }: { readonly read: Read<MySessionsQuery> }): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy } = useAct(RevokeSessionDocument);
  const revoke = async (id: string) => {
    const { message } = await act({ id });
    if (message) toast('bad', message);
    read.again();
  };
  const columns = useColumns(busy, revoke);
  return (
    <Panel title={t('console.own.sessions')} note={t('console.own.sessionsNote')}>
      <DataTable
        label={t('console.own.sessions')}
        wrap
        read={read}
        rows={read.data?.mySessions}
        rowKey={({ id }) => id}
        columns={columns}
        empty={null}
      />
    </Panel>
  );
}
