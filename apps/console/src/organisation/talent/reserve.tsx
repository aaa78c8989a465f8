import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import {
  AddToReserveDocument,
  CloseReserveDocument,
  ReserveEntriesDocument,
  type ReserveList,
  type ReserveOutcome,
  type ReservePartsFragment,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { NextPage } from '../../kit/more';
import { Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { useFindPeople } from '../parts/find-people';

const OUTCOMES: readonly ReserveOutcome[] = [
  ...(['ENTERED_TWO_COMMITTEES', 'BECAME_SECRETARY', 'OTHER_POST', 'TAKEN_OFF'] as const),
];

interface ReserveProps {
  readonly id: string;
  readonly list: ReserveList;
}

/** 後備 Who is on the list, and what became of those who were. */
export function Reserve({ id, list }: ReserveProps): ReactElement {
  const { t } = useWords();
  const [view, setView] = useState<'NOW' | 'PAST'>('NOW');
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState<ReservePartsFragment>();
  const pages = usePages(
    ReserveEntriesDocument,
    { organisationId: id, list, closed: view === 'PAST', first: 50, after: null },
    ({ reserveEntries: { entries, pageInfo } }) => ({
      rows: entries,
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );
  const sum = pages.read.data?.reserveEntries;
  const done = () => {
    setAdding(false);
    setClosing(undefined);
    pages.again();
  };
  return (
    <Panel
      title={t(`ReserveList.${list}`)}
      note={sum && t('console.talent.succeeded', { count: sum.succeeded })}
      side={
        <>
          <Tabs
            label={t(`ReserveList.${list}`)}
            current={view}
            onChange={setView}
            tabs={[
              { key: 'NOW', label: t('console.talent.standing', { count: sum?.standing ?? 0 }) },
              { key: 'PAST', label: t('console.talent.past') },
            ]}
          />
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {t('console.talent.add')}
          </Button>
        </>
      }
    >
      <DataTable
        label={t(`ReserveList.${list}`)}
        wrap
        rows={pages.rows}
        read={pages.read}
        rowKey={(row) => row.id}
        columns={useColumns(view === 'NOW' ? setClosing : undefined)}
        empty={<Nothing icon="users" title={t('console.talent.none')} />}
      />
      <NextPage pages={pages} />
      {adding && <AddDrawer {...{ id, list }} onClose={() => setAdding(false)} onDone={done} />}
      {closing && <CloseDrawer entry={closing} onClose={() => setClosing(undefined)} onDone={done} />}
    </Panel>
  );
}

function useColumns(
  onClose: ((entry: ReservePartsFragment) => void) | undefined,
): readonly Column<ReservePartsFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.posts.name'), ({ name }) => <b>{name}</b>),
    column('at', t('console.posts.organisation'), ({ organisationName }) => organisationName),
    column('born', t('console.members.born'), ({ birthDate }) => (
      <span className="nw">{format.date(birthDate)}</span>
    )),
    column('since', t('console.talent.since'), ({ since }) => (
      <span className="nw">{format.date(since)}</span>
    )),
    column('note', t('console.talent.note'), ({ note }) => note ?? <span className="m">—</span>),
    onClose
      ? column('act', <span className="vh">{t('console.talent.close')}</span>, (entry) => (
          <Button
            small
            onClick={() => onClose(entry)}
            aria-label={t('console.talent.closeOf', { name: entry.name })}
          >
            {t('console.talent.close')}
          </Button>
        ))
      : column('outcome', t('console.talent.outcome'), ({ outcome, lastDay }) => (
          <>
            {outcome && t(`ReserveOutcome.${outcome}`)}
            {lastDay && <div className="m nw">{format.date(lastDay)}</div>}
          </>
        )),
  ];
}

interface DrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function AddDrawer({ id, list, onClose, onDone }: ReserveProps & DrawerProps): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="add-to-reserve"
      title={t('console.talent.addTo', { list: t(`ReserveList.${list}`) })}
      word={t('console.talent.add')}
      asks={[
        { key: 'organisationId', label: t('console.posts.organisation'), kind: 'organisation' },
        {
          ...{ key: 'residentId', label: t('console.posts.person'), kind: 'found', find: useFindPeople(id) },
          placeholder: t('console.members.personFind'),
        },
        { key: 'since', label: t('console.talent.since'), kind: 'day', value: today, max: today },
        { key: 'note', label: t('console.talent.note'), kind: 'text', optional: true, maxLength: 200 },
      ]}
      use={useCreate(AddToReserveDocument)}
      inputOf={({ organisationId = '', residentId = '', since = '', note = '' }) => ({
        ...{ list, organisationId, residentId, since, note: note === '' ? null : note },
      })}
      done={t('console.talent.added')}
      {...{ onClose, onDone }}
    />
  );
}

function CloseDrawer({
  entry,
  onClose,
  onDone,
}: DrawerProps & { readonly entry: ReservePartsFragment }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  return (
    <ActDrawer
      id="close-reserve"
      title={t('console.talent.closeOf', { name: entry.name })}
      word={t('console.talent.close')}
      asks={[
        {
          ...{ key: 'outcome', label: t('console.talent.outcome'), kind: 'choice' },
          options: OUTCOMES.map((key) => ({ key, label: t(`ReserveOutcome.${key}`) })),
        },
        {
          ...{ key: 'lastDay', label: t('console.posts.lastDay'), kind: 'day', value: today },
          ...{ min: entry.since, max: today },
        },
      ]}
      use={useAct(CloseReserveDocument)}
      inputOf={({ lastDay = '', outcome }) => ({ id: entry.id, lastDay, outcome: outcome as ReserveOutcome })}
      done={t('console.talent.closed')}
      {...{ onClose, onDone }}
    />
  );
}
