import { type ReactElement, useState } from 'react';
import {
  AcceptClaimDocument,
  DraftClaimDocument,
  ReturnClaimDocument,
  SubmitClaimDocument,
} from '../../gql/graphql';
import { type Act, useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { type Claim, notYet } from './claim-rules';

interface ClaimActsProps {
  readonly claim: Claim;
  readonly today: string;
  /** Whether this viewer answers for payers here. */
  readonly answers: boolean;
  readonly onChanged: () => void;
}

type Asked = 'submit' | 'accept' | 'return';

/** What can be done with the file now; why not, when it cannot. */
export function ClaimActs({ claim, today, answers, onChanged }: ClaimActsProps): ReactElement | null {
  const { t } = useWords();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked>();
  const gathering = useAct(DraftClaimDocument);
  const { id, centreId, payer, month, state } = claim;
  const close = () => setAsked(undefined);
  const asking = asked && <ClaimAsk {...{ claim, asked, onChanged }} onClose={close} />;
  if (state === 'DRAFT') {
    const blocked = notYet(claim, today);
    const gather = async () => {
      const { done } = await gathering.act({ id, centreId, month, payer });
      if (!done) return;
      toast('ok', t('console.claims.gathered', { count: done.meals }));
      onChanged();
    };
    return (
      <>
        {blocked && <p className="note note--info">{t(`refusal.${blocked}`)}</p>}
        <Button icon="refresh-cw" busy={gathering.busy} onClick={() => void gather()}>
          {t('console.claims.gather')}
        </Button>
        <Button kind="primary" disabled={blocked !== undefined} onClick={() => setAsked('submit')}>
          {t('console.claims.submit')}
        </Button>
        <Problem message={gathering.message} />
        {asking}
      </>
    );
  }
  if (state !== 'SUBMITTED') return null;
  if (!answers) return <p className="note note--info">{t('console.claims.waits')}</p>;
  return (
    <>
      <Button kind="primary" onClick={() => setAsked('accept')}>
        {t('console.claims.accept')}
      </Button>
      <Button kind="bad" onClick={() => setAsked('return')}>
        {t('console.claims.return')}
      </Button>
      {asking}
    </>
  );
}

interface ClaimAskProps {
  readonly claim: Claim;
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function ClaimAsk({ claim, asked, onClose, onChanged }: ClaimAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submitting = useAct(SubmitClaimDocument);
  const accepting = useAct(AcceptClaimDocument);
  const returning = useAct(ReturnClaimDocument);
  const acts: Readonly<Record<Asked, Pick<Act<never, Claim>, 'busy' | 'message'>>> = {
    submit: submitting,
    accept: accepting,
    return: returning,
  };
  const send = async () => {
    setTried(true);
    const { id } = claim;
    if (asked === 'return' && !reason.trim()) return;
    const { done } =
      asked === 'submit'
        ? await submitting.act({ id })
        : asked === 'accept'
          ? await accepting.act({ id })
          : await returning.act({ id, reason: reason.trim() });
    if (!done) return;
    toast('ok', t(`console.claims.done.${asked}`));
    onChanged();
    onClose();
  };
  const { meals, counters, totalFen, payer } = claim;
  return (
    <Ask
      title={t(`console.claims.title.${asked}`, { payer })}
      word={t(`console.claims.${asked}`)}
      danger={asked === 'return'}
      busy={acts[asked].busy}
      message={acts[asked].message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>
        <b>{t('console.claims.sum', { meals, counters, total: format.money(totalFen, { exact: true }) })}</b>
      </p>
      <p>{t(`console.claims.text.${asked}`)}</p>
      {asked === 'return' && (
        <TextField
          label={t('console.claims.reason')}
          value={reason}
          maxLength={200}
          onChange={setReason}
          error={tried && !reason.trim() ? t('issue.invalid_type') : undefined}
        />
      )}
    </Ask>
  );
}
