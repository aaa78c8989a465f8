import { problemMessage, refusalMessage, useNow, useSubmit } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { Redirect, useGo } from '../shell/router';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, SubmitButton } from '../shell/pieces';
import { residentId, signedIn as remember } from '../shell/session';
import { useSignal } from '../shell/signal';
import { useWords } from '../shell/words';
import { type CodeRequest, codeRequest } from './code-request';
import { Demonstration } from './demonstration';
import { Field } from './field';
import { codeOf } from './phone-number';
import { requestCode, signInWithCode } from './sign-in-operations';

/** The second question: the code. */
export function CodePage(): ReactElement {
  const request = useSignal(codeRequest);
  const signedIn = useSignal(residentId) !== null;
  if (signedIn) return <Redirect to="/" replace />;
  return request ? <CodeForm request={request} /> : <Redirect to="/sign-in" replace />;
}

function CodeForm({ request }: { readonly request: CodeRequest }): ReactElement {
  const { t, format } = useWords();
  const navigate = useGo();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(0);
  const { submission, submit } = useSubmit((fields: { code: string }) => signInWithCode(request.phone, fields.code));

  const send = async (typed: string) => {
    setAsked((times) => times + 1);
    if (typed.length < 6) return;
    const outcome = await submit({ code: typed });
    if (outcome.state !== 'done') return;
    codeRequest.set(null);
    remember(outcome.result.id);
    navigate('/', { replace: true });
  };
  const refused = submission.state === 'refused' ? submission.refused : undefined;
  const wrong = refused?.code === 'CODE_WRONG' && code.length === 6 ? refusalMessage(refused, t, format) : undefined;
  return (
    <Page title={t('resident.signIn.code')} back={{ to: '/sign-in' }}>
      <Heading>{t('resident.signIn.enterCode')}</Heading>
      <p className="lead">{t('resident.signIn.sentTo', { phone: request.masked })}</p>
      {refused && refused.code !== 'CODE_WRONG' && <ErrorSummary title={refusalMessage(refused, t, format)} />}
      {submission.state === 'failed' && (
        <ErrorSummary title={t('resident.signIn.notSignedIn')}>{problemMessage(submission.error, t)}</ErrorSummary>
      )}
      <form className="sec" noValidate onSubmit={(event) => (event.preventDefault(), void send(code))}>
        <Field
          label={t('resident.signIn.code')}
          error={wrong ?? (asked > 0 && code.length < 6 ? t('resident.signIn.sixDigits') : undefined)}
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
  const { t, format } = useWords();
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
      <button className="btn btn--plain" type="button" onClick={() => void again()} aria-disabled={submission.state === 'submitting'}>
        {t('resident.signIn.resend')}
      </button>
      {submission.state === 'refused' && <ErrorSummary title={refusalMessage(submission.refused, t, format)} />}
      {submission.state === 'failed' && <ErrorSummary title={problemMessage(submission.error, t)} />}
    </div>
  );
}
