import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import {
  CoverageOfChildrenDocument,
  CoverageRowsDocument,
  type OrganisationRowFragment,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { csvOf, download } from '../../kit/download';
import { useRead } from '../../kit/fresh';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';

interface Of {
  readonly areaId: string;
  readonly on: string;
  readonly onOpen: (id: string) => void;
}

export function ChildrenTable({ areaId, on, onOpen }: Of): ReactElement {
  const { t, format } = useWords();
  const read = useRead(CoverageOfChildrenDocument, { areaId, on });
  return (
    <div className="scr">
      <DataTable
        label={t('console.structure.part.children')}
        read={read}
        rows={read.data?.coverageOfChildren}
        rowKey={({ area }) => area.id}
        columns={[
          {
            key: 'name',
            title: t('console.structure.name'),
            cell: ({ area }) => (
              <button type="button" className="lk" onClick={() => onOpen(area.id)}>
                <b>{area.name}</b>
              </button>
            ),
          },
          { key: 'kind', title: t('console.structure.kind'), cell: ({ area }) => t(`AreaKind.${area.kind}`) },
          {
            key: 'code',
            title: t('console.structure.code'),
            cell: ({ area }) => <span className="m">{area.code}</span>,
          },
          {
            key: 'estates',
            title: t('console.coverage.estateCount'),
            number: true,
            cell: ({ estates }) => estates,
          },
          {
            key: 'covered',
            title: t('console.coverage.covered'),
            number: true,
            cell: ({ covered }) => covered,
          },
          {
            key: 'gap',
            title: t('console.coverage.gap'),
            number: true,
            cell: ({ estates, covered }) =>
              estates > covered ? <b style={{ color: 'var(--bad)' }}>{estates - covered}</b> : 0,
          },
          {
            key: 'rate',
            title: t('console.coverage.rate'),
            number: true,
            cell: ({ rate }) =>
              rate === null ? <span className="m">—</span> : <b>{format.percent(rate)}</b>,
          },
        ]}
        empty={<Nothing icon="network" title={t('console.structure.noChildren')} />}
      />
    </div>
  );
}

interface CoverageRowsProps extends Of {
  readonly areaName: string;
  readonly covered: boolean;
}

export function CoverageRows({ areaId, areaName, on, covered, onOpen }: CoverageRowsProps): ReactElement {
  const { t } = useWords();
  const read = useRead(CoverageRowsDocument, { areaId, on, covered });
  const rows = read.data?.coverageRows;
  const save = () =>
    download(
      `${areaName}-${t(covered ? 'console.coverage.covered' : 'console.coverage.gap')}-${on}.csv`,
      csvOf([
        [
          t('console.structure.code'),
          t('AreaKind.ESTATE'),
          t('AreaKind.COMMUNITY'),
          t('console.coverage.organisations'),
        ],
        ...(rows ?? []).map(({ estate, community, organisations }) => [
          estate.code,
          estate.name,
          community?.name ?? '',
          organisations.map(({ name }) => name).join('、'),
        ]),
      ]),
    );
  return (
    <div className="scr">
      <DataTable
        label={t(covered ? 'console.coverage.covered' : 'console.coverage.gap')}
        wrap
        read={read}
        rows={rows}
        rowKey={({ estate }) => estate.id}
        columns={[
          {
            key: 'estate',
            title: t('AreaKind.ESTATE'),
            cell: ({ estate }) => (
              <button type="button" className="lk" onClick={() => onOpen(estate.id)}>
                <b>{estate.name}</b>
              </button>
            ),
          },
          {
            key: 'community',
            title: t('AreaKind.COMMUNITY'),
            cell: ({ community }) => community?.name ?? '—',
          },
          {
            key: 'organisations',
            title: t('console.coverage.organisations'),
            cell: ({ organisations }) =>
              organisations.length > 0 ? (
                organisations.map(({ name }) => name).join('、')
              ) : (
                <Status tone="bad">{t('console.coverage.none')}</Status>
              ),
          },
        ]}
        empty={
          <Nothing
            icon="shield-check"
            title={t(covered ? 'console.coverage.noneCovered' : 'console.coverage.allCovered')}
          />
        }
      />
      {rows && rows.length > 0 && (
        <div className="pager">
          <Button small icon="download" onClick={save}>
            {t('console.exportRows', { count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

export function CoveredBy({
  organisations,
  onOpen,
}: {
  readonly organisations: readonly OrganisationRowFragment[];
  readonly onOpen: (id: string) => void;
}): ReactElement {
  const { t, format } = useWords();
  return (
    <DataTable
      label={t('console.structure.part.by')}
      rows={organisations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('console.structure.name'),
          cell: ({ id, name }) => (
            <button type="button" className="lk" onClick={() => onOpen(id)}>
              <b>{name}</b>
            </button>
          ),
        },
        {
          key: 'kind',
          title: t('console.structure.kind'),
          cell: ({ kind }) => t(`OrganisationKind.${kind}`),
        },
        {
          key: 'from',
          title: t('console.structure.since'),
          cell: ({ validFrom }) =>
            validFrom ? format.date(validFrom) : t('console.structure.beforeRecords'),
        },
      ]}
      empty={<Nothing icon="shield" title={t('console.structure.notCovered')} />}
    />
  );
}
