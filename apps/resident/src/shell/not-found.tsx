import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from './router';
import { Heading, Page } from './page';
import { CallCentre } from './pieces';
import { useWords } from './words';

export function NotFound(): ReactElement {
  const { t } = useWords();
  return (
    <Page title={t('resident.notFound.title')} tab="home">
      <Heading>{t('resident.notFound.title')}</Heading>
      <p className="lead">{t('resident.notFound.lead')}</p>
      <Link className="btn" to="/">
        <Icon name="house" />
        {t('resident.toHome')}
      </Link>
      <CallCentre />
    </Page>
  );
}
