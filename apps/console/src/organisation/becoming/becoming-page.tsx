import { Chip, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { type BecomingPhase, BecomingDossiersDocument, type DossierPartsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useMore } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { Loading, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { ScopeChoice, useScope } from '../parts/scope';
import { OpenDrawer, TakeDrawer } from './becoming-drawers';
import { DossierDrawer } from './dossier-drawer';
import { Next, TakeButton } from './next-step';

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

const PHASES: readonly BecomingPhase[] = ['APPLYING', 'CULTIVATING', 'PREPARING', 'ADMITTING', 'CONFIRMING'];
const VIEWS = ['onTheWay', 'late', ...PHASES, 'finished', 'stopped'] as const;
type View = (typeof VIEWS)[number];

function isIn(view: View, { next, isLate, stoppedOn }: DossierPartsFragment): boolean {
  if (view === 'onTheWay') return next !== null;
  if (view === 'late') return isLate;
  if (view === 'stopped') return stoppedOn !== null;
  if (view === 'finished') return next === null && stoppedOn === null;
  return next?.phase === view;
}

type Doing = { readonly kind: 'take'; readonly of: DossierPartsFragment } | { readonly kind: 'open' };

function Dossiers({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const read = useRead(BecomingDossiersDocument, { organisationId: id });
  const keeps = useMay('KEEP_MEMBERS');
  const [view, setView] = useFilter<View>('view', 'onTheWay');
  const [shownId, setShown] = useFilter('dossier', '');
  const [doing, setDoing] = useState<Doing>();
  const all = read.data?.becomingDossiers;
  const [rows, more] = useMore(all?.filter((one) => isIn(view, one)) ?? [], 50);
  const shown = all?.find((one) => one.id === shownId);
  const drawer = {
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined);
      read.again();
    },
  };
  const columns = useColumns(setShown, keeps ? (of) => setDoing({ kind: 'take', of }) : undefined);
  return (
    <Panel
      title={t('console.menu.becoming')}
      side={
        keeps && (
          <Button small icon="plus" onClick={() => setDoing({ kind: 'open' })}>
            {t('console.becoming.open')}
          </Button>
        )
      }
    >
      <div className="pb">
        <Views all={all} view={view} onChange={setView} />
      </div>
      <DataTable
        label={t('console.menu.becoming')}
        wrap
        rows={all && rows}
        read={read}
        rowKey={(row) => row.id}
        columns={columns}
        empty={<Nobody all={all} />}
      />
      {more}
      {doing?.kind === 'open' && <OpenDrawer id={id} {...drawer} />}
      {doing?.kind === 'take' && <TakeDrawer dossier={doing.of} {...drawer} />}
      {shown && (
        <DossierDrawer
          key={shown.id}
          {...{ id: shown.id, name: shown.name, onClose: () => setShown(''), onChanged: read.again }}
        />
      )}
    </Panel>
  );
}

type All = readonly DossierPartsFragment[] | undefined;

function Views({
  all,
  view,
  onChange,
}: {
  readonly all: All;
  readonly view: View;
  readonly onChange: (view: View) => void;
}): ReactElement {
  const { t } = useWords();
  const words: Partial<Record<View, string>> = {
    ...{ onTheWay: t('console.becoming.onTheWay'), late: t('console.becoming.late') },
    ...{ finished: t('console.becoming.finished'), stopped: t('console.becoming.stopped') },
  };
  return (
    <Tabs
      label={t('console.becoming.view')}
      current={view}
      onChange={onChange}
      tabs={VIEWS.map((key) => ({
        key,
        label: words[key] ?? t(`BecomingPhase.${key as BecomingPhase}`),
        count: all?.filter((one) => isIn(key, one)).length,
        late: key === 'late',
      }))}
    />
  );
}

function Nobody({ all }: { readonly all: All }): ReactElement {
  const { t } = useWords();
  const where = (all?.length ?? 0) > 0 ? 'noneHere' : 'none';
  return (
    <Nothing icon="user-plus" title={t(`console.becoming.${where}`)}>
      {t(`console.becoming.${where}Why`)}
    </Nothing>
  );
}

function useColumns(
  onShow: (id: string) => void,
  onTake: ((of: DossierPartsFragment) => void) | undefined,
): readonly Column<DossierPartsFragment>[] {
  const { t, format } = useWords();
  return [
    column('name', t('console.posts.name'), ({ id, name, organisationName }) => (
      <>
        <button type="button" className="lk" onClick={() => onShow(id)}>
          <b>{name}</b>
        </button>
        <div className="m">{organisationName}</div>
      </>
    )),
    column('phase', t('console.members.stage'), ({ next, stoppedOn }) =>
      next ? (
        <Chip tone="mute">{t(`BecomingPhase.${next.phase}`)}</Chip>
      ) : stoppedOn ? (
        <Status tone="mute">{t('console.becoming.stopped')}</Status>
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
    column('next', t('console.becoming.next'), (of) =>
      of.stoppedOn ? (
        <span className="m">
          {t('console.becoming.stoppedOn', { day: format.date(of.stoppedOn), reason: of.stopReason ?? '' })}
        </span>
      ) : (
        <Next of={of} />
      ),
    ),
    ...(onTake
      ? [
          column<DossierPartsFragment>(
            'act',
            <span className="vh">{t('console.becoming.take')}</span>,
            (of) => <TakeButton small of={of} onTake={() => onTake(of)} />,
          ),
        ]
      : []),
  ];
}
