import '../../styles/life.css';
import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../access/viewer';
import { MeetingPageDocument, SignMinutesDocument, type WholeMeetingFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button, IconButton } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Facts, Page, Panel } from '../../kit/page';
import { Failed, Loading } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AddendumAsk } from './addendum-ask';
import { AnnounceDrawer } from './announce-drawer';
import { CancelAsk } from './cancel-ask';
import { CodeDialog } from './code-dialog';
import { STATE_TONES, useKinds } from './life-words';
import { MinutesDrawer } from './minutes-drawer';
import { MinutesSheet } from './minutes-sheet';
import { RosterPanel } from './roster-panel';

type Open = 'announce' | 'code' | 'minutes' | 'sign' | 'cancel' | 'addendum';

export default function MeetingPage(): ReactElement {
  const { meetingId = '' } = useParams();
  const read = useRead(MeetingPageDocument, { id: meetingId });
  if (read.data) return <MeetingOf meeting={read.data.meeting} again={read.again} />;
  if (read.error) return <Failed error={read.error} again={read.again} />;
  return <Loading />;
}

interface MeetingOfProps {
  readonly meeting: WholeMeetingFragment;
  readonly again: () => void;
}

/** One meeting from plan to signature: at each step one primary button says what comes next. */
function MeetingOf({ meeting, again }: MeetingOfProps): ReactElement {
  const { t, format } = useWords();
  const kindsOf = useKinds();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const title = kindsOf(meeting.kinds);
  return (
    <Page
      title={title}
      className="page--life page--meeting"
      back={
        <IconButton
          icon="arrow-left"
          label={t('common.back')}
          onClick={() => void navigate(`/life?branch=${meeting.organisationId}`)}
        />
      }
      about={<Chip tone={STATE_TONES[meeting.state]}>{t(`MeetingState.${meeting.state}`)}</Chip>}
      actions={<MeetingActs meeting={meeting} onOpen={setOpen} />}
    >
      <div className="g-life noprint">
        <div className="stack">
          <Panel>
            {meeting.state === 'ANNOUNCED' && <p className="hint">{t('console.life.opens')}</p>}
            <Facts
              facts={[
                [t('console.life.branch'), meeting.organisationName],
                [t('console.life.when'), format.dateTime(meeting.startsAt)],
                [t('console.life.place'), meeting.place],
                [t('console.life.hours'), t('console.life.minutes', { minutes: meeting.minutes })],
                ...(meeting.firstTopic ? [[t('console.life.firstTopic'), meeting.firstTopic] as const] : []),
                ...(meeting.lecturer ? [[t('console.life.lecturer'), meeting.lecturer] as const] : []),
                ...(meeting.cancelledBecause
                  ? [[t('console.life.cancelledBecause'), meeting.cancelledBecause] as const]
                  : []),
              ]}
            />
          </Panel>
          {meeting.minuted.some(({ text }) => text) && <MinutesPanel meeting={meeting} />}
        </div>
        <RosterPanel meeting={meeting} again={again} onCode={() => setOpen('code')} />
      </div>
      {meeting.state === 'SIGNED' && <MinutesSheet meeting={meeting} />}
      {open === 'announce' && <AnnounceDrawer meeting={meeting} onClose={close} onDone={again} />}
      {open === 'code' && <CodeDialog meeting={meeting} again={again} onClose={close} />}
      {open === 'minutes' && <MinutesDrawer meeting={meeting} onClose={close} onDone={again} />}
      {open === 'sign' && <SignAsk meeting={meeting} onClose={close} onDone={again} />}
      {open === 'cancel' && <CancelAsk id={meeting.id} onClose={close} onDone={again} />}
      {open === 'addendum' && <AddendumAsk id={meeting.id} onClose={close} onDone={again} />}
    </Page>
  );
}

interface MeetingActsProps {
  readonly meeting: WholeMeetingFragment;
  readonly onOpen: (open: Open) => void;
}

function MeetingActs({ meeting, onOpen }: MeetingActsProps): ReactElement | null {
  const { t } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const { state, attendanceOpen, openCount } = meeting;
  const begun = useNow(10_000) >= new Date(meeting.startsAt);
  if (state === 'SIGNED')
    return (
      <>
        {keeps && <Button onClick={() => onOpen('addendum')}>{t('console.life.addAddendum')}</Button>}
        <Button kind="primary" icon="printer" onClick={() => window.print()}>
          {t('console.life.print')}
        </Button>
      </>
    );
  if (!keeps || state === 'CANCELLED') return null;
  const next =
    state === 'PLANNED'
      ? 'announce'
      : state === 'HELD'
        ? 'sign'
        : openCount > 0 || !begun
          ? 'code'
          : 'minutes';
  const kind = (open: Open) => ({ kind: open === next ? ('primary' as const) : ('plain' as const) });
  return (
    <>
      {state !== 'HELD' && <Button onClick={() => onOpen('cancel')}>{t('console.life.cancel')}</Button>}
      {state === 'PLANNED' && (
        <Button {...kind('announce')} onClick={() => onOpen('announce')}>
          {t('console.life.announce')}
        </Button>
      )}
      {state !== 'PLANNED' && (
        <>
          <Button
            {...kind('code')}
            icon="scan-qr-code"
            disabled={!attendanceOpen}
            onClick={() => onOpen('code')}
          >
            {t('console.life.code')}
          </Button>
          <Button
            {...kind('minutes')}
            icon="file-pen"
            disabled={!attendanceOpen || !begun}
            onClick={() => onOpen('minutes')}
          >
            {t('console.life.keepMinutes')}
          </Button>
        </>
      )}
      {state === 'HELD' && (
        <Button {...kind('sign')} icon="signature" onClick={() => onOpen('sign')}>
          {t('console.life.sign')}
        </Button>
      )}
    </>
  );
}

function MinutesPanel({ meeting }: { readonly meeting: WholeMeetingFragment }): ReactElement {
  const { t } = useWords();
  return (
    <Panel title={t('console.life.minutesTitle')}>
      <div className="mins">
        {meeting.minuted.map(({ kind, text }) => (
          <section key={kind}>
            <h3>{t(`MeetingKind.${kind}`)}</h3>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </Panel>
  );
}

interface SignAskProps {
  readonly meeting: WholeMeetingFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what cannot be undone, and what would not count yet. */
function SignAsk({ meeting, onClose, onDone }: SignAskProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(SignMinutesDocument);
  const missing = meeting.minuted.filter((each) => each.missing);
  const send = async () => {
    const { done } = await act({ id: meeting.id });
    if (!done) return;
    toast('ok', t('console.life.signed'));
    onDone();
    onClose();
  };
  return (
    <Ask
      title={t('console.life.signTitle')}
      icon="signature"
      word={t('console.life.sign')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>{t('console.life.signText', { present: meeting.presentCount, due: meeting.rosterCount })}</p>
      {missing.map(({ kind, missing: why }) => (
        <p key={kind} className="err">
          {t(`MeetingKind.${kind}`)}
          {t('console.life.colon')}
          {why && t(`MissingForKind.${why}`)}
        </p>
      ))}
    </Ask>
  );
}
