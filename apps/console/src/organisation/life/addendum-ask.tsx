import type { ReactElement } from 'react';
import { AddAddendumDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { useWords } from '../../kit/words';
import { ReasonAsk } from './reason-ask';

interface OfMeeting {
  readonly id: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What is signed stays: what was wrong with it is said below, with the day. */
export function AddendumAsk({ id, onClose, onDone }: OfMeeting): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(AddAddendumDocument);
  const send = async (text: string) => {
    const { done } = await act({ id, text });
    if (!done) return;
    onDone();
    onClose();
  };
  return (
    <ReasonAsk
      title={t('console.life.addAddendum')}
      text={t('console.life.addendumText')}
      label={t('console.life.addendum')}
      word={t('console.life.addAddendum')}
      maxLength={400}
      busy={busy}
      message={message}
      onGo={send}
      onClose={onClose}
    />
  );
}
