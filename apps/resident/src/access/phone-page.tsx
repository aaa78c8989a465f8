import { useSubmit } from '@linli/client';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { Redirect, useGo } from '../shell/router';
import { Heading, Page } from '../shell/page';
import { SubmitButton } from '../shell/pieces';
import { residentId } from '../shell/session';
import { useSignal } from '../shell/signal';
import { useWords } from '../shell/words';
import { codeRequest } from './code-request';
import { Demonstration } from './demonstration';
import { Field } from './field';
import { phoneFault, phoneOf } from './phone-number';
import { SignInProblem } from './sign-in-problem';
import { requestCode } from './sign-in-operations';

/** Asks for a code; a code of a moment ago still counts. */
function useCodeRequest() {
  const go = useGo();
  const { submission, submit } = useSubmit(({ phone }: { phone: string }) => requestCode(phone));
  const request = async (phone: string) => {
    const outcome = await submit({ phone });
    if (outcome.state === 'done') {
      const { maskedPhone, resendAfterSeconds } = outcome.result;
      codeRequest.set({ phone, masked: maskedPhone, resendAt: Date.now() + resendAfterSeconds * 1000 });
      go('/sign-in/code');
    } else if (outcome.state === 'refused' && outcome.refused.code === 'CODE_SENT_RECENTLY') {
      if (codeRequest.get()?.phone === phone) go('/sign-in/code');
    }
  };
  return { submission, request };
}

/** The first question: your number. */
export function PhonePage(): ReactElement {
  const { t } = useWords();
  const signedIn = useSignal(residentId) !== null;
  const [typed, setTyped] = useState(codeRequest.get()?.phone ?? '');
  const [asked, setAsked] = useState(0);
  const { submission, request } = useCodeRequest();
  if (signedIn) return <Redirect to="/" replace />;

  const fault = asked > 0 ? phoneFault(typed) : undefined;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked((times) => times + 1);
    if (!phoneFault(typed)) void request(phoneOf(typed));
  };
  return (
    <Page title={t('common.signIn')}>
      <Heading>{t('resident.signIn.welcome')}</Heading>
      <SignInProblem submission={submission} title={t('resident.signIn.notSent')} />
      <form className="sec" noValidate onSubmit={send}>
        <Field
          label={t('resident.signIn.yourPhone')}
          hint={t('resident.signIn.whyPhone')}
          error={fault && t(`resident.signIn.phone.${fault}`)}
          attempt={asked}
          value={typed}
          onChange={setTyped}
          type="tel"
          autoComplete="tel-national"
          maxLength={20}
        />
        <SubmitButton busy={submission.state === 'submitting'} icon="message-square-text">
          {t('resident.signIn.sendCode')}
        </SubmitButton>
      </form>
      <p className="sm mute">{t('resident.signIn.noAccount')}</p>
      <Demonstration />
    </Page>
  );
}
