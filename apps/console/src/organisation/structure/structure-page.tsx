import { useNow } from '@linli/client';
import { DeskIcon } from '@linli/ui/desk';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../access/viewer';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { useFilter, useFilterPatch } from '../../kit/filters';
import { Page } from '../../kit/page';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { usePageSearch } from '../../layout/page-search';
import { AreaDetail } from './area-detail';
import { type Change, ChangeDrawer } from './change-drawer';
import { FoundList } from './found-list';
import { OrganisationDetail } from './organisation-detail';
import type { Side } from './tree';
import { TreeView } from './tree-view';
import { useTree } from './use-tree';

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
  const selected = id || tree.lines?.[0]?.node.id;
  const choose = (next: string, ancestorIds: readonly string[]) => {
    patch({ q: '', id: next });
    void tree.reveal(ancestorIds);
  };
  const turn = (next: Side) => patch({ id: '', q: '', part: '', tree: next === 'areas' ? '' : next });
  const changed = () => {
    setChange(undefined);
    setVersion((before) => before + 1);
    tree.again();
  };
  const shown = { id: selected ?? '', on, today, onOpen: setId, onChange: changes ? setChange : undefined };
  const Detail = side === 'areas' ? AreaDetail : OrganisationDetail;
  return (
    <Page
      title={t('console.menu.organisation')}
      fill
      about={<AsOf on={on} today={today} onChange={setOn} />}
      actions={changes && <Acts parentId={side === 'party' ? selected : undefined} onChange={setChange} />}
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
            <FoundList side={side} text={find} on={on} onChoose={choose} />
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

interface ActsProps {
  readonly parentId: string | undefined;
  readonly onChange: (change: Change) => void;
}

function Acts({ parentId, onChange }: ActsProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      {parentId && (
        <Button icon="plus" onClick={() => onChange({ act: 'setUp', parentId })}>
          {t('console.structure.setUp')}
        </Button>
      )}
      <Link className="b1" to="/organisation/import">
        <DeskIcon name="upload" />
        {t('console.import.title')}
      </Link>
    </>
  );
}
