import { type ReactElement, useState } from 'react';
import { BookNextVisitDocument, NextVisitsDocument, type VisitFragment } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { dayOf } from '../../kit/days';
import { ChoiceField } from '../../kit/field';
import { useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useWindow } from './visit-state';

interface NextAskProps {
  readonly visit: VisitFragment;
  readonly onClose: () => void;
}

/** When to come again, agreed at the door. */
export function NextAsk({ visit, onClose }: NextAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const windowOf = useWindow();
  const [sessionId, setSessionId] = useState('');
  const [tried, setTried] = useState(false);
  const read = useRead(NextVisitsDocument, { bookingId: visit.bookingId });
  const { act, busy, message } = useCreate(BookNextVisitDocument);
  const open = (read.data?.nextVisits ?? []).filter(({ refusal }) => refusal === null);
  const send = async () => {
    setTried(true);
    const chosen = open.find(({ session }) => session.id === sessionId)?.session;
    if (!chosen) return;
    const { done } = await act({ after: visit.bookingId, sessionId });
    if (!done) return;
    toast(
      'ok',
      t('console.visits.nextDone', { when: `${format.day(dayOf(chosen.startsAt))} ${windowOf(chosen)}` }),
    );
    onClose();
  };
  return (
    <Ask
      icon="calendar-days"
      title={t('console.visits.nextTitle', { name: visit.name })}
      word={t('console.visits.next')}
      keep={t('console.visits.nextLater')}
      busy={busy}
      disabled={open.length === 0}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <Loaded read={read} rows={2}>
        {() =>
          open.length === 0 ? (
            <p>{t('console.visits.nextNone')}</p>
          ) : (
            <ChoiceField
              label={t('console.visits.window')}
              value={sessionId}
              options={open.map(({ session }) => ({
                key: session.id,
                label: `${format.day(dayOf(session.startsAt))} ${windowOf(session)}`,
              }))}
              onChange={setSessionId}
              error={tried && !sessionId ? t('console.visits.nextChoose') : undefined}
            />
          )
        }
      </Loaded>
    </Ask>
  );
}
