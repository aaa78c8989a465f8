import { useMutation } from '@apollo/client/react';
import { problemMessage, refusalMessage, type Refused, useSubmit } from '@linli/client';
import type { ReactElement } from 'react';
import { useRead } from '../data/use-read';
import { RemindersDocument, type RemindersQuery, SaveRemindersDocument } from '../gql/graphql';
import { useLaterWords } from '../shell/later-words';
import { Heading, Page } from '../shell/page';
import { ErrorSummary, Failed, Note, Waiting } from '../shell/pieces';

type Preferences = RemindersQuery['myPreferences'];
const KINDS = ['reminders', 'mealReminders'] as const;
const CHANNELS = { SMS: 'smsNotices', WECHAT: 'wechatNotices' } as const;
type Wish = (typeof KINDS)[number] | (typeof CHANNELS)[keyof typeof CHANNELS];

/** What one is reminded of, and how one is told: each tap is kept at once. */
export function RemindersPage(): ReactElement {
  const { t } = useLaterWords();
  const { data, error, again } = useRead(RemindersDocument, {}, { from: 'network-only' });
  return (
    <Page title={t('later.reminders.title')} back={{ to: '/me' }} tab="me" busy={!data && !error}>
      <Heading>{t('later.reminders.title')}</Heading>
      {data ? (
        <Wishes preferences={data.myPreferences} again={again} />
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface Props {
  readonly preferences: Preferences;
  readonly again: () => void;
}

function Wishes({ preferences, again }: Props): ReactElement {
  const { t, format } = useLaterWords();
  const [save] = useMutation(SaveRemindersDocument);
  const { submission, submit } = useSubmit(
    async (wish: Partial<Record<Wish, boolean>>): Promise<object | Refused> => {
      const { language, elderMode } = preferences;
      const { data } = await save({ variables: { input: { language, elderMode, ...wish } } });
      if (!data) throw new Error('No answer.');
      again();
      return data.savePreferences;
    },
  );
  const channels = preferences.noticeChannels.map((channel) => CHANNELS[channel]);
  const question = (legend: string, wishes: readonly Wish[]) => (
    <fieldset className="q">
      <legend>{legend}</legend>
      <div className="opts">
        {wishes.map((wish) => (
          <label key={wish} className="opt opt--check">
            <input
              type="checkbox"
              checked={preferences[wish]}
              onChange={() => void submit({ [wish]: !preferences[wish] })}
            />
            <span className="opt__f">
              <span>
                <b>{t(`later.reminders.${wish}`)}</b>
                <small>{t(`later.reminders.${wish}Lead`)}</small>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
  return (
    <>
      {submission.state === 'refused' && (
        <ErrorSummary title={refusalMessage(submission.refused, t, format)} />
      )}
      {submission.state === 'failed' && (
        <ErrorSummary icon="wifi-off" title={t('later.notSaved')}>
          {problemMessage(submission.error, t)}
        </ErrorSummary>
      )}
      {question(t('later.reminders.ofWhat'), KINDS)}
      {channels.length > 0 && question(t('later.reminders.how'), channels)}
      {submission.state === 'done' && <Note tone="ok" icon="check" role="status" title={t('later.saved')} />}
      <p className="sm mute">{t('later.reminders.always')}</p>
    </>
  );
}
