import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  ModelSitesDocument,
  type ModelSitesQuery,
  NameModelSiteDocument,
  RecordStandardCheckDocument,
  StandardChecksDocument,
  type StandardChecksQuery,
  type StandardItem,
} from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { STANDARD_ITEMS } from './rating-words';

type Check = StandardChecksQuery['standardChecks'][number];
type Site = ModelSitesQuery['modelSites'][number];

/** 標準化 What the last look at each organisation found, and what is missing. */
export function StandardChecks(): ReactElement {
  const { t, format } = useWords();
  const today = dayOf(useNow(60_000));
  const read = useRead(StandardChecksDocument, {});
  const checks = useMay('REVIEW_RATINGS');
  const [checking, setChecking] = useState(false);
  const recording = useCreate(RecordStandardCheckDocument);
  return (
    <Panel
      title={t('console.ratings.standards')}
      note={t('console.ratings.standardsNote')}
      side={checks && <Button onClick={() => setChecking(true)}>{t('console.ratings.recordCheck')}</Button>}
    >
      <DataTable
        label={t('console.ratings.standards')}
        wrap
        rows={read.data?.standardChecks}
        read={read}
        rowKey={({ id }) => id}
        columns={[
          column<Check>(
            'name',
            t('console.ratings.organisation'),
            ({ organisationName }) => organisationName,
          ),
          column<Check>('on', t('console.ratings.checkedOn'), ({ checkedOn }) => format.date(checkedOn)),
          column<Check>('met', t('console.ratings.met'), ({ met }) =>
            t('console.ratings.metOf', { met: met.length, all: STANDARD_ITEMS.length }),
          ),
          column<Check>('missing', t('console.ratings.missing'), ({ missing }) =>
            missing.length === 0
              ? t('common.none')
              : missing.map((item) => t(`StandardItem.${item}`)).join(t('console.listed')),
          ),
          column<Check>('by', t('console.ratings.by'), ({ byName }) => byName),
        ]}
        empty={
          <Nothing icon="clipboard-check" title={t('console.ratings.noChecks')}>
            {t('console.ratings.noChecksWhy')}
          </Nothing>
        }
      />
      {checking && (
        <ActDrawer
          id="check"
          title={t('console.ratings.recordCheck')}
          word={t('common.save')}
          asks={[
            { key: 'organisationId', label: t('console.ratings.organisation'), kind: 'organisation' },
            ...[
              {
                key: 'on',
                label: t('console.ratings.checkedOn'),
                kind: 'day' as const,
                value: today,
                max: today,
              },
            ],
            {
              ...{ key: 'met', label: t('console.ratings.met'), kind: 'checks' },
              hint: t('console.ratings.metHint'),
              options: STANDARD_ITEMS.map((key) => ({ key, label: t(`StandardItem.${key}`) })),
            },
          ]}
          use={recording}
          inputOf={({ organisationId = '', on = '', met = '' }) => ({
            ...{ organisationId, checkedOn: on },
            met: met === '' ? [] : (met.split(',') as StandardItem[]),
          })}
          done={t('console.ratings.checkSaved')}
          onDone={() => {
            setChecking(false);
            read.again();
          }}
          onClose={() => setChecking(false)}
        />
      )}
    </Panel>
  );
}

/** 標桿示範點 Until when each is one. */
export function ModelSites(): ReactElement {
  const { t, format } = useWords();
  const today = dayOf(useNow(60_000));
  const read = useRead(ModelSitesDocument, {});
  const names = useMay('GRANT_RATINGS');
  const [naming, setNaming] = useState(false);
  const use = useCreate(NameModelSiteDocument);
  return (
    <Panel
      title={t('console.ratings.sites')}
      side={names && <Button onClick={() => setNaming(true)}>{t('console.ratings.nameSite')}</Button>}
    >
      <DataTable
        label={t('console.ratings.sites')}
        rows={read.data?.modelSites}
        read={read}
        rowKey={({ id }) => id}
        columns={[
          column<Site>('name', t('console.ratings.organisation'), ({ organisationName }) => organisationName),
          column<Site>('title', t('console.ratings.siteTitle'), ({ title }) => title),
          column<Site>('until', t('console.ratings.validUntil'), ({ validUntil, expired }) => (
            <>
              {format.date(validUntil)}{' '}
              {expired && <Status tone="bad">{t('console.ratings.expired')}</Status>}
            </>
          )),
          column<Site>('document', t('console.ratings.document'), ({ documentNumber }) => documentNumber),
        ]}
        empty={<Nothing icon="landmark" title={t('console.ratings.noSites')} />}
      />
      {naming && (
        <ActDrawer
          id="site"
          title={t('console.ratings.nameSite')}
          word={t('common.save')}
          asks={[
            { key: 'organisationId', label: t('console.ratings.organisation'), kind: 'organisation' },
            { key: 'title', label: t('console.ratings.siteTitle'), kind: 'text', maxLength: 40 },
            { key: 'validFrom', label: t('console.ratings.validFrom'), kind: 'day', value: today },
            { key: 'validUntil', label: t('console.ratings.validUntil'), kind: 'day', min: today },
            { key: 'documentNumber', label: t('console.ratings.document'), kind: 'text', maxLength: 60 },
          ]}
          use={use}
          inputOf={({
            organisationId = '',
            title = '',
            validFrom = '',
            validUntil = '',
            documentNumber = '',
          }) => ({
            ...{ organisationId, title, validFrom, validUntil, documentNumber },
          })}
          done={t('console.ratings.siteNamed')}
          onDone={() => {
            setNaming(false);
            read.again();
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </Panel>
  );
}
