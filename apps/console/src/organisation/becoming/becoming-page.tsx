import { Chip, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { BecomingDossiersDocument, type DossierPartsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ScopeChoice, useScope } from '../parts/scope';
import { OpenDrawer, ReviewDrawer, StopDrawer, TakeDrawer } from './becoming-drawers';

type Doing =
  | { readonly kind: 'take' | 'review' | 'stop'; readonly of: DossierPartsFragment }
  | { readonly kind: 'open' };

/** 發展黨員 Who is on the way in a branch and those below, what comes next, and what is late. */
export default function BecomingPage(): ReactElement {
  const { t } = useWords();
  const scope = useScope();
  return (
    <Page
      title={t('console.menu.becoming')}
      about={
        <>
          <ScopeChoice scope={scope} />
          <span className="m">{t('console.members.about')}</span>
        </>
      }
    >
      {scope.id ? <Dossiers key={scope.id} id={scope.id} /> : <Loading rows={6} />}
    </Page>
  );
}

function Dossiers({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const read = useRead(BecomingDossiersDocument, { organisationId: id });
  const keeps = useMay('KEEP_MEMBERS');
  const [doing, setDoing] = useState<Doing>();
  const all = read.data?.becomingDossiers;
  const late = all?.filter(({ isLate }) => isLate).length ?? 0;
  const [rows, more] = useMore(all ?? [], 50);
  const drawer = {
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined);
      read.again();
    },
  };
  return (
    <Panel
      title={t('console.menu.becoming')}
      note={late > 0 && <Status tone="bad">{t('console.becoming.lateCount', { count: late })}</Status>}
      side={
        keeps && (
          <Button small icon="plus" onClick={() => setDoing({ kind: 'open' })}>
            {t('console.becoming.open')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('console.menu.becoming')}
        wrap
        rows={all && rows}
        read={read}
        rowKey={(row) => row.id}
        columns={useColumns(keeps ? setDoing : undefined)}
        empty={
          <Nothing icon="user-plus" title={t('console.becoming.none')}>
            {t('console.becoming.noneWhy')}
          </Nothing>
        }
      />
      {more}
      {doing?.kind === 'open' && <OpenDrawer id={id} {...drawer} />}
      {doing?.kind === 'take' && <TakeDrawer dossier={doing.of} {...drawer} />}
      {doing?.kind === 'review' && <ReviewDrawer dossier={doing.of} {...drawer} />}
      {doing?.kind === 'stop' && <StopDrawer dossier={doing.of} {...drawer} />}
    </Panel>
  );
}

function useColumns(onDo: ((doing: Doing) => void) | undefined): readonly Column<DossierPartsFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.posts.name'), ({ name, organisationName }) => (
      <>
        <b>{name}</b>
        <div className="m">{organisationName}</div>
      </>
    )),
    column('phase', t('console.members.stage'), ({ next }) =>
      next ? (
        <Chip tone="mute">{t(`BecomingPhase.${next.phase}`)}</Chip>
      ) : (
        <Status tone="ok">{t('console.becoming.done')}</Status>
      ),
    ),
    column('taken', t('console.becoming.taken'), ({ steps }) => {
      const last = steps.at(-1);
      return (
        <span className="nw">
          {last && `${String(last.number)}／25 · `}
          {last && format.date(last.on)}
        </span>
      );
    }),
    column(
      'next',
      t('console.becoming.next'),
      ({ next, ...at }) => next && <Next name={next.name} at={at} />,
    ),
    ...(onDo
      ? [
          column<DossierPartsFragment>(
            'act',
            <span className="vh">{t('console.becoming.take')}</span>,
            (of) => <Acts of={of} onDo={onDo} />,
          ),
        ]
      : []),
  ];
}

function Next({
  name,
  at: { earliest, due, reviewDue, isLate },
}: {
  readonly name: string;
  readonly at: Pick<DossierPartsFragment, 'earliest' | 'due' | 'reviewDue' | 'isLate'>;
}): ReactElement {
  const { t, format } = useWords();
  const days = [
    earliest && t('console.becoming.earliest', { day: format.date(earliest) }),
    due && t('console.becoming.due', { day: format.date(due) }),
    reviewDue && t('console.becoming.reviewDue', { day: format.date(reviewDue) }),
  ].filter(Boolean);
  return (
    <>
      {name} {isLate && <Status tone="bad">{t('console.becoming.late')}</Status>}
      <div className="m">{days.join(' · ')}</div>
    </>
  );
}

function Acts({
  of,
  onDo,
}: {
  readonly of: DossierPartsFragment;
  readonly onDo: (doing: Doing) => void;
}): ReactElement | null {
  const { t } = useWords();
  if (!of.next) return null;
  const act = (kind: 'take' | 'review' | 'stop') => (
    <Button
      small
      aria-label={t(`console.becoming.${kind}Of`, { name: of.name })}
      onClick={() => onDo({ kind, of })}
    >
      {t(`console.becoming.${kind}`)}
    </Button>
  );
  return (
    <div className="row">
      {act('take')}
      {of.reviewDue && act('review')}
      {act('stop')}
    </div>
  );
}
