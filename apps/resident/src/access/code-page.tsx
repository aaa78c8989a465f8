import { useNow, useSubmit } from '@linli/client';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { Heading, Page } from '../shell/page';
import { SubmitButton } from '../shell/pieces';
import { Redirect, useGo } from '../shell/router';
import { residentId, signedIn as remember } from '../shell/session';
import { useSignal } from '../shell/signal';
import { useWords } from '../shell/words';
import { type CodeRequest, codeRequest } from './code-request';
import { Demonstration } from './demonstration';
import { Field } from './field';
import { codeOf } from './phone-number';
import { requestCode, signInWithCode } from './sign-in-operations';
import { SignInProblem } from './sign-in-problem';

/** The second question: the code. */
export function CodePage(): ReactElement {
  const request = useSignal(codeRequest);
  const signedIn = useSignal(residentId) !== null;
  if (signedIn) return <Redirect to="/" replace />;
  return request ? <CodeForm request={request} /> : <Redirect to="/sign-in" replace />;
}

function useSignIn(phone: string) {
  const go = useGo();
  const { submission, submit } = useSubmit(({ code }: { code: string }) => signInWithCode(phone, code));
  const signIn = async (code: string) => {
    const outcome = await submit({ code });
    if (outcome.state !== 'done') return;
    codeRequest.set(null);
    remember(outcome.result.id);
    go('/', { replace: true });
  };
  return { submission, signIn };
}

function CodeForm({ request }: { readonly request: CodeRequest }): ReactElement {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(0);
  const { submission, signIn } = useSignIn(request.phone);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked((times) => times + 1);
    if (code.length === 6) void signIn(code);
  };
  const isWrong = submission.state === 'refused' && submission.refused.code === 'CODE_WRONG';
  const tooShort = asked > 0 && code.length < 6;
  return (
    <Page title={t('resident.signIn.code')} back={{ to: '/sign-in' }}>
      <Heading>{t('resident.signIn.enterCode')}</Heading>
      <p className="lead">{t('resident.signIn.sentTo', { phone: request.masked })}</p>
      {!isWrong && <SignInProblem submission={submission} title={t('resident.signIn.notSignedIn')} />}
      <form className="sec" noValidate onSubmit={send}>
        <Field
          label={t('resident.signIn.code')}
          error={tooShort ? t('resident.signIn.sixDigits') : isWrong ? t('refusal.CODE_WRONG') : undefined}
          attempt={asked}
          value={code}
          onChange={(typed) => setCode(codeOf(typed))}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <SubmitButton busy={submission.state === 'submitting'} icon="check">
          {t('common.signIn')}
        </SubmitButton>
      </form>
      <Resend request={request} />
      <Demonstration />
    </Page>
  );
}

function Resend({ request }: { readonly request: CodeRequest }): ReactElement {
  const { t } = useWords();
  useNow();
  const { submission, submit } = useSubmit(() => requestCode(request.phone));
  const left = Math.ceil((request.resendAt - Date.now()) / 1000);
  const again = async () => {
    const outcome = await submit({ at: Date.now() });
    if (outcome.state === 'done')
      codeRequest.set({ ...request, resendAt: Date.now() + outcome.result.resendAfterSeconds * 1000 });
  };
  if (left > 0) return <p className="mute">{t('resident.signIn.resendIn', { seconds: left })}</p>;
  return (
    <div className="sec">
      <button
        className="btn btn--plain"
        type="button"
        onClick={() => void again()}
        aria-disabled={submission.state === 'submitting'}
      >
        {t('resident.signIn.resend')}
      </button>
      <SignInProblem submission={submission} title={t('resident.signIn.notSent')} />
    </div>
  );
}
