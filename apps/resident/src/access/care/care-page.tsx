import '../../styles/care.css';
import { Icon } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { CareDocument, type CareFragment } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { Link } from '../../shell/router';
import { residentId } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import { useLaterWords } from '../../shell/later-words';
import { CareCard } from './care-card';
import { RevokeQuestion } from './revoke-question';

/** Who may act for me, for whom I may act, how far and how long. */
export function CarePage(): ReactElement {
  const { t } = useLaterWords();
  const me = useSignal(residentId) ?? '';
  const { data, error, again } = useRead(CareDocument, { residentId: me });
  return (
    <Page title={t('later.care.title')} back={{ to: '/me' }} tab="me">
      <Heading>{t('later.care.title')}</Heading>
      <p className="lead">{t('later.care.lead')}</p>
      {data ? (
        <Grants me={me} grants={data.careGrants} />
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting />
      )}
      <CallCentre lead={t('later.care.call')} />
    </Page>
  );
}

interface GrantsProps {
  readonly me: string;
  readonly grants: readonly CareFragment[];
}

function Grants({ me, grants }: GrantsProps): ReactElement {
  const { t } = useLaterWords();
  const [asked, setAsked] = useState<CareFragment>();
  const mine = grants.filter(({ elderId }) => elderId === me);
  const others = grants.filter(({ carerId }) => carerId === me);
  const list = (title: string, nobody: string, some: readonly CareFragment[]) => (
    <section className="sec">
      <h2 className="q__h">{title}</h2>
      {some.length === 0 ? (
        <p className="mute">{nobody}</p>
      ) : (
        <ul className="sec">
          {some.map((grant) => (
            <li key={grant.id}>
              <CareCard grant={grant} isMine={grant.elderId === me} onRevoke={() => setAsked(grant)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
  return (
    <>
      {list(t('later.care.mine'), t('later.care.nobodyMine'), mine)}
      <Link className="btn" to="/me/care/new">
        <Icon name="plus" />
        {t('later.care.add')}
      </Link>
      {list(t('later.care.others'), t('later.care.nobodyOthers'), others)}
      {asked && (
        <RevokeQuestion grant={asked} isMine={asked.elderId === me} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
