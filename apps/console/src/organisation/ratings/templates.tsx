import type { ReactElement } from 'react';
import { RatingTemplatesDocument, type RatingTemplatesQuery } from '../../gql/graphql';
import { column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';

type Template = RatingTemplatesQuery['ratingTemplates'][number];

/** 評星標準 Every version of every set: for whom, from when, and which stars it has. */
export function Templates(): ReactElement {
  const { t, format } = useWords();
  const read = useRead(RatingTemplatesDocument, {});
  const listed = t('console.listed');
  return (
    <Panel title={t('console.ratings.template')} note={t('console.ratings.templatesNote')}>
      <DataTable
        label={t('console.ratings.template')}
        wrap
        rows={read.data?.ratingTemplates}
        read={read}
        rowKey={({ id }) => id}
        columns={[
          column<Template>('name', t('console.ratings.template'), (template) =>
            t('console.ratings.templateVersion', template),
          ),
          column<Template>('stars', t('console.ratings.stars'), ({ stars }) =>
            stars.map(({ name }) => name).join(listed),
          ),
          column<Template>('kinds', t('console.ratings.forKinds'), ({ kinds }) =>
            kinds.map((kind) => t(`OrganisationKind.${kind}`)).join(listed),
          ),
          column<Template>('from', t('console.ratings.validFrom'), ({ validFrom }) => (
            <span className="nw">{format.date(validFrom)}</span>
          )),
          column<Template>(
            'document',
            t('console.ratings.document'),
            ({ documentNumber }) => documentNumber ?? '—',
          ),
        ]}
        empty={<Nothing icon="badge-check" title={t('console.ratings.none')} />}
      />
    </Panel>
  );
}
