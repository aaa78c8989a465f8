import { useNow } from '@linli/client';
import { Status, type Tone } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  EndMovingDocument,
  type MovingDirection,
  MovingMembersDocument,
  type MovingPartsFragment,
  RecordMovingDocument,
  ReportMovingDocument,
  type SilenceState,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
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

const TONES: Readonly<Record<SilenceState, Tone>> = {
  ...{ IN_TOUCH: 'ok', DUE_SOON: 'info', OVERDUE: 'warn', SILENT: 'bad' },
};
type Doing =
  { readonly kind: 'report' | 'end'; readonly of: MovingPartsFragment } | { readonly kind: 'record' };

/** 流動黨員 The longest silent first. */
export function Moving({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const read = useRead(MovingMembersDocument, { organisationId: id });
  const keeps = useMay('KEEP_MEMBERS');
  const [doing, setDoing] = useState<Doing>();
  const all = read.data?.movingMembers;
  const silent = all?.filter(({ silence }) => silence === 'SILENT').length ?? 0;
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
      title={t('console.moving.moving')}
      note={silent > 0 && <Status tone="bad">{t('console.moving.silentCount', { count: silent })}</Status>}
      side={
        keeps && (
          <Button small icon="plus" onClick={() => setDoing({ kind: 'record' })}>
            {t('console.moving.record')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('console.moving.moving')}
        wrap
        rows={all && rows}
        read={read}
        rowKey={(row) => row.id}
        columns={useColumns(keeps ? setDoing : undefined)}
        empty={<Nothing icon="map-pin" title={t('console.moving.none')} />}
      />
      {more}
      {doing?.kind === 'record' && <RecordDrawer id={id} {...drawer} />}
      {doing?.kind === 'report' && <ReportDrawer member={doing.of} {...drawer} />}
      {doing?.kind === 'end' && <EndDrawer member={doing.of} {...drawer} />}
    </Panel>
  );
}

function useColumns(onDo: ((doing: Doing) => void) | undefined): readonly Column<MovingPartsFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.posts.name'), ({ name, organisationName }) => (
      <>
        <b>{name}</b>
        <div className="m">{organisationName}</div>
      </>
    )),
    column('place', t('console.moving.place'), ({ direction, place, contact }) => (
      <>
        {t(`MovingDirection.${direction}`)} · {place}
        {contact && <div className="m">{contact}</div>}
      </>
    )),
    column('since', t('console.moving.since'), ({ since }) => (
      <span className="nw">{format.date(since)}</span>
    )),
    column('heard', t('console.moving.heard'), ({ heardOn, lastNote }) => (
      <>
        <span className="nw">{heardOn ? format.date(heardOn) : t('console.moving.never')}</span>
        {lastNote && <div className="m">{lastNote}</div>}
      </>
    )),
    column('due', t('console.moving.due'), ({ dueOn, silence }) => (
      <>
        <span className="nw">{format.date(dueOn)}</span>
        <div>
          <Status tone={TONES[silence]}>{t(`SilenceState.${silence}`)}</Status>
        </div>
      </>
    )),
    ...(onDo
      ? [
          column<MovingPartsFragment>(
            'act',
            <span className="vh">{t('console.moving.report')}</span>,
            (of) => (
              <div className="row">
                <Button
                  small
                  aria-label={t('console.moving.reportOf', { name: of.name })}
                  onClick={() => onDo({ kind: 'report', of })}
                >
                  {t('console.moving.report')}
                </Button>
                <Button
                  small
                  aria-label={t('console.moving.endOf', { name: of.name })}
                  onClick={() => onDo({ kind: 'end', of })}
                >
                  {t('console.moving.end')}
                </Button>
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
const DIRECTIONS: readonly MovingDirection[] = ['OUT', 'IN'];

function RecordDrawer({ id, ...drawer }: DrawerProps & { readonly id: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="record-moving"
      title={t('console.moving.record')}
      word={t('common.save')}
      asks={[
        { key: 'organisationId', label: t('console.members.branch'), kind: 'organisation' },
        {
          ...{ key: 'residentId', label: t('console.posts.person'), kind: 'found', find: useFindPeople(id) },
          placeholder: t('console.members.personFind'),
        },
        {
          ...{ key: 'direction', label: t('console.moving.direction'), kind: 'choice', value: 'OUT' },
          options: DIRECTIONS.map((key) => ({ key, label: t(`MovingDirection.${key}`) })),
        },
        { key: 'place', label: t('console.moving.place'), kind: 'text', maxLength: 60 },
        { key: 'contact', label: t('console.moving.contact'), kind: 'text', optional: true, maxLength: 60 },
        { key: 'since', label: t('console.posts.from'), kind: 'day', value: today, max: today },
        { key: 'expectedUntil', label: t('console.moving.expected'), kind: 'day', min: today },
        { key: 'every', label: t('console.moving.every'), kind: 'number', value: '3', min: 1, max: 12 },
      ]}
      use={useCreate(RecordMovingDocument)}
      inputOf={({ organisationId = '', residentId = '', direction, place = '', contact, ...rest }) => ({
        ...{ organisationId, residentId, direction: direction as MovingDirection, place },
        ...{ contact: contact === '' ? null : (contact ?? null), everyMonths: Number(rest.every) },
        ...{ since: rest.since ?? '', expectedUntil: rest.expectedUntil ?? '' },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

function ReportDrawer({
  member,
  ...drawer
}: DrawerProps & { readonly member: MovingPartsFragment }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="report-moving"
      title={t('console.moving.reportOf', { name: member.name })}
      word={t('common.save')}
      asks={[
        {
          ...{ key: 'heardOn', label: t('console.moving.heard'), kind: 'day', value: today },
          ...{ min: member.since, max: today },
        },
        { key: 'note', label: t('console.moving.note'), kind: 'text', optional: true, maxLength: 200 },
      ]}
      use={useCreate(ReportMovingDocument)}
      inputOf={({ heardOn = '', note }) => ({
        ...{ movingId: member.id, heardOn, note: note === '' ? null : (note ?? null) },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

function EndDrawer({
  member,
  ...drawer
}: DrawerProps & { readonly member: MovingPartsFragment }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="end-moving"
      title={t('console.moving.endOf', { name: member.name })}
      word={t('console.moving.end')}
      asks={[
        {
          ...{ key: 'lastDay', label: t('console.posts.lastDay'), kind: 'day', value: today },
          ...{ min: member.since, max: today },
        },
      ]}
      use={useAct(EndMovingDocument)}
      inputOf={({ lastDay = '' }) => ({ id: member.id, lastDay })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}
