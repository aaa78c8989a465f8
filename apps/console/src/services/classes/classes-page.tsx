import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../access/viewer';
import { CentreClassesDocument, type CentreClassesQuery, type ClassLineFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { useClassWords } from './class-words';
import { OpenClassDrawer } from './open-class-drawer';

/** 課程 The classes of a centre: opened here, and each leads to its roll. */
export default function ClassesPage(): ReactElement {
  return <OfCentre>{({ id }) => <ClassesOf key={id} centreId={id} />}</OfCentre>;
}

type View = 'open' | 'over';
const VIEWS: readonly View[] = ['open', 'over'];
type Service = CentreClassesQuery['centre']['services'][number];
interface Row {
  readonly service: Service;
  readonly line: ClassLineFragment;
}

const rowsOf = (services: readonly Service[], view: View): Row[] =>
  services.flatMap((service) =>
    (view === 'open' ? service.series : service.seriesOver).map((line) => ({ service, line })),
  );

function ClassesOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const manages = useMay('MANAGE_SERVICES');
  const [view, setView] = useFilter<View>('view', 'open');
  const [only, setOnly] = useFilter('service', '');
  const [opening, setOpening] = useState(false);
  const read = useRead(CentreClassesDocument, { id: centreId });
  const all = read.data?.centre.services.filter(({ bookedAs }) => bookedAs === 'SERIES') ?? [];
  const services = all.filter(({ id }) => only === '' || id === only);
  const offered = services.filter(({ active }) => active);
  const [one] = only ? services : [];
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
      {t('console.classes.open')}
    </Button>
  );
  return (
    <Page
      title={one?.name ?? t('console.menu.classes')}
      about={
        one && (
          <Button small icon="x" onClick={() => setOnly('')}>
            {t('console.classes.all')}
          </Button>
        )
      }
      actions={manages && offered.length > 0 ? add : undefined}
    >
      <section className="panel" aria-label={t('console.menu.classes')}>
        <div className="ph">
          <Tabs
            label={t('console.classes.views')}
            tabs={VIEWS.map((key) => ({
              key,
              label: t(`console.classes.view.${key}`),
              count: rowsOf(services, key).length,
            }))}
            current={view}
            onChange={setView}
          />
        </div>
        <DataTable
          wrap
          label={t(`console.classes.view.${view}`)}
          rows={read.data && rowsOf(services, view)}
          read={read}
          rowKey={({ line }) => line.id}
          rowClass={() => (view === 'over' ? 'done' : '')}
          columns={useColumns()}
          empty={<NoClasses hasService={all.length > 0} view={view} manages={manages} />}
        />
      </section>
      {opening && (
        <OpenClassDrawer
          services={offered}
          onClose={() => setOpening(false)}
          onOpened={(id) => void navigate(`/classes/${id}`)}
        />
      )}
    </Page>
  );
}

function NoClasses({
  hasService,
  view,
  manages,
}: {
  readonly hasService: boolean;
  readonly view: View;
  readonly manages: boolean;
}): ReactElement {
  const { t } = useWords();
  if (hasService)
    return (
      <Nothing icon="graduation-cap" title={t(`console.classes.none.${view}`)}>
        {view === 'open' && t('console.classes.noneWhy')}
      </Nothing>
    );
  return (
    <Nothing
      icon="graduation-cap"
      title={t('console.classes.noService')}
      action={
        manages ? (
          <Link className="b1" to="/services">
            {t('console.menu.services')}
          </Link>
        ) : undefined
      }
    >
      {t('console.classes.noServiceWhy')}
    </Nothing>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useWords();
  const words = useClassWords();
  return [
    column('name', t('console.classes.name'), ({ service, line }) => (
      <>
        <Link to={`/classes/${line.id}`} className="nw">
          <b>{t('console.classes.of', { service: service.name, name: line.name })}</b>
        </Link>
        <br />
        <small className="m">{service.place}</small>
      </>
    )),
    column('meets', t('console.classes.meets'), ({ line }) => words.meets(line)),
    column('span', t('console.classes.span'), ({ line }) => words.span(line)),
    column('left', t('console.classes.left'), ({ line }) =>
      t('console.classes.leftOf', { left: words.left(line).length, times: line.times }),
    ),
    column('taken', t('console.classes.taken'), ({ line }) => {
      if (words.left(line).length === 0) return <span className="m">—</span>;
      const taken = words.taken(line);
      return (
        <Status tone={taken >= line.capacity ? 'warn' : 'ok'}>
          {t('console.classes.takenOf', { taken, capacity: line.capacity })}
        </Status>
      );
    }),
    column('joining', t('console.classes.joining'), ({ line }) => (
      <small className="m">{words.joining(line)}</small>
    )),
  ];
}
