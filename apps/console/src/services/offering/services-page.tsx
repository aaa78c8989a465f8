import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { CentreServicesDocument, type WholeServiceFragment } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
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

function ServicesTable({ services, read, onEdit }: ServicesTableProps): ReactElement {
  const words = useWords();
  const { t, format } = words;
  return (
    <DataTable
      label={t('console.menu.services')}
      wrap
      rows={services}
      read={read}
      rowKey={({ id }) => id}
      rowClass={({ active }) => (active ? '' : 'done')}
      columns={[
        {
          key: 'name',
          title: t('console.services.name'),
          cell: ({ id, name, place }) => (
            <>
              <Link to={`/services/${id}`} className="nw">
                <b>{name}</b>
              </Link>
              <br />
              <small className="m">{place}</small>
            </>
          ),
        },
        {
          key: 'kind',
          title: t('console.services.kind'),
          cell: ({ category, meal, way }) => (
            <span className="nw">
              {meal && way ? `${t(`Meal.${meal}`)} ${t(`MealWay.${way}`)}` : t(`ServiceCategory.${category}`)}
            </span>
          ),
        },
        {
          key: 'who',
          title: t('console.services.who'),
          cell: ({ eligibility }) => eligibilityInWords(words, eligibility),
        },
        {
          key: 'price',
          title: t('console.services.price'),
          number: true,
          cell: ({ priceFen }) => (
            <span className="nw">{priceFen === 0 ? t('console.services.free') : format.money(priceFen)}</span>
          ),
        },
        {
          key: 'policy',
          title: t('console.services.policy'),
          cell: ({ policy, timetable }) => (
            <small className="m">{policyInWords(words, policy, timetable)}</small>
          ),
        },
        {
          key: 'next',
          title: t('console.services.next'),
          cell: ({ nextSessionAt }) =>
            nextSessionAt ? (
              <span className="nw">{format.dateTime(nextSessionAt)}</span>
            ) : (
              <Status tone="warn">{t('console.services.noNext')}</Status>
            ),
        },
        {
          key: 'active',
          title: t('console.services.state'),
          cell: ({ active }) =>
            active ? (
              <Status tone="ok">{t('console.services.active')}</Status>
            ) : (
              <Status tone="mute">{t('console.services.inactive')}</Status>
            ),
        },
        {
          key: 'acts',
          title: <span className="vh">{t('console.column.acts')}</span>,
          cell: (service) => (
            <IconButton
              small
              icon="pencil"
              label={t('console.services.editOf', { name: service.name })}
              onClick={() => onEdit(service)}
            />
          ),
        },
      ]}
      empty={
        <Nothing icon="calendar-days" title={t('console.services.none')}>
          {t('console.services.noneWhy')}
        </Nothing>
      }
    />
  );
}
