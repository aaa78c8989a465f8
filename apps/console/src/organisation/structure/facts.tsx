import { Chip } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { Fragment, type ReactElement, type ReactNode, useEffect } from 'react';
import type { ChangeFragment } from '../../gql/graphql';
import { DataTable } from '../../kit/data-table';
import { useWords, type Words } from '../../kit/words';

interface HeadProps {
  readonly name: string;
  readonly kind: string;
  readonly code?: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly on: string;
  readonly ancestors: readonly { readonly id: string; readonly name: string }[];
  readonly onOpen: (id: string) => void;
  readonly side?: ReactNode;
}

/** Tells the page what the thing lies in, each time that it was read. */
export function useAncestors(
  read: { readonly ancestors: HeadProps['ancestors'] } | undefined,
  onRead: (ancestorIds: readonly string[]) => void,
): void {
  const ancestors = read?.ancestors;
  useEffect(() => {
    if (ancestors) onRead(ancestors.map(({ id }) => id));
  }, [ancestors, onRead]);
}

export const validity = ({ t, format }: Words, from: string | null, to: string | null): string =>
  to
    ? t('console.structure.valid', {
        from: from ? format.date(from) : t('console.structure.beforeRecords'),
        to: format.date(to),
      })
    : from
      ? t('console.structure.validFrom', { from: format.date(from) })
      : t('console.structure.always');

export function DetailHead({
  name,
  kind,
  code,
  validFrom,
  validTo,
  on,
  ancestors,
  onOpen,
  side,
}: HeadProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const closed = validTo !== null && validTo <= on;
  return (
    <>
      <Crumbs ancestors={ancestors} onOpen={onOpen} />
      <div className="ph" {...(ancestors.length > 0 ? { style: { paddingTop: 4 } } : {})}>
        <h2 style={{ fontSize: 18 }}>{name}</h2>
        <Chip tone={closed ? 'mute' : 'ok'}>
          {t(closed ? 'console.structure.closed' : 'console.structure.inForce')}
        </Chip>
        <span className="m">
          {[kind, code, validity(words, validFrom, validTo)].filter(Boolean).join('　')}
        </span>
        <div className="r row">{side}</div>
      </div>
    </>
  );
}

/** What it lies in, from the top down; what it is itself stands below as the title. */
function Crumbs({ ancestors, onOpen }: Pick<HeadProps, 'ancestors' | 'onOpen'>): ReactElement | null {
  const { t } = useWords();
  if (ancestors.length === 0) return null;
  return (
    <nav className="crumbs" style={{ padding: '12px 16px 0' }} aria-label={t('console.structure.above')}>
      {ancestors.map((one, index) => (
        <Fragment key={one.id}>
          {index > 0 && <DeskIcon name="chevron-right" />}
          <button type="button" className="lk" onClick={() => onOpen(one.id)}>
            {one.name}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}

/** What has become of it, the last first. */
export function ChangesTable({ changes }: { readonly changes: readonly ChangeFragment[] }): ReactElement {
  const { t, format } = useWords();
  return (
    <DataTable
      label={t('console.structure.changes')}
      wrap
      rows={[...changes].sort((one, other) => (other.effectiveOn ?? '').localeCompare(one.effectiveOn ?? ''))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'on',
          title: t('console.change.effectiveOn'),
          cell: ({ effectiveOn }) =>
            effectiveOn ? format.date(effectiveOn) : t('console.structure.beforeRecords'),
        },
        {
          key: 'kind',
          title: t('console.change.kind'),
          cell: ({ kind }) => <b>{t(`StructureChangeKind.${kind}`)}</b>,
        },
        {
          key: 'what',
          title: t('console.change.what'),
          cell: ({ subjectName, before, after }) =>
            before && after ? `${before} → ${after}` : (after ?? before ?? subjectName),
        },
        {
          key: 'document',
          title: t('console.change.document'),
          cell: ({ documentNumber }) => documentNumber ?? '—',
        },
        {
          key: 'by',
          title: t('console.change.by'),
          cell: ({ recordedBy, recordedAt }) => (
            <>
              {recordedBy} <span className="m nw">{format.date(recordedAt)}</span>
            </>
          ),
        },
      ]}
      empty={<p className="pb m">{t('console.structure.noChanges')}</p>}
    />
  );
}
