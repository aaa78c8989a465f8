import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import { OneOrganisationDocument, type OneOrganisationQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { PopMenu } from '../../layout/pop-menu';
import { OrganisationPosts } from '../posts/organisation-posts';
import { type Change, KINDS_BELOW } from './change';
import { ChangesTable, DetailHead, useAncestors } from './facts';
import type { Side } from './tree';

interface OrganisationDetailProps {
  readonly id: string;
  readonly on: string;
  readonly onOpen: (id: string) => void;
  readonly onChange: ((change: Change) => void) | undefined;
  readonly onRead: (ancestorIds: readonly string[]) => void;
  readonly onGo: (side: Side, id: string) => void;
}

export function OrganisationDetail({
  id,
  on,
  onOpen,
  onChange,
  onRead,
  onGo,
}: OrganisationDetailProps): ReactElement {
  const { t } = useWords();
  const read = useRead(OneOrganisationDocument, { id, on });
  useAncestors(read.data?.organisation, onRead);
  return (
    <Loaded read={read} rows={6}>
      {({ organisation }) => (
        <>
          <section className="panel">
            <DetailHead
              {...organisation}
              kind={t(`OrganisationKind.${organisation.kind}`)}
              on={on}
              onOpen={onOpen}
              side={
                onChange &&
                organisation.viewerCanChange && <Acts organisation={organisation} onChange={onChange} />
              }
            />
            <p className="pb m">{t('console.structure.below', { count: organisation.childCount })}</p>
          </section>
          <Panel
            title={t('console.structure.covers')}
            note={t('console.structure.coversCount', { count: organisation.covers.length })}
          >
            <Covers covers={organisation.covers} onOpen={(areaId) => onGo('areas', areaId)} />
          </Panel>
          <OrganisationPosts organisation={organisation} />
          <Panel title={t('console.structure.part.changes')}>
            <ChangesTable changes={organisation.changes} />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

interface ActsProps {
  readonly organisation: OneOrganisationQuery['organisation'];
  readonly onChange: (change: Change) => void;
}

/** The district's committee is the root: it has no other name, and does not end. */
function Acts({ organisation, onChange }: ActsProps): ReactElement {
  const { t } = useWords();
  const { id, name, kind, validTo } = organisation;
  const kinds = KINDS_BELOW[kind];
  return (
    <>
      {kinds.length > 0 && validTo === null && (
        <Button small icon="plus" onClick={() => onChange({ act: 'setUp', parentId: id, name, kinds })}>
          {t('console.structure.setUp')}
        </Button>
      )}
      {kind !== 'DISTRICT_COMMITTEE' && validTo === null && (
        <Reshape organisation={organisation} onChange={onChange} />
      )}
    </>
  );
}

/** 拆建轉 What can become of it: each opens the form of one dated record. */
function Reshape({ organisation: { id, name, covers }, onChange }: ActsProps): ReactElement {
  const { t } = useWords();
  const covered = covers.map((area) => ({
    value: area.id,
    label: area.name,
    note: area.ancestors
      .slice(-2)
      .map((above) => above.name)
      .join(' '),
  }));
  const acts: readonly (readonly [string, Change])[] = [
    [t('StructureChangeKind.RENAMED'), { act: 'rename', id, name }],
    [t('StructureChangeKind.MOVED'), { act: 'move', id, name }],
    [t('console.change.act.covers'), { act: 'covers', id, name, covers: covered }],
    [t('StructureChangeKind.SPLIT'), { act: 'split', id, name, covers: covered }],
    [t('StructureChangeKind.MERGED'), { act: 'merge', id, name }],
    [t('StructureChangeKind.CLOSED'), { act: 'close', id, name }],
  ];
  return (
    <PopMenu
      end
      label={t('console.structure.reshape')}
      buttonClass="b1 b1--s"
      button={
        <>
          <DeskIcon name="network" />
          {t('console.structure.reshape')}
        </>
      }
    >
      {(close) =>
        acts.map(([word, change]) => (
          <button
            key={change.act}
            type="button"
            role="menuitem"
            onClick={() => {
              close();
              onChange(change);
            }}
          >
            {word}
          </button>
        ))
      }
    </PopMenu>
  );
}

function Covers({
  covers,
  onOpen,
}: {
  readonly onOpen: (id: string) => void;
  readonly covers: OneOrganisationQuery['organisation']['covers'];
}): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      label={t('console.structure.covers')}
      rows={covers}
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
        { key: 'kind', title: t('console.structure.kind'), cell: ({ kind }) => t(`AreaKind.${kind}`) },
        {
          key: 'above',
          title: t('console.structure.above'),
          cell: ({ ancestors }) => <span className="m">{ancestors.map(({ name }) => name).join(' › ')}</span>,
        },
      ]}
      empty={<Nothing icon="map-pin" title={t('console.structure.coversNone')} />}
    />
  );
}
