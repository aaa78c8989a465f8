import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { CentreServicesDocument, type WholeServiceFragment } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { addDays, dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { usePageSearch } from '../../layout/page-search';
import { ClosedDays } from './closed-days';
import { eligibilityInWords, policyInWords } from './policy-words';
import { ServiceDrawer } from './service-drawer';

export default function ServicesPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <ServicesOf key={current.id} centreId={current.id} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

const LOOKS_AHEAD_DAYS = 60;

function ServicesOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [find] = usePageSearch(t('console.services.find'));
  const [editing, setEditing] = useState<WholeServiceFragment | 'new'>();
  const read = useRead(CentreServicesDocument, {
    id: centreId,
    from: today,
    to: addDays(today, LOOKS_AHEAD_DAYS),
  });
  const services = read.data?.centre.services
    .filter(({ name, place }) => name.includes(find.trim()) || place.includes(find.trim()))
    .sort((one, other) => Number(other.active) - Number(one.active));
  return (
    <Page
      title={t('console.menu.services')}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
          {t('console.services.new')}
        </Button>
      }
    >
      <Panel>
        <ServicesTable services={services} read={read} onEdit={setEditing} />
      </Panel>
      {read.data && (
        <ClosedDays
          centreId={centreId}
          closed={read.data.centre.closedDays}
          today={today}
          onChanged={read.again}
        />
      )}
      {editing && (
        <ServiceDrawer
          key={editing === 'new' ? 'new' : editing.id}
          centreId={centreId}
          service={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            read.again();
          }}
        />
      )}
    </Page>
  );
}

interface ServicesTableProps {
  readonly services: readonly WholeServiceFragment[] | undefined;
  readonly read: { readonly error: unknown; readonly again: () => void };
  readonly onEdit: (service: WholeServiceFragment) => void;
}

function useColumns(onEdit: ServicesTableProps['onEdit']): Column<WholeServiceFragment>[] {
  const words = useWords();
  const { t, format } = words;
  return [
    column('name', t('console.services.name'), ({ id, name, place }) => (
      <>
        <Link to={`/services/${id}`} className="nw">
          <b>{name}</b>
        </Link>
        <br />
        <small className="m">{place}</small>
      </>
    )),
    column('kind', t('console.services.kind'), ({ category, meal, way }) => (
      <span className="nw">
        {meal && way ? `${t(`Meal.${meal}`)} ${t(`MealWay.${way}`)}` : t(`ServiceCategory.${category}`)}
      </span>
    )),
    column('who', t('console.services.who'), ({ eligibility }) => eligibilityInWords(words, eligibility)),
    column(
      'price',
      t('console.services.price'),
      ({ priceFen }) => (
        <span className="nw">{priceFen === 0 ? t('console.services.free') : format.money(priceFen)}</span>
      ),
      { number: true },
    ),
    column('policy', t('console.services.policy'), (service) => (
      <small className="m">
        {policyInWords(words, { ...service, ...service.policy }, service.timetable)}
      </small>
    )),
    column('next', t('console.services.next'), ({ nextSessionAt }) =>
      nextSessionAt ? (
        <span className="nw">{format.dateTime(nextSessionAt)}</span>
      ) : (
        <Status tone="warn">{t('console.services.noNext')}</Status>
      ),
    ),
    column('active', t('console.services.state'), ({ active }) => (
      <Status tone={active ? 'ok' : 'mute'}>
        {t(active ? 'console.services.active' : 'console.services.inactive')}
      </Status>
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (service) => (
      <IconButton
        small
        icon="pencil"
        label={t('console.services.editOf', { name: service.name })}
        onClick={() => onEdit(service)}
      />
    )),
  ];
}

function ServicesTable({ services, read, onEdit }: ServicesTableProps): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      label={t('console.menu.services')}
      wrap
      rows={services}
      read={read}
      rowKey={({ id }) => id}
      rowClass={({ active }) => (active ? '' : 'done')}
      columns={useColumns(onEdit)}
      empty={
        <Nothing icon="calendar-days" title={t('console.services.none')}>
          {t('console.services.noneWhy')}
        </Nothing>
      }
    />
  );
}
