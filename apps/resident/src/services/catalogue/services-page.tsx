import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link, useSearch } from '../../shell/router';
import { daysFrom, useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import { CatalogueDocument, type CatalogueQuery } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { AtCentre } from '../centre/at-centre';
import { useWhere } from '../centre/where';
import { ForWhom } from '../for-whom';
import { categoriesOf, listed } from './catalogue-rules';
import { ServiceCard } from './service-card';

/** How far ahead sessions are shown, in days. */
export const HORIZON = 14;

export function ServicesPage(): ReactElement {
  const { t } = useWords();
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const from = useToday();
  const to = daysFrom(from, HORIZON)[HORIZON - 1] ?? from;
  const { data, error, again } = useRead(
    CatalogueDocument,
    { centreId, beneficiaryId, from, to },
    { skip: centreId === '' },
  );
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page title={t('resident.services')} tab="services" busy={!data && !failed}>
      <Heading>{t('resident.services')}</Heading>
      {data && <AtCentre centre={data.centre} then="/services" />}
      {home && <ForWhom people={home.myPeople} current={beneficiaryId} />}
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : again} />
      ) : data ? (
        <Catalogue data={data} />
      ) : (
        <Waiting cards={3} />
      )}
    </Page>
  );
}

function Catalogue({ data }: { readonly data: CatalogueQuery }): ReactElement {
  const { t } = useWords();
  const [search] = useSearch();
  const all = listed(data.centre.services, data.bookableSessions);
  const categories = categoriesOf(all);
  const category = categories.find((each) => each === search.get('category'));
  const shown = category ? all.filter(({ service }) => service.category === category) : all;
  return (
    <>
      <nav className="filters" aria-label={t('resident.categories')}>
        <Link className="fchip" to="/services" replace aria-current={category ? undefined : 'page'}>
          {t('common.all')}
        </Link>
        {categories.map((each) => (
          <Link
            key={each}
            className="fchip"
            to={`/services?category=${each}`}
            replace
            aria-current={each === category ? 'page' : undefined}
          >
            {t(`ServiceCategory.${each}`)}
          </Link>
        ))}
      </nav>
      {!category && <ToLunch />}
      {shown.map((each) => (
        <ServiceCard key={each.service.id} {...each} />
      ))}
      {shown.length === 0 && <p className="card mute">{t('resident.noServices')}</p>}
      <CallCentre lead={t('resident.bookByPhone')} />
    </>
  );
}

/** Meals have pages of their own. */
function ToLunch(): ReactElement {
  const { t } = useWords();
  return (
    <Link className="card row" to="/lunch">
      <span className="svc__h">
        <span className="svc__i">
          <Icon name="utensils" />
        </span>
        <span>
          <b>{t('resident.bookLunch')}</b>
          <small>{t('resident.lunchLead')}</small>
        </span>
      </span>
      <Icon name="chevron-right" />
    </Link>
  );
}
