import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  MemberRootsDocument,
  type OneOrganisationQuery,
  PostHistoryDocument,
  type PostPartsFragment,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { BeginPostDrawer, EndPostDrawer } from './post-drawers';
import { TERM_TONES } from './post-words';

interface OrganisationPostsProps {
  readonly organisation: Pick<
    OneOrganisationQuery['organisation'],
    'id' | 'name' | 'kind' | 'validTo' | 'ancestors'
  >;
}

/** 任職 of one organisation; for whoever looks after its members, nobody else. */
export function OrganisationPosts({ organisation }: OrganisationPostsProps): ReactElement | null {
  const sees = useMay('SEE_MEMBERS');
  const roots = useRead(MemberRootsDocument, {}, { skip: !sees }).data?.memberRoots ?? [];
  const lineage = [organisation.id, ...organisation.ancestors.map(({ id }) => id)];
  return roots.some(({ id }) => lineage.includes(id)) ? <PostsPanel organisation={organisation} /> : null;
}

function PostsPanel({ organisation }: OrganisationPostsProps): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const keeps = useMay('KEEP_POSTS') && organisation.validTo === null;
  const read = useRead(PostHistoryDocument, { organisationId: organisation.id });
  const [past, setPast] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const [ending, setEnding] = useState<PostPartsFragment>();
  const all = read.data?.postHistory;
  const standing = all?.filter(({ validTo }) => validTo === null || validTo >= today);
  const gone = (all?.length ?? 0) - (standing?.length ?? 0);
  const done = () => {
    setBeginning(false);
    setEnding(undefined);
    read.again();
  };
  return (
    <Panel
      title={t('console.posts.title')}
      side={
        <>
          {gone > 0 && (
            <Button small onClick={() => setPast(!past)}>
              {past ? t('console.posts.onlyStanding') : t('console.posts.past', { count: gone })}
            </Button>
          )}
          {keeps && (
            <Button small icon="plus" onClick={() => setBeginning(true)}>
              {t('console.posts.begin')}
            </Button>
          )}
        </>
      }
    >
      <DataTable
        label={t('console.posts.title')}
        rows={past ? all : standing}
        read={read}
        rowKey={({ id }) => id}
        columns={useColumns(keeps ? setEnding : undefined)}
        empty={<Nothing icon="users" title={t('console.posts.noneHere')} />}
      />
      {beginning && standing && (
        <BeginPostDrawer
          {...{ organisation, standing, today }}
          onClose={() => setBeginning(false)}
          onDone={done}
        />
      )}
      {ending && (
        <EndPostDrawer post={ending} today={today} onClose={() => setEnding(undefined)} onDone={done} />
      )}
    </Panel>
  );
}

function useColumns(
  onEnd: ((post: PostPartsFragment) => void) | undefined,
): readonly Column<PostPartsFragment>[] {
  const { t, format } = useWords();
  return [
    column('post', t('console.posts.post'), ({ kind }) => t(`PostKind.${kind}`)),
    column('name', t('console.posts.name'), ({ name, replacedName }) => (
      <>
        <b>{name}</b>
        {replacedName && <div className="m">{t('console.posts.replaced', { name: replacedName })}</div>}
      </>
    )),
    column('since', t('console.posts.since'), ({ validFrom, validTo, ending }) => (
      <>
        <span className="nw">{format.date(validFrom)}</span>
        {validTo && (
          <div className="m nw">
            {t('console.posts.until', { day: format.date(validTo) })}
            {ending && ` · ${t(`PostEnding.${ending}`)}`}
          </div>
        )}
      </>
    )),
    column('term', t('console.posts.term'), (post) => <Term post={post} />),
    ...(onEnd
      ? [
          column<PostPartsFragment>('act', <span className="vh">{t('console.posts.end')}</span>, (post) =>
            post.validTo === null ? (
              <Button
                small
                onClick={() => onEnd(post)}
                aria-label={t('console.posts.endOf', { name: post.name, post: t(`PostKind.${post.kind}`) })}
              >
                {t('console.posts.end')}
              </Button>
            ) : null,
          ),
        ]
      : []),
  ];
}

/** Until when, and how pressing that is. */
export function Term({
  post: { termEndsOn, term, validTo },
}: {
  readonly post: Pick<PostPartsFragment, 'termEndsOn' | 'term' | 'validTo'>;
}): ReactElement {
  const { t, format } = useWords();
  if (!termEndsOn) return <span className="m">—</span>;
  return (
    <span className="nw">
      {format.date(termEndsOn)}{' '}
      {validTo === null && (term === 'ENDING' || term === 'OVER') && (
        <Status tone={TERM_TONES[term]}>{t(`TermState.${term}`)}</Status>
      )}
    </span>
  );
}
