import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, useNow, useSubmit } from '@linli/client';
import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useRead } from '../data/use-read';
import { DevicesDocument, type DevicesQuery, RevokeDeviceDocument } from '../gql/graphql';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, Failed, Waiting } from '../shell/pieces';
import { useWords } from '../shell/words';
import { deviceLook } from './device-look';

type Device = DevicesQuery['mySessions'][number];

/** Where this person is signed in, and how to end it there. */
export function DevicesPage(): ReactElement {
  const { t, format } = useWords();
  const { data, error, again } = useRead(DevicesDocument, {});
  const [revoke] = useMutation(RevokeDeviceDocument);
  const { submission, submit } = useSubmit(async ({ session }: { session: string }) => {
    const { data: done } = await revoke({ variables: { input: { id: session } } });
    again();
    return done?.revokeSession as { readonly sessions: number } | Refused;
  });
  return (
    <Page title={t('resident.devices')} back={{ to: '/me' }} tab="me">
      <Heading>{t('resident.devices')}</Heading>
      <p className="lead">{t('resident.devicesLead')}</p>
      {submission.state === 'refused' && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && <ErrorSummary title={problemMessage(submission.error, t)} />}
      {data ? (
        <ul className="card card--flush">
          {data.mySessions.map((device) => (
            <li key={device.id}>
              <DeviceRow
                device={device}
                onEnd={() => void submit({ session: device.id })}
                busy={submission.state === 'submitting'}
              />
            </li>
          ))}
        </ul>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface RowProps {
  readonly device: Device;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function DeviceRow({ device, busy, onEnd }: RowProps): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const { system, browser } = deviceLook(device.device);
  const name = t('resident.device', {
    system: t(`resident.system.${system}`),
    browser: t(`resident.browser.${browser}`),
  });
  return (
    <div className="row">
      <span>
        <b>{name}</b>
        <small>{t('resident.lastSeen', { when: format.ago(device.lastSeenAt, now) })}</small>
      </span>
      {device.current ? (
        <Status tone="ok">{t('resident.thisPhone')}</Status>
      ) : (
        <button
          className="btn btn--plain"
          type="button"
          aria-disabled={busy}
          onClick={busy ? undefined : onEnd}
        >
          {t('resident.endThere')}
          <span className="vh"> {name}</span>
        </button>
      )}
    </div>
  );
}
