import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  InServiceMembersDocument,
  type InServicePartsFragment,
  RecordEstateServiceDocument,
  ReplyToUnitDocument,
  ReportToEstateDocument,
  type UnitLevel,
} from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { useFindPeople } from '../parts/find-people';

type Doing =
  { readonly kind: 'serve' | 'reply'; readonly of: InServicePartsFragment } | { readonly kind: 'record' };

/** 雙報到 Who serves the estate they live in; they stay on the rosters of their units. */
export function InService({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const read = useRead(InServiceMembersDocument, { organisationId: id });
  const keeps = useMay('KEEP_MEMBERS');
  const [doing, setDoing] = useState<Doing>();
  const all = read.data?.inServiceMembers;
  const [rows, more] = useMore(all ?? [], 50);
  const drawer = {
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined);
      read.again();
    },
  };
  return (
    <Panel
      title={t('console.moving.inService')}
      note={t('console.moving.inServiceNote')}
      side={
        keeps && (
          <Button small icon="plus" onClick={() => setDoing({ kind: 'record' })}>
            {t('console.moving.reportIn')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('console.moving.inService')}
        wrap
        rows={all && rows}
        read={read}
        rowKey={(row) => row.id}
        columns={useColumns(keeps ? setDoing : undefined)}
        empty={<Nothing icon="users" title={t('console.moving.noneIn')} />}
      />
      {more}
      {doing?.kind === 'record' && <RecordDrawer id={id} {...drawer} />}
      {doing?.kind === 'serve' && <ServeDrawer member={doing.of} {...drawer} />}
      {doing?.kind === 'reply' && <ReplyDrawer member={doing.of} {...drawer} />}
    </Panel>
  );
}

function useColumns(onDo: ((doing: Doing) => void) | undefined): readonly Column<InServicePartsFragment>[] {
  const { t, format } = useWords();
  const thisYear = Number(dayOf(useNow(60_000)).slice(0, 4));
  return [
    column('name', t('console.posts.name'), ({ name, organisationName }) => (
      <>
        <b>{name}</b>
        <div className="m">{organisationName}</div>
      </>
    )),
    column('unit', t('console.moving.unit'), ({ unit, level }) => (
      <>
        {unit}
        <div className="m">{t(`UnitLevel.${level}`)}</div>
      </>
    )),
    column('since', t('console.moving.since'), ({ since }) => (
      <span className="nw">{format.date(since)}</span>
    )),
    column('services', t('console.moving.services'), ({ services, servedOn, lastService }) => (
      <>
        {format.count(services)}
        {servedOn && (
          <div className="m">
            {format.date(servedOn)} · {lastService}
          </div>
        )}
      </>
    )),
    column('reply', t('console.moving.reply'), ({ repliedFor }) =>
      repliedFor === thisYear ? (
        <Status tone="ok">{t('console.moving.replied')}</Status>
      ) : (
        <span className="m">{repliedFor ?? '—'}</span>
      ),
    ),
    ...(onDo
      ? [
          column<InServicePartsFragment>(
            'act',
            <span className="vh">{t('console.moving.serve')}</span>,
            (of) => (
              <div className="row">
                <Button
                  small
                  aria-label={t('console.moving.serveOf', { name: of.name })}
                  onClick={() => onDo({ kind: 'serve', of })}
                >
                  {t('console.moving.serve')}
                </Button>
                {of.repliedFor !== thisYear && (
                  <Button
                    small
                    aria-label={t('console.moving.replyOf', { name: of.name })}
                    onClick={() => onDo({ kind: 'reply', of })}
                  >
                    {t('console.moving.reply')}
                  </Button>
                )}
              </div>
            ),
          ),
        ]
      : []),
  ];
}

interface DrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}
const LEVELS: readonly UnitLevel[] = ['MUNICIPAL', 'DISTRICT', 'OTHER'];

function RecordDrawer({ id, ...drawer }: DrawerProps & { readonly id: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="report-to-estate"
      title={t('console.moving.reportIn')}
      word={t('common.save')}
      asks={[
        { key: 'organisationId', label: t('console.members.branch'), kind: 'organisation' },
        {
          ...{ key: 'residentId', label: t('console.posts.person'), kind: 'found', find: useFindPeople(id) },
          placeholder: t('console.members.personFind'),
        },
        { key: 'unit', label: t('console.moving.unit'), kind: 'text', maxLength: 60 },
        {
          ...{ key: 'level', label: t('console.moving.level'), kind: 'choice', value: 'DISTRICT' },
          options: LEVELS.map((key) => ({ key, label: t(`UnitLevel.${key}`) })),
        },
        { key: 'since', label: t('console.posts.from'), kind: 'day', value: today, max: today },
      ]}
      use={useCreate(ReportToEstateDocument)}
      inputOf={({ organisationId = '', residentId = '', unit = '', level, since = '' }) => ({
        ...{ organisationId, residentId, unit, level: level as UnitLevel, since },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

interface OfMember extends DrawerProps {
  readonly member: InServicePartsFragment;
}

function ServeDrawer({ member, ...drawer }: OfMember): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="estate-service"
      title={t('console.moving.serveOf', { name: member.name })}
      word={t('common.save')}
      asks={[
        {
          ...{ key: 'servedOn', label: t('console.members.time'), kind: 'day', value: today },
          ...{ min: member.since, max: today },
        },
        { key: 'what', label: t('console.moving.what'), kind: 'text', maxLength: 100 },
      ]}
      use={useCreate(RecordEstateServiceDocument)}
      inputOf={({ servedOn = '', what = '' }) => ({ reportId: member.id, servedOn, what })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

function ReplyDrawer({ member, ...drawer }: OfMember): ReactElement {
  const { t } = useWords();
  const year = Number(dayOf(useNow(60_000)).slice(0, 4));
  return (
    <ActDrawer
      id="unit-reply"
      title={t('console.moving.replyOf', { name: member.name })}
      word={t('console.moving.reply')}
      asks={[{ key: 'text', label: t('console.moving.note'), kind: 'text', maxLength: 300 }]}
      use={useCreate(ReplyToUnitDocument)}
      inputOf={({ text = '' }) => ({ reportId: member.id, year, text })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}
