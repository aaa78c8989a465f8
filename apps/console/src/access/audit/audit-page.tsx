import { Chip } from '@linli/ui';
import type { ReactElement } from 'react';
import { AuditEntriesDocument } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { DayPicker } from '../../kit/day-picker';
import { useFilter } from '../../kit/filters';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { useSettled } from '../../kit/settled';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { actInWords, actsNamed, type Entry, subjectInWords } from './audit-words';
import { detailInWords } from './detail-words';

const PAGE = 50;

function useAudit(search: string, from: string, to: string) {
  const words = useWords();
  const variables = {
    ...{ first: PAGE, after: null, search: search || null, actions: actsNamed(words, search) },
    ...{ from: from || null, to: to || null },
  };
  return usePages(AuditEntriesDocument, variables, ({ auditEntries: { edges, pageInfo } }) => ({
    rows: edges.map(({ node }) => node),
    end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  }));
}

/** What was done, by whom, in an order that cannot be rewritten unnoticed. */
export default function AuditPage(): ReactElement {
  const { t } = useWords();
  const [find] = usePageSearch(t('console.audit.find'));
  const [from, setFrom] = useFilter('from', '');
  const [to, setTo] = useFilter('to', '');
  const audit = useAudit(useSettled(find.trim(), 300), from, to);
  const chainIntact = audit.read.data?.auditEntries.chainIntact;
  const day = (label: string, value: string, set: (day: string) => void, min: string, max: string) => (
    <DayPicker
      value={value}
      min={min || undefined}
      max={max || undefined}
      clearable
      label={label}
      placeholder={label}
      onChange={set}
    />
  );
  return (
    <Page
      title={t('console.menu.audit')}
      about={chainIntact !== undefined && <Chain intact={chainIntact} />}
      actions={
        <div className="row" role="group" aria-label={t('console.audit.days')}>
          {day(t('console.audit.from'), from, setFrom, '', to)}–
          {day(t('console.audit.to'), to, setTo, from, '')}
        </div>
      }
    >
      <Panel>
        <AuditTable rows={audit.rows} read={audit.read} />
        <NextPage pages={audit} />
      </Panel>
    </Page>
  );
}

function Chain({ intact }: { readonly intact: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <Chip tone={intact ? 'ok' : 'bad'} icon={intact ? 'circle-check' : 'octagon-alert'}>
      {t(intact ? 'console.audit.intact' : 'console.audit.broken')}
    </Chip>
  );
}

function useColumns(): Column<Entry>[] {
  const words = useWords();
  const { t, format } = words;
  return [
    column('at', t('console.audit.at'), ({ at }) => (
      <span className="nw">
        {format.day(at)} {format.clock(at)}
      </span>
    )),
    column('who', t('console.audit.who'), ({ actorName, actorRole }) => (
      <span className="nw">
        <b>{actorName}</b> {actorRole && <span className="m">{t(`Role.${actorRole}`)}</span>}
      </span>
    )),
    column('what', t('console.audit.what'), ({ action }) => (
      <span className="nw" title={action}>
        {actInWords(words, action)}
      </span>
    )),
    column('whom', t('console.audit.whom'), ({ subjectName, subjectKind }) => (
      <>
        {subjectName ?? (subjectKind ? '' : '—')}{' '}
        {subjectKind && <span className="m nw">{subjectInWords(words, subjectKind)}</span>}
      </>
    )),
    column('detail', t('console.audit.detail'), ({ detail }) => (
      <small className="m anywhere">{detailInWords(words, detail)}</small>
    )),
  ];
}

interface AuditTableProps {
  readonly rows: readonly Entry[] | undefined;
  readonly read: { readonly error: unknown; readonly again: () => void };
}

function AuditTable({ rows, read }: AuditTableProps): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      label={t('console.menu.audit')}
      wrap
      rows={rows}
      read={read}
      rowKey={({ id }) => id}
      columns={useColumns()}
      empty={
        <Nothing icon="scroll-text" title={t('console.audit.none')}>
          {t('console.audit.noneWhy')}
        </Nothing>
      }
    />
  );
}
