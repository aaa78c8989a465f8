import '../../styles/care.css';
import { serverNow } from '@linli/client';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import type { CareFragment, CareScope } from '../../gql/graphql';
import { SubmitButton } from '../../shell/pieces';
import { useGo } from '../../shell/router';
import { useLaterWords } from '../../shell/later-words';
import { Field } from '../field';
import { codeOf, phoneFault, phoneOf } from '../phone-number';
import { SignInProblem } from '../sign-in-problem';
import { Demonstration } from '../demonstration';
import { type Term, TERMS, untilOf } from './terms';
import { useCare, useCareCode } from './use-care';

const SCOPES: readonly CareScope[] = ['BOOKINGS', 'HEALTH', 'CONTACTS'];

/** Who (once), what, how long; then the code from one's own phone. */
export function CareForm({ grant }: { readonly grant?: CareFragment }): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [scopes, setScopes] = useState<readonly CareScope[]>(grant?.scopes ?? ['BOOKINGS']);
  const [term, setTerm] = useState<Term>('YEAR');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(0);
  const care = useCare(grant);
  const wish = { name: name.trim(), phone: phoneOf(phone), scopes, until: untilOf(term, serverNow()) };
  const isNameless = grant === undefined && wish.name === '';
  const isPhoneless = grant === undefined && phoneFault(phone) !== undefined;
  const isWhole = scopes.length > 0 && !isNameless && !isPhoneless;
  const isWrong = care.submission.state === 'refused' && care.submission.refused.code === 'CODE_WRONG';
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked((times) => times + 1);
    if (isWhole && code.length === 6 && (await care.save(wish, code))) go('/me/care');
  };
  const blank = asked > 0;
  return (
    <form className="sec" noValidate onSubmit={(event) => void send(event)}>
      {!grant && (
        <>
          <Field
            label={t('later.care.name')}
            error={blank && isNameless ? t('later.care.nameMissing') : undefined}
            attempt={asked}
            value={name}
            onChange={setName}
            type="text"
            autoComplete="off"
            maxLength={40}
          />
          <Field
            label={t('later.care.phone')}
            hint={t('later.care.phoneHint')}
            error={blank && isPhoneless ? t('later.care.phoneWrong') : undefined}
            attempt={isNameless ? 0 : asked}
            value={phone}
            onChange={setPhone}
            type="tel"
            autoComplete="off"
            maxLength={20}
          />
        </>
      )}
      <Scopes scopes={scopes} onChange={setScopes} isMissing={blank && scopes.length === 0} />
      <Terms term={term} onChange={setTerm} />
      <CodeStep
        code={code}
        onCode={setCode}
        attempt={isNameless || isPhoneless ? 0 : asked}
        error={
          isWrong
            ? t('refusal.CODE_WRONG')
            : blank && code.length < 6
              ? t('resident.signIn.sixDigits')
              : undefined
        }
      />
      {!isWrong && <SignInProblem submission={care.submission} title={t('later.care.notSaved')} />}
      <SubmitButton busy={care.submission.state === 'submitting'} icon="check">
        {t(grant ? 'later.care.saveChange' : 'later.care.grant')}
      </SubmitButton>
      <Demonstration />
    </form>
  );
}

interface ScopesProps {
  readonly scopes: readonly CareScope[];
  readonly onChange: (scopes: readonly CareScope[]) => void;
  readonly isMissing: boolean;
}

function Scopes({ scopes, onChange, isMissing }: ScopesProps): ReactElement {
  const { t } = useLaterWords();
  const toggle = (scope: CareScope) =>
    onChange(SCOPES.filter((each) => scopes.includes(each) !== (each === scope)));
  return (
    <fieldset className="q">
      <legend>{t('later.care.what')}</legend>
      {isMissing && (
        <p className="field__e" role="alert">
          {t('later.care.whatMissing')}
        </p>
      )}
      <div className="opts">
        {SCOPES.map((scope) => (
          <label key={scope} className="opt opt--many">
            <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
            <span className="opt__f">
              <span>
                <b>{t(`CareScope.${scope}`)}</b>
                <small>{t(`later.care.why.${scope}`)}</small>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Terms({
  term,
  onChange,
}: {
  readonly term: Term;
  readonly onChange: (term: Term) => void;
}): ReactElement {
  const { t, format } = useLaterWords();
  return (
    <fieldset className="q">
      <legend>{t('later.care.howLong')}</legend>
      <div className="opts">
        {TERMS.map((each) => (
          <label key={each} className="opt">
            <input type="radio" name="term" checked={term === each} onChange={() => onChange(each)} />
            <span className="opt__f">
              <span>
                <b>{t(`later.care.term.${each}`)}</b>
                <small>{t('later.care.until', { day: format.date(untilOf(each, serverNow())) })}</small>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CodeStepProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly attempt: number;
  readonly error: string | undefined;
}

/** The code goes to one's own phone: nobody grants in somebody else's name. */
function CodeStep({ code, onCode, attempt, error }: CodeStepProps): ReactElement {
  const { t } = useLaterWords();
  const { sentTo, secondsLeft, submission, ask } = useCareCode();
  return (
    <>
      <Field
        label={t('later.care.code')}
        hint={sentTo ? t('resident.signIn.sentTo', { phone: sentTo }) : t('later.care.codeHint')}
        error={error}
        attempt={attempt}
        value={code}
        onChange={(typed) => onCode(codeOf(typed))}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      {secondsLeft > 0 ? (
        <p className="mute">{t('resident.signIn.resendIn', { seconds: secondsLeft })}</p>
      ) : (
        <button
          className="btn btn--plain"
          type="button"
          onClick={ask}
          aria-disabled={submission.state === 'submitting'}
        >
          {t(sentTo ? 'resident.signIn.resend' : 'later.care.sendCode')}
        </button>
      )}
      <SignInProblem submission={submission} title={t('resident.signIn.notSent')} />
    </>
  );
}
