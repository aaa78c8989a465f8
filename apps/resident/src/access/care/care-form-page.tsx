import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { CareDocument } from '../../gql/graphql';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { Failed, Waiting } from '../../shell/pieces';
import { useParams } from '../../shell/router';
import { residentId } from '../../shell/session';
import { useSignal } from '../../shell/signal';
import { useLaterWords } from '../../shell/later-words';
import { CareForm } from './care-form';

const BACK = { to: '/me/care' };

/** A new carer. */
export function NewCarePage(): ReactElement {
  const { t } = useLaterWords();
  return (
    <Page title={t('later.care.add')} back={BACK} tab="me">
      <Heading>{t('later.care.add')}</Heading>
      <p className="lead">{t('later.care.addLead')}</p>
      <CareForm />
    </Page>
  );
}

/** Longer, shorter, further, or less far. */
export function ChangeCarePage(): ReactElement {
  const { t } = useLaterWords();
  const { id = '' } = useParams();
  const me = useSignal(residentId) ?? '';
  const { data, error, again } = useRead(CareDocument, { residentId: me });
  const grant = data?.careGrants.find((each) => each.id === id && each.mayChange);
  if (data && !grant) return <NotFound />;
  return (
    <Page title={t('later.care.change')} back={BACK} tab="me">
      <Heading>
        {grant ? t('later.care.changeOf', { name: grant.carerName }) : t('later.care.change')}
      </Heading>
      {grant ? <CareForm grant={grant} /> : error ? <Failed error={error} onRetry={again} /> : <Waiting />}
    </Page>
  );
}
