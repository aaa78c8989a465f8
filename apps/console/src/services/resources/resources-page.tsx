import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import {
  type CentreResourceFragment,
  CentreResourcesDocument,
  type ResourceKind,
  ResourceTakingsDocument,
  type TakingFragment,
} from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { type Read, useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { DaySwitcher } from '../desk/day-switcher';
import { OfCentre } from '../of-centre';
import { KIND_ICONS, KINDS } from './kinds';
import { BringBackAsk, NameDialog, RetireAsk } from './resource-dialogs';

/** 人員、房間、設備 What a centre's sessions take besides places, what needs it, and when it is taken. */
export default function ResourcesPage(): ReactElement {
  return <OfCentre>{({ id }) => <ResourcesOf key={id} centreId={id} />}</OfCentre>;
}

type Asked =
  | { readonly act: 'name'; readonly kind: ResourceKind; readonly resource?: CentreResourceFragment }
  | { readonly act: 'retire' | 'bringBack'; readonly resource: CentreResourceFragment };

function ResourcesOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const read = useRead(CentreResourcesDocument, { centreId });
  const takings = useRead(ResourceTakingsDocument, { centreId, day });
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    read.again();
  };
  return (
    <Page
      title={t('console.menu.resources')}
      actions={<DaySwitcher day={day} today={today} onChange={setDay} />}
    >
      <p className="m">{t('console.resources.about')}</p>
      {KINDS.map((kind) => (
        <KindPanel
          key={kind}
          kind={kind}
          resources={read.data?.resources.filter((resource) => resource.kind === kind)}
          takings={takings.data?.resourceTakings}
          read={read}
          onAsk={setAsked}
        />
      ))}
      {asked?.act === 'name' && <NameDialog {...asked} centreId={centreId} onClose={close} onDone={done} />}
      {asked?.act === 'retire' && <RetireAsk resource={asked.resource} onClose={close} onDone={done} />}
      {asked?.act === 'bringBack' && <BringBackAsk resource={asked.resource} onClose={close} onDone={done} />}
    </Page>
  );
}

interface KindPanelProps {
  readonly kind: ResourceKind;
  readonly resources: readonly CentreResourceFragment[] | undefined;
  readonly takings: readonly TakingFragment[] | undefined;
  readonly read: Read<unknown>;
  readonly onAsk: (asked: Asked) => void;
}

function KindPanel({ kind, resources, takings, read, onAsk }: KindPanelProps): ReactElement {
  const { t } = useWords();
  const name = t(`ResourceKind.${kind}`);
  const add = (
    <Button
      small
      icon="plus"
      aria-label={t('console.resources.addOf', { kind: name })}
      onClick={() => onAsk({ act: 'name', kind })}
    >
      {t('common.add')}
    </Button>
  );
  return (
    <Panel title={name} note={t(`console.resources.note.${kind}`)} side={resources?.length ? add : undefined}>
      <DataTable
        wrap
        label={name}
        rows={resources && [...resources].sort((one, other) => Number(one.retired) - Number(other.retired))}
        read={read}
        rowKey={({ id }) => id}
        rowClass={({ retired }) => (retired ? 'done' : '')}
        columns={useColumns(takings, onAsk)}
        empty={
          <Nothing icon={KIND_ICONS[kind]} title={t('console.resources.none', { kind: name })} action={add}>
            {t(`console.resources.noneWhy.${kind}`)}
          </Nothing>
        }
      />
    </Panel>
  );
}

function useColumns(
  takings: readonly TakingFragment[] | undefined,
  onAsk: (asked: Asked) => void,
): Column<CentreResourceFragment>[] {
  const { t } = useWords();
  return [
    column('name', t('console.resources.name'), ({ name, retired }) => (
      <span className="nw">
        <b>{name}</b> {retired && <Status tone="mute">{t('console.resources.retired')}</Status>}
      </span>
    )),
    column('needed', t('console.resources.neededBy'), ({ neededBy }) =>
      neededBy.length === 0 ? (
        <span className="m">{t('console.resources.neededByNone')}</span>
      ) : (
        neededBy.map((service, i) => (
          <span key={service.id}>
            {i > 0 && t('console.listed')}
            <Link to={`/services/${service.id}`}>{service.name}</Link>
          </span>
        ))
      ),
    ),
    column('taken', t('console.resources.takings'), ({ id }) => (
      <Takings takings={takings?.filter(({ resourceId }) => resourceId === id)} />
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (resource) => (
      <span className="acts">
        <IconButton
          small
          icon="pencil"
          label={t('console.resources.renameOf', { name: resource.name })}
          onClick={() => onAsk({ act: 'name', kind: resource.kind, resource })}
        />
        <Button
          small
          aria-label={t(resource.retired ? 'console.resources.bringBackOf' : 'console.resources.retireOf', {
            name: resource.name,
          })}
          onClick={() => onAsk({ act: resource.retired ? 'bringBack' : 'retire', resource })}
        >
          {t(resource.retired ? 'console.resources.bringBack' : 'console.resources.retire')}
        </Button>
      </span>
    )),
  ];
}

/** Each taken time leads to the bookings that take it. */
function Takings({ takings }: { readonly takings: readonly TakingFragment[] | undefined }): ReactElement {
  const { t, format } = useWords();
  if (!takings) return <span className="m">…</span>;
  if (takings.length === 0) return <span className="m">{t('console.resources.free')}</span>;
  return (
    <ul className="takings">
      {takings.map(({ session, from, until }) => (
        <li key={session.id}>
          <Link to={`/desk?day=${session.day}&session=${session.id}&view=all`}>
            <span className="nw">
              {format.time(from)}–{format.time(until)}
            </span>{' '}
            {session.title}
          </Link>{' '}
          <small className="m nw">{t('console.resources.booked', { count: session.taken })}</small>
        </li>
      ))}
    </ul>
  );
}
