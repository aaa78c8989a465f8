import { useApolloClient } from '@apollo/client/react';
import { Status } from '@linli/ui';
import { type SyntheticEvent, type ReactElement, useRef, useState } from 'react';
import { OneBookingDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';
import { type Arrival, findScanned, isHere, readTicket } from './arrivals';
import { Camera } from './camera';
import type { CheckingIn } from './use-check-in';

interface ScanDialogProps {
  readonly centreId: string;
  readonly arrivals: readonly Arrival[];
  readonly checkIn: CheckingIn;
  readonly onClose: () => void;
}

interface Outcome {
  readonly key: number;
  readonly ok: boolean;
  readonly text: string;
}

const SAME_CODE_MS = 4000;

/** Takes tickets one after another: by camera, by a hand-held scanner (which types), or by hand. */
export function ScanDialog({ centreId, arrivals, checkIn, onClose }: ScanDialogProps): ReactElement {
  const { t } = useWords();
  const take = useTaking(centreId, arrivals, checkIn);
  const [text, setText] = useState('');
  const [camera, setCamera] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    void take.take(text);
    setText('');
  };
  return (
    <Dialog
      open
      title={t('console.desk.scan')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <form onSubmit={submit} className="stack">
        <TextField
          label={t('console.scan.ticket')}
          hint={t('console.scan.hint')}
          value={text}
          onChange={setText}
          autoComplete="off"
          autoFocus
        />
        <div className="row">
          <Button kind="primary" type="submit">
            {t('BookingMove.CHECK_IN')}
          </Button>
          <Button icon="camera" onClick={() => setCamera(!camera)} aria-pressed={camera}>
            {t(camera ? 'console.scan.cameraOff' : 'console.scan.cameraOn')}
          </Button>
        </div>
      </form>
      {camera && (
        <div style={{ marginTop: 12 }}>
          <Camera onRead={(read) => void take.take(read)} />
        </div>
      )}
      <ul className="scanned" aria-live="assertive">
        {take.outcomes.map((outcome) => (
          <li key={outcome.key}>
            <Status tone={outcome.ok ? 'ok' : 'bad'}>{outcome.text}</Status>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useTaking(centreId: string, arrivals: readonly Arrival[], checkIn: CheckingIn) {
  const client = useApolloClient();
  const { t } = useWords();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const seen = useRef({ text: '', at: 0 });
  const tell = (ok: boolean, text: string) =>
    setOutcomes((before) => [{ key: Date.now() + Math.random(), ok, text }, ...before].slice(0, 6));

  const lookUp = async (text: string): Promise<Arrival | string> => {
    const scanned = readTicket(text);
    if (!scanned) return t('console.scan.unreadable');
    const here = findScanned(arrivals, scanned);
    if (here) return here;
    if ('personId' in scanned) return t('console.scan.nothingToday');
    if (!('bookingId' in scanned)) return t('console.scan.notOnList', { ticket: scanned.ticketNumber });
    const answer = await client
      .query({ query: OneBookingDocument, variables: { id: scanned.bookingId }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
    const booking = answer?.data?.booking;
    if (!booking) return t('console.scan.unknown');
    return booking.session.centreId === centreId ? booking : t('console.scan.otherCentre');
  };

  const take = async (text: string) => {
    const now = Date.now();
    // A camera sees the same ticket many times; that is one check-in.
    if (seen.current.text === text && now - seen.current.at < SAME_CODE_MS) return;
    seen.current = { text, at: now };
    const found = await lookUp(text);
    if (typeof found === 'string') {
      tell(false, found);
      return;
    }
    const name = `${found.beneficiary.name} ${found.ticketNumber}`;
    if (isHere(found)) {
      tell(true, t('console.scan.already', { name }));
      return;
    }
    const outcome = await checkIn.checkIn(found);
    tell(
      outcome.done !== undefined,
      outcome.done ? t('console.scan.done', { name }) : `${name}：${outcome.message}`,
    );
  };
  return { take, outcomes };
}
