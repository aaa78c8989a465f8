import type { ReactElement } from 'react';
import {
  ExtendProbationDocument,
  ProlongApprovalDocument,
  ReviewActivistDocument,
  StopDossierDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { useWords } from '../../kit/words';
import { ActDrawer } from '../parts/act-drawer';
import { type OfDossier, useToday } from './becoming-drawers';

/** 半年考察. */
export function ReviewDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  const today = useToday();
  return (
    <ActDrawer
      id="review-activist"
      title={t('console.becoming.reviewOf', { name: dossier.name })}
      word={t('common.save')}
      asks={[
        { key: 'on', label: t('console.members.time'), kind: 'day', value: today, max: today },
        { key: 'note', label: t('console.moving.note'), kind: 'text', maxLength: 200 },
      ]}
      use={useCreate(ReviewActivistDocument)}
      inputOf={({ on = '', note = '' }) => ({ dossierId: dossier.id, on, note })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** 延長預備期 Once, by six to twelve months. */
export function ExtendDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  return (
    <ActDrawer
      id="extend-probation"
      title={t('console.becoming.extendOf', { name: dossier.name })}
      word={t('console.becoming.extend')}
      asks={[
        {
          ...{
            key: 'months',
            label: t('console.becoming.months'),
            kind: 'number',
            value: '6',
            min: 6,
            max: 12,
          },
          hint: t('console.becoming.monthsHint'),
        },
      ]}
      use={useAct(ExtendProbationDocument)}
      inputOf={({ months }) => ({ dossierId: dossier.id, months: Number(months) })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** 特殊情況 Six months for the approval. */
export function ProlongDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  return (
    <ActDrawer
      id="prolong-approval"
      title={t('console.becoming.prolongOf', { name: dossier.name })}
      word={t('console.becoming.prolong')}
      asks={[
        {
          ...{ key: 'reason', label: t('console.becoming.special'), kind: 'text', maxLength: 200 },
          hint: t('console.becoming.prolongHint'),
        },
      ]}
      use={useAct(ProlongApprovalDocument)}
      inputOf={({ reason = '' }) => ({ dossierId: dossier.id, reason })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** 終止. */
export function StopDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  const today = useToday();
  return (
    <ActDrawer
      id="stop-dossier"
      title={t('console.becoming.stopOf', { name: dossier.name })}
      word={t('console.becoming.stop')}
      kind="danger"
      asks={[
        { key: 'on', label: t('console.members.time'), kind: 'day', value: today, max: today },
        { key: 'reason', label: t('console.posts.reason'), kind: 'text', maxLength: 200 },
      ]}
      use={useAct(StopDossierDocument)}
      inputOf={({ on = '', reason = '' }) => ({ dossierId: dossier.id, on, reason })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}
