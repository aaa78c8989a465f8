import { useMutation } from '@apollo/client/react';
import { type Refused, useSubmit } from '@linli/client';
import type { ReactElement } from 'react';
import { type CareFragment, RevokeCareDocument } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { useLaterWords } from '../../shell/later-words';
import { SignInProblem } from '../sign-in-problem';

interface Props {
  readonly grant: CareFragment;
  readonly isMine: boolean;
  readonly onClose: () => void;
}

/** Asks once; then it is over at once. */
export function RevokeQuestion({ grant, isMine, onClose }: Props): ReactElement {
  const { t } = useLaterWords();
  const [revoke] = useMutation(RevokeCareDocument);
  const { submission, submit } = useSubmit(
    async ({ id }: { id: string }): Promise<CareFragment | Refused> => {
      const { data } = await revoke({ variables: { input: { id } } });
      if (!data) throw new Error('No answer.');
      return data.revokeCare;
    },
  );
  const busy = submission.state === 'submitting';
  const send = async () => {
    const outcome = await submit({ id: grant.id });
    if (outcome.state === 'done') onClose();
  };
  const name = isMine ? grant.carerName : grant.elderName;
  return (
    <Ask title={t(isMine ? 'later.care.revokeAsk' : 'later.care.giveUpAsk', { name })} onClose={onClose}>
      <p>{t(isMine ? 'later.care.revokeLead' : 'later.care.giveUpLead', { name })}</p>
      <SignInProblem submission={submission} title={t('later.care.notRevoked')} />
      <div className="btns">
        <button
          className="btn btn--bad"
          type="button"
          aria-disabled={busy}
          onClick={busy ? undefined : () => void send()}
        >
          {busy ? t('common.submitting') : t(isMine ? 'later.care.revokeNow' : 'later.care.giveUp')}
        </button>
        <button className="btn btn--plain" type="button" onClick={onClose}>
          {t('later.care.keep')}
        </button>
      </div>
    </Ask>
  );
}
