import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, useSubmit } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { Link } from '../../shell/router';
import { ConfirmAttendanceDocument, type MyMeetingPartsFragment } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { ErrorSummary, Note } from '../../shell/pieces';
import { useWords } from '../../shell/words';

/** 掃碼簽到 The code came with the address; behind the "#" it is in nobody's log. One tap confirms. */
export function ConfirmPage(): ReactElement {
  const { t, format } = useWords();
  const [code] = useState(() => window.location.hash.slice(1));
  const [confirm] = useMutation(ConfirmAttendanceDocument);
  const { submission, submit } = useSubmit(async (fields: { code: string }) => {
    const { data } = await confirm({ variables: { input: { code: fields.code } } });
    return data?.confirmAttendance as MyMeetingPartsFragment | Refused;
  });
  const busy = submission.state === 'submitting';
  return (
    <Page title={t('later.life.confirm')} back={{ to: '/me/life' }} tab="me">
      <Heading>{t('later.life.confirm')}</Heading>
      {submission.state === 'done' ? (
        <Note tone="ok" icon="circle-check" role="status" title={t('later.life.confirmed')}>
          <p>{t('later.life.confirmedText')}</p>
          <p>
            <Link to="/me/life">{t('later.life.title')}</Link>
          </p>
        </Note>
      ) : (
        <>
          {submission.state === 'refused' && (
            <ErrorSummary title={refusalMessage(submission.refused, t, format)}>
              <p>{t('later.life.scanAgain')}</p>
            </ErrorSummary>
          )}
          {submission.state === 'failed' && <ErrorSummary title={problemMessage(submission.error, t)} />}
          <p className="lead">{code ? t('later.life.confirmLead') : t('later.life.noCode')}</p>
          {code && (
            <button
              type="button"
              className="btn btn--primary"
              aria-disabled={busy}
              onClick={busy ? undefined : () => void submit({ code })}
            >
              {t('later.life.confirmGo')}
            </button>
          )}
        </>
      )}
    </Page>
  );
}
