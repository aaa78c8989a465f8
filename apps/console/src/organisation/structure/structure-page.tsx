import { useNow } from '@linli/client';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useMay, useViewer } from '../../access/viewer';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { useFilter, useFilterPatch } from '../../kit/filters';
import { Page } from '../../kit/page';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { AreaDetail } from './area-detail';
import type { Change } from './change';
import { ChangeDrawer } from './change-drawer';
import { FoundList } from './found-list';
import { OrganisationDetail } from './organisation-detail';
import type { Side } from './tree';
import { TreeView } from './tree-view';
import { type Tree, useTree } from './use-tree';

export default function StructurePage(): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [on, setOn] = useFilter('on', today);
  const [side] = useFilter<Side>('tree', 'areas');
  const [id, setId] = useFilter('id', '');
  const [find] = usePageSearch(t('console.structure.find'));
  const patch = useFilterPatch();
  const [change, setChange] = useState<Change>();
  const [version, setVersion] = useState(0);
  const changes = useMay('CHANGE_STRUCTURE');
  const tree = useTree(side, on);
  const home = useHome(side);
  const selected = id || (home ?? tree.lines?.[0]?.node.id);
  const go = (next: Side, nextId: string) =>
    patch({ id: nextId, q: '', ...(next === side ? {} : { part: '', tree: next === 'areas' ? '' : next }) });
  const turn = (next: Side) => go(next, '');
  const changed = (changedId: string) => {
    setChange(undefined);
    setId(changedId);
    setVersion((before) => before + 1);
    tree.again();
  };
  const shown = {
    ...{ id: selected ?? '', on, today, onOpen: setId, onChange: changes ? setChange : undefined },
    ...{ onRead: useRevealing(tree), onGo: go },
  };
  const Detail = side === 'areas' ? AreaDetail : OrganisationDetail;
  return (
    <Page
      title={t('console.menu.organisation')}
      fill
      about={<AsOf on={on} today={today} onChange={setOn} />}
      actions={changes && <ImportLink />}
    >
      <div className="g-org">
        <section className="panel treep" aria-label={t('console.structure.tree')}>
          <div className="ph">
            <Tabs
              label={t('console.structure.tree')}
              current={side}
              onChange={turn}
              tabs={[
                { key: 'areas', label: t('console.structure.areas') },
                { key: 'party', label: t('console.structure.party') },
              ]}
            />
          </div>
          <span />
          {find.trim() ? (
            <FoundList side={side} text={find} on={on} onChoose={go} />
          ) : (
            <TreeView label={t('console.structure.tree')} tree={tree} selected={selected} onSelect={setId} />
          )}
        </section>
        <div className="stack">{selected && <Detail key={`${selected}${on}${version}`} {...shown} />}</div>
      </div>
      {change && (
        <ChangeDrawer change={change} today={today} onClose={() => setChange(undefined)} onDone={changed} />
      )}
    </Page>
  );
}

/** One's own place is what one looks after: the page opens there. */
function useHome(side: Side): string | undefined {
  const { duties } = useViewer().me;
  return duties.flatMap(({ area, organisation }) => (side === 'areas' ? area : organisation) ?? [])[0]?.id;
}

/** What is shown on the right stands open on the left, however one came to it. */
function useRevealing({ reveal }: Tree): (ancestorIds: readonly string[]) => void {
  const [trail, setTrail] = useState<readonly string[]>();
  useEffect(() => {
    if (trail) void reveal(trail);
  }, [trail, reveal]);
  return setTrail;
}

interface AsOfProps {
  readonly on: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

function AsOf({ on, today, onChange }: AsOfProps): ReactElement {
  const { t } = useWords();
  const label = t('console.structure.asOf');
  return (
    <div className="row">
      <span className="m">{label}</span>
      <DayPicker value={on} max={today} onChange={(day) => onChange(day || today)} label={label} />
      {on !== today && (
        <Button small onClick={() => onChange(today)}>
          {t('console.day.backToToday')}
        </Button>
      )}
    </div>
  );
}

function ImportLink(): ReactElement {
  const { t } = useWords();
  return (
    <Link className="b1" to="/organisation/import">
      <DeskIcon name="upload" />
      {t('console.import.title')}
    </Link>
  );
}
