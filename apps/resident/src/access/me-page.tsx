import { problemMessage } from '@linli/client';
import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from '../shell/router';
import { leave } from '../data/house';
import { useRead } from '../data/use-read';
import { DevicesDocument, IsMemberDocument } from '../gql/graphql';
import { elderMode, setElderMode } from '../shell/elder-mode';
import { Ask } from '../shell/ask';
import { Heading, Page } from '../shell/page';
import { CallCentre, Failed, Note, Waiting } from '../shell/pieces';
import { useSignal } from '../shell/signal';
import { useLaterWords } from '../shell/later-words';
import { useWords } from '../shell/words';
import { useDemonstration } from './demonstration';
import { LanguageChoice } from './language-page';
import { signOut } from './sign-in-operations';

export function MePage(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('resident.tab.me')} tab="me">
      <Heading>{t('resident.tab.me')}</Heading>
      <Who />
      <Ways />
      <Letters />
      <LanguageChoice label={t('common.language')} />
      <SignOut />
      <About />
      <CallCentre />
    </Page>
  );
}

function Who(): ReactElement {
  const { t } = useWords();
  const { data, error, again } = useRead(DevicesDocument, {});
  if (error && !data) return <Failed error={error} onRetry={again} />;
  if (!data) return <Waiting cards={1} />;
  return (
    <div className="card card--flush">
      <div className="row">
        <span>
          <b>{data.me?.name}</b>
          <small>{data.me?.phone}</small>
        </span>
        <Icon name="user-round" />
      </div>
      <CareRow to="/me/care" title="later.care.title" lead="later.care.rowLead" />
      <CareRow to="/me/contacts" title="later.contacts.title" lead="later.contacts.rowLead" />
      <Link className="row" to="/me/devices">
        <span>
          <b>{t('resident.devices')}</b>
          <small>{t('resident.deviceCount', { count: data.mySessions.length })}</small>
        </span>
        <Icon name="chevron-right" />
      </Link>
    </div>
  );
}

interface CareRowProps {
  readonly to: string;
  readonly title: 'later.care.title' | 'later.contacts.title';
  readonly lead: 'later.care.rowLead' | 'later.contacts.rowLead';
}

function CareRow({ to, title, lead }: CareRowProps): ReactElement {
  const { t } = useLaterWords();
  return (
    <Link className="row" to={to}>
      <span>
        <b>{t(title)}</b>
        <small>{t(lead)}</small>
      </span>
      <Icon name="chevron-right" />
    </Link>
  );
}

const WAYS = [
  { to: '/bookings/standing', word: 'later.standing.title' },
  { to: '/me/notices', word: 'later.notices.title' },
  { to: '/me/reminders', word: 'later.reminders.title' },
  { to: '/me/calendar', word: 'later.calendar.title' },
] as const;

function Ways(): ReactElement {
  const { t } = useLaterWords();
  // Who is on no roster has no such page to go to.
  const isMember = useRead(IsMemberDocument, {}).data?.myLife.isMember ?? false;
  return (
    <nav className="card card--flush" aria-label={t('common.settings')}>
      {isMember && (
        <Link className="row" to="/me/life">
          <b>{t('later.life.title')}</b>
          <Icon name="chevron-right" />
        </Link>
      )}
      {WAYS.map(({ to, word }) => (
        <Link key={to} className="row" to={to}>
          <b>{t(word)}</b>
          <Icon name="chevron-right" />
        </Link>
      ))}
    </nav>
  );
}

function Letters(): ReactElement {
  const { t } = useWords();
  const elder = useSignal(elderMode) ?? false;
  return (
    <fieldset className="q">
      <legend>{t('resident.letters')}</legend>
      <div className="opts">
        {[false, true].map((on) => (
          <label key={String(on)} className="opt">
            <input type="radio" name="letters" checked={elder === on} onChange={() => setElderMode(on)} />
            <span className="opt__f">
              <span>
                <b>{on ? t('resident.elderMode') : t('resident.normalMode')}</b>
                {on && <small>{t('resident.elderModeLead')}</small>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SignOut(): ReactElement {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const goodbye = async () => {
    try {
      await signOut();
    } catch (error) {
      setProblem(error);
      setAsking(false);
      return;
    }
    await leave();
  };
  return (
    <div className="sec">
      {problem !== undefined && (
        <Note tone="bad" icon="octagon-alert" role="alert" title={t('resident.notSignedOut')}>
          {problemMessage(problem, t)}
        </Note>
      )}
      <button className="btn btn--plain" type="button" onClick={() => setAsking(true)}>
        <Icon name="log-out" />
        {t('common.signOut')}
      </button>
      {asking && (
        <Ask title={t('resident.signOutAsk')} onClose={() => setAsking(false)}>
          <p>{t('resident.signOutLead')}</p>
          <div className="btns">
            <button className="btn btn--bad" type="button" onClick={() => void goodbye()}>
              {t('common.signOut')}
            </button>
            <button className="btn btn--plain" type="button" onClick={() => setAsking(false)}>
              {t('resident.stay')}
            </button>
          </div>
        </Ask>
      )}
    </div>
  );
}

function About(): ReactElement {
  const { t } = useWords();
  const demonstration = useDemonstration();
  return (
    <section className="sec">
      <h2 className="q__h">{t('resident.about')}</h2>
      {demonstration && <Note tone="info" icon="info" title={t('common.madeUp')} />}
      <p className="sm mute">{t('resident.aboutLead')}</p>
    </section>
  );
}
