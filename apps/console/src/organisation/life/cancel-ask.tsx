import type { ReactElement } from 'react';
import { CancelMeetingDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { useWords } from '../../kit/words';
import { ReasonAsk } from './reason-ask';

interface OfMeeting {
  readonly id: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CancelAsk({ id, onClose, onDone }: OfMeeting): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(CancelMeetingDocument);
  const send = async (reason: string) => {
    const { done } = await act({ id, reason });
    if (!done) return;
    onDone();
    onClose();
  };
  return (
    <ReasonAsk
      danger
      title={t('console.life.cancel')}
      text={t('console.life.cancelText')}
      label={t('console.life.cancelledBecause')}
      word={t('console.life.cancel')}
      maxLength={120}
      busy={busy}
      message={message}
      onGo={send}
      onClose={onClose}
    />
  );
}
