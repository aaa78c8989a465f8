import { isRefused, problemMessage, refusalMessage, useSubmit } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { Redirect, useGo } from '../shell/router';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, SubmitButton } from '../shell/pieces';
import { residentId } from '../shell/session';
import { useSignal } from '../shell/signal';
import { useWords } from '../shell/words';
import { codeRequest } from './code-request';
import { Demonstration } from './demonstration';
import { Field } from './field';
import { phoneFault, phoneOf } from './phone-number';
import { requestCode } from './sign-in-operations';

/** The first question: your number. */
export function PhonePage(): ReactElement {
  const { t, format } = useWords();
  const navigate = useGo();
  const signedIn = useSignal(residentId) !== null;
  const [typed, setTyped] = useState(codeRequest.get()?.phone ?? '');
  const [asked, setAsked] = useState(0);
  const { submission, submit } = useSubmit(({ phone }: { phone: string }) => requestCode(phone));
  if (signedIn) return <Redirect to="/" replace />;

  const fault = asked > 0 ? phoneFault(typed) : undefined;
  const send = async () => {
    setAsked((times) => times + 1);
    if (phoneFault(typed)) return;
    const phone = phoneOf(typed);
    const outcome = await submit({ phone });
    const now = Date.now();
    if (outcome.state === 'done') {
      codeRequest.set({ phone, masked: outcome.result.maskedPhone, resendAt: now + outcome.result.resendAfterSeconds * 1000 });
      navigate('/sign-in/code');
    } else if (outcome.state === 'refused' && outcome.refused.code === 'CODE_SENT_RECENTLY' && codeRequest.get()?.phone === phone) {
      // The code of a moment ago still counts.
      navigate('/sign-in/code');
    }
  };
  return (
    <Page title={t('common.signIn')}>
      <Heading>{t('resident.signIn.welcome')}</Heading>
      {submission.state === 'refused' && isRefused(submission.refused) && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && (
        <ErrorSummary title={t('resident.signIn.notSent')}>{problemMessage(submission.error, t)}</ErrorSummary>
      )}
      <form className="sec" noValidate onSubmit={(event) => (event.preventDefault(), void send())}>
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
