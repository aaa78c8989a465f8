import type { ReactElement } from 'react';
import { OneOrganisationDocument, type OneOrganisationQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Change } from './change-drawer';
import { ChangesTable, DetailHead } from './facts';

interface OrganisationDetailProps {
  readonly id: string;
  readonly on: string;
  readonly onOpen: (id: string) => void;
  readonly onChange: ((change: Change) => void) | undefined;
}

export function OrganisationDetail({ id, on, onOpen, onChange }: OrganisationDetailProps): ReactElement {
  const { t } = useWords();
  const read = useRead(OneOrganisationDocument, { id, on });
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
                organisation.kind !== 'DISTRICT_COMMITTEE' && (
                  <>
                    <Button
                      small
                      icon="pencil"
                      onClick={() => onChange({ act: 'rename', id, name: organisation.name })}
                    >
                      {t('StructureChangeKind.RENAMED')}
                    </Button>
                    <Button
                      small
                      kind="bad"
                      onClick={() => onChange({ act: 'close', id, name: organisation.name })}
                    >
                      {t('StructureChangeKind.CLOSED')}
                    </Button>
                  </>
                )
              }
            />
            <p className="pb m">{t('console.structure.below', { count: organisation.childCount })}</p>
          </section>
          <Panel
            title={t('console.structure.covers')}
            note={t('console.structure.coversCount', { count: organisation.covers.length })}
          >
            <Covers covers={organisation.covers} />
          </Panel>
          <Panel title={t('console.structure.part.changes')}>
            <ChangesTable changes={organisation.changes} />
          </Panel>
        </>
      )}
    </Loaded>
  );
}

function Covers({
  covers,
}: {
  readonly covers: OneOrganisationQuery['organisation']['covers'];
}): ReactElement {
  const { t } = useWords();
  return (
    <DataTable
      label={t('console.structure.covers')}
      rows={covers}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('console.structure.name'), cell: ({ name }) => <b>{name}</b> },
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
