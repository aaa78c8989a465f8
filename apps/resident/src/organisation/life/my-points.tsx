import { useMutation } from '@apollo/client/react';
import { newId, problemMessage, refusalMessage, type Refused, useSubmit } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { AppealPointsDocument, type MyPointPartsFragment, MyPointsDocument } from '../../gql/graphql';
import { Ask } from '../../shell/ask';
import { ErrorSummary } from '../../shell/pieces';
import { useWords } from '../../shell/words';

/** 我的積分 What counts, and what is published and may still be appealed. */
export function MyPoints({ today }: { readonly today: string }): ReactElement | null {
  const { t, format } = useWords();
  const { data, again } = useRead(MyPointsDocument, {});
  const [appealing, setAppealing] = useState<MyPointPartsFragment>();
  if (!data) return null;
  const { total, entries } = data.myPoints;
  const standing = (entry: MyPointPartsFragment): string => {
    if (entry.isCounter) return t('later.life.points.counter');
    if (entry.isCountered) return t('later.life.points.countered');
    if (entry.appeal?.upheld === null) return t('later.life.points.appealed');
    if (entry.counts) return t('later.life.points.counts');
    return entry.noticeUntil ? t('later.life.points.notice', { day: format.day(entry.noticeUntil) }) : '';
  };
  return (
    <>
      <h2 className="h2">{t('later.life.points.title')}</h2>
      <div className="card">
        <p>
          <b>{t('later.life.points.total', { total })}</b>
        </p>
        {entries.length === 0 && <p className="sm mute">{t('later.life.points.none')}</p>}
      </div>
      {entries.map((entry) => (
        <div className="card" key={entry.id}>
          <p>
            <b>{t('later.life.points.line', { item: entry.item, points: entry.points })}</b>
          </p>
          <p className="sm mute">
            {format.day(entry.doneOn)} · {standing(entry)}
          </p>
          {entry.appeal?.answer && (
            <p className="sm">{t('later.life.points.answer', { answer: entry.appeal.answer })}</p>
          )}
          {!entry.appeal && !entry.isCounter && !entry.isCountered && (entry.noticeUntil ?? '') >= today && (
            <button type="button" className="btn btn--plain" onClick={() => setAppealing(entry)}>
              {t('later.life.points.appeal')}
            </button>
          )}
        </div>
      ))}
      {appealing && <Appeal entry={appealing} onClose={() => setAppealing(undefined)} onDone={again} />}
    </>
  );
}

interface AppealProps {
  readonly entry: MyPointPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 申訴 In the member's own words; somebody else than who entered it answers. */
function Appeal({ entry, onClose, onDone }: AppealProps): ReactElement {
  const { t, format } = useWords();
  const [text, setText] = useState('');
  const [id] = useState(() => newId());
  const [appeal] = useMutation(AppealPointsDocument);
  const { submission, submit } = useSubmit(async (fields: { text: string }) => {
    const { data } = await appeal({ variables: { input: { id, entryId: entry.id, ...fields } } });
    return data?.appealPoints as MyPointPartsFragment | Refused;
  });
  const send = async () => {
    const outcome = await submit({ text: text.trim() });
    if (outcome.state !== 'done') return;
    onDone();
    onClose();
  };
  return (
    <Ask title={t('later.life.points.appealTitle', { item: entry.item })} onClose={onClose}>
      {submission.state === 'refused' && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && <ErrorSummary title={problemMessage(submission.error, t)} />}
      <div className="field">
        <label htmlFor="appeal-text">{t('later.life.points.why')}</label>
        <input
          id="appeal-text"
          className="input"
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <button type="button" className="btn btn--primary" disabled={!text.trim()} onClick={() => void send()}>
        {t('later.life.points.appeal')}
      </button>
      <button type="button" className="btn btn--plain" onClick={onClose}>
        {t('common.cancel')}
      </button>
    </Ask>
  );
}
