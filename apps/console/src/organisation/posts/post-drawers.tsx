import type { ReactElement } from 'react';
import {
  BeginPostDocument,
  EndPostDocument,
  type OrganisationKind,
  type PostEnding,
  type PostKind,
  type PostPartsFragment,
  type PostSelection,
  type PostSource,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { useWords } from '../../kit/words';
import { ActDrawer, type Ask } from '../parts/act-drawer';
import { useFindPeople } from '../parts/find-people';
import { ENDINGS, postsAt, SOURCES } from './post-words';

const orNone = (text: string | undefined): string | null => (text === '' ? null : (text ?? null));

interface BeginProps {
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: OrganisationKind };
  /** Posts that stand there: whoever begins may replace one of them. */
  readonly standing: readonly PostPartsFragment[];
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 任職 Somebody begins; or replaces somebody, in their post. */
export function BeginPostDrawer(props: BeginProps): ReactElement {
  const { organisation, standing, today, onClose, onDone } = props;
  const { t } = useWords();
  const find = useFindPeople(organisation.id);
  const asks: readonly Ask[] = [
    {
      ...{ key: 'residentId', label: t('console.posts.person'), kind: 'found', find },
      ...{ hint: t('console.posts.personHint'), placeholder: t('console.members.personFind') },
    },
    {
      ...{ key: 'kind', label: t('console.posts.post'), kind: 'choice' },
      options: postsAt(organisation.kind).map((key) => ({ key, label: t(`PostKind.${key}`) })),
    },
    {
      ...{ key: 'replaces', label: t('console.posts.replaces'), kind: 'choice', value: 'NOBODY' },
      hint: t('console.posts.replacesHint'),
      options: [
        { key: 'NOBODY', label: t('console.posts.replacesNobody') },
        ...standing.map(({ id, name, kind }) => ({ key: id, label: `${t(`PostKind.${kind}`)} ${name}` })),
      ],
    },
    {
      ...{ key: 'selection', label: t('console.posts.how'), kind: 'choice', value: 'ELECTED' },
      options: (['ELECTED', 'APPOINTED'] as const).map((key) => ({ key, label: t(`PostSelection.${key}`) })),
    },
    {
      ...{ key: 'source', label: t('console.posts.source'), kind: 'choice', value: 'NONE' },
      options: [
        { key: 'NONE', label: t('console.posts.sourceNone') },
        ...SOURCES.map((key) => ({ key, label: t(`PostSource.${key}`) })),
      ],
    },
    { key: 'from', label: t('console.posts.from'), kind: 'day', value: today, max: today },
    {
      ...{ key: 'termEndsOn', label: t('console.posts.termEnds'), kind: 'day', optional: true },
      hint: t('console.posts.termHint'),
    },
    {
      key: 'documentNumber',
      label: t('console.posts.document'),
      kind: 'text',
      optional: true,
      maxLength: 60,
    },
  ];
  return (
    <ActDrawer
      id="begin-post"
      title={t('console.posts.beginAt', { organisation: organisation.name })}
      word={t('console.posts.begin')}
      asks={asks}
      use={useCreate(BeginPostDocument)}
      inputOf={(filled) => ({
        ...{ organisationId: organisation.id, residentId: filled.residentId ?? '', from: filled.from ?? '' },
        kind: filled.kind as PostKind,
        selection: filled.selection as PostSelection,
        source: filled.source === 'NONE' ? null : (filled.source as PostSource),
        termEndsOn: orNone(filled.termEndsOn),
        replaces: filled.replaces === 'NOBODY' ? null : (filled.replaces ?? null),
        documentNumber: orNone(filled.documentNumber),
      })}
      done={t('console.posts.begun')}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

interface EndProps {
  readonly post: PostPartsFragment;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 免職. */
export function EndPostDrawer({ post, today, onClose, onDone }: EndProps): ReactElement {
  const { t } = useWords();
  return (
    <ActDrawer
      id="end-post"
      title={t('console.posts.endOf', { name: post.name, post: t(`PostKind.${post.kind}`) })}
      word={t('console.posts.end')}
      kind="danger"
      asks={[
        {
          ...{ key: 'ending', label: t('console.posts.reason'), kind: 'choice' },
          options: ENDINGS.map((key) => ({ key, label: t(`PostEnding.${key}`) })),
        },
        {
          ...{ key: 'lastDay', label: t('console.posts.lastDay'), kind: 'day', value: today },
          ...{ min: post.validFrom, max: today },
        },
        {
          key: 'documentNumber',
          label: t('console.posts.document'),
          kind: 'text',
          optional: true,
          maxLength: 60,
        },
      ]}
      use={useAct(EndPostDocument)}
      inputOf={({ lastDay = '', ending, documentNumber }) => ({
        ...{ id: post.id, lastDay, ending: ending as PostEnding, documentNumber: orNone(documentNumber) },
      })}
      done={t('console.posts.ended')}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
