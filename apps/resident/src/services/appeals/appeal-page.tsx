import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, useSubmit } from '@linli/client';
import { type ReactElement, type SyntheticEvent, useId, useState } from 'react';
import { useRead } from '../../data/use-read';
import { type AppealedFragment, AppealNoShowDocument, OneBookingDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { CallCentre, ErrorSummary, Failed, SubmitButton, Waiting } from '../../shell/pieces';
import { Link, useGo, useParams } from '../../shell/router';
import { useSessionWords } from '../bookings/use-what';

/** As long as a reason may be for the server. */
const MOST = 200;
const REASONS = ['came', 'called', 'ill', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** One question: what happened? */
export function AppealPage(): ReactElement {
  const { t, format } = useLaterWords();
  const { id = '' } = useParams();
  const { data, error, again } = useRead(OneBookingDocument, { id });
  const { what } = useSessionWords();
  const session = data?.booking.session;
  return (
    <Page title={t('later.appeal.title')} back={{ to: `/bookings/${id}` }} busy={!data && !error}>
      <Heading>{t('later.appeal.ask')}</Heading>
      {session ? (
        <>
          <p className="lead">
            {format.day(session.day)} {what(session)}
          </p>
          <Form id={id} />
          <CallCentre />
        </>
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function useAppeal(id: string) {
  const go = useGo();
  const [send] = useMutation(AppealNoShowDocument);
  const { submission, submit } = useSubmit(
    async ({ reason }: { reason: string }): Promise<AppealedFragment | Refused> => {
      const { data } = await send({ variables: { input: { id, reason } } });
      if (!data) throw new Error('No answer.');
      return data.appealNoShow;
    },
  );
  const appeal = async (reason: string) => {
    const { state } = await submit({ reason });
    if (state === 'done') go(`/bookings/${id}`, { replace: true });
  };
  return { submission, appeal };
}

function Form({ id }: { readonly id: string }): ReactElement {
  const { t, format } = useLaterWords();
  const box = useId();
  const [chosen, setChosen] = useState<Reason>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(0);
  const { submission, appeal } = useAppeal(id);
  const said = words.trim().replace(/\s+/g, ' ');
  const fault =
    chosen === undefined
      ? 'later.appeal.choose'
      : chosen === 'other' && said === ''
        ? 'later.appeal.write'
        : undefined;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(tried + 1);
    if (fault || !chosen) return;
    const why =
      chosen === 'other' ? said : [t(`later.appeal.reason.${chosen}`), said].filter(Boolean).join('：');
    void appeal(why.slice(0, MOST));
  };
  return (
    <form className="sec" noValidate onSubmit={send}>
      {tried > 0 && fault && <ErrorSummary key={tried} title={t(fault)} />}
      {submission.state === 'refused' && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && (
        <ErrorSummary icon="wifi-off" title={t('later.appeal.notYet')}>
          {problemMessage(submission.error, t)}
        </ErrorSummary>
      )}
      <fieldset className="q">
        <legend>{t('later.appeal.reason')}</legend>
        <div className="opts">
          {REASONS.map((reason) => (
            <label key={reason} className="opt">
              <input
                type="radio"
                name="reason"
                checked={reason === chosen}
                onChange={() => setChosen(reason)}
              />
              <span className="opt__f">
                <b>{t(`later.appeal.reason.${reason}`)}</b>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={box}>{t(chosen === 'other' ? 'later.appeal.words' : 'later.appeal.wordsToo')}</label>
        <textarea
          id={box}
          rows={3}
          maxLength={MOST - REASON_ROOM}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <SubmitButton busy={submission.state === 'submitting'} icon="check">
        {submission.state === 'failed' ? t('common.retry') : t('later.appeal.send')}
      </SubmitButton>
      <Link className="btn btn--plain" to={`/bookings/${id}`}>
        {t('later.appeal.no')}
      </Link>
    </form>
  );
}

/** What the chosen reason takes of it. */
const REASON_ROOM = 60;
