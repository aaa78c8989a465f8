import { DeskIcon } from '@linli/ui/desk';
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Failed, Loading } from '../../kit/states';
import { useWords } from '../../kit/words';
import { type Line, windowOf } from './tree';
import type { Tree } from './use-tree';

const ROW = 34;
const INDENT = 17;

interface TreeViewProps {
  readonly label: string;
  readonly tree: Tree;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** A tree of any size: only the lines in sight are drawn. Arrows move, open and close; Enter selects. */
export function TreeView({ label, tree, selected, onSelect }: TreeViewProps): ReactElement {
  const { lines, error, again } = tree;
  if (!lines) return error ? <Failed error={error} again={again} /> : <Loading rows={8} />;
  return <Lines label={label} lines={lines} tree={tree} selected={selected} onSelect={onSelect} />;
}

function useWindow(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight || 800 });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look);
    watch?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watch?.disconnect();
    };
  }, []);
  return { box, range: windowOf(count, seen.top, seen.height, ROW) };
}

function Lines({
  label,
  lines,
  tree,
  selected,
  onSelect,
}: TreeViewProps & { readonly lines: readonly Line[] }): ReactElement {
  const { t } = useWords();
  const { box, range } = useWindow(lines.length);
  const [active, setActive] = useState<string>();
  const found = lines.findIndex(({ node }) => node.id === (active ?? selected));
  const at = Math.max(0, found);
  useEffect(() => {
    const index = lines.findIndex(({ node }) => node.id === selected);
    const element = box.current;
    if (!element || index < 0) return;
    const top = index * ROW;
    if (top < element.scrollTop || top > element.scrollTop + element.clientHeight - ROW)
      element.scrollTop = Math.max(0, top - element.clientHeight / 2);
    // when the selection changes, not each time a branch opens
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);
  const go = (index: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))];
    if (!line) return;
    setActive(line.node.id);
    const element = box.current;
    if (!element) return;
    const top = lines.indexOf(line) * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + element.clientHeight - 2 * ROW)
      element.scrollTop = top - element.clientHeight + 2 * ROW;
    setTimeout(() => element.querySelector<HTMLElement>(`[data-node="${line.node.id}"]`)?.focus(), 0);
  };
  const press = (event: KeyboardEvent) => {
    const line = lines[at];
    if (!line) return;
    const parent = () => lines.findLastIndex((one, index) => index < at && one.level < line.level);
    const act: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ArrowRight: () => (line.open ? go(at + 1) : tree.toggle(line.node, true)),
      ArrowLeft: () => (line.open ? tree.toggle(line.node, false) : go(parent())),
      Enter: () => onSelect(line.node.id),
      ' ': () => onSelect(line.node.id),
    };
    if (!act[event.key]) return;
    event.preventDefault();
    act[event.key]?.();
  };
  return (
    <div className="tree" ref={box} role="tree" aria-label={label} onKeyDown={press}>
      <div style={{ height: lines.length * ROW }} role="presentation" />
      {lines.slice(...range).map((line, offset) => (
        <TreeLine
          key={line.node.id}
          line={line}
          index={range[0] + offset}
          selected={line.node.id === selected}
          focusable={range[0] + offset === at}
          onSelect={() => {
            setActive(line.node.id);
            onSelect(line.node.id);
          }}
          onToggle={() => tree.toggle(line.node)}
          closedWord={t('console.structure.closed')}
        />
      ))}
    </div>
  );
}

interface TreeLineProps {
  readonly line: Line;
  readonly index: number;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly closedWord: string;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
}

function TreeLine({
  line: { node, level, open },
  index,
  selected,
  focusable,
  closedWord,
  onSelect,
  onToggle,
}: TreeLineProps): ReactElement {
  const branches = node.childCount > 0;
  return (
    <div
      role="treeitem"
      data-node={node.id}
      aria-level={level}
      aria-selected={selected}
      aria-expanded={branches ? open : undefined}
      tabIndex={focusable ? 0 : -1}
      className={`tree__i${node.closed ? ' closed' : ''}`}
      style={{ top: 4 + index * ROW, paddingLeft: 8 + (level - 1) * INDENT }}
      onClick={onSelect}
    >
      <span
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (branches) onToggle();
        }}
        style={{ width: 18, flex: 'none', display: 'inline-grid' }}
      >
        {branches && <DeskIcon name={open ? 'chevron-down' : 'chevron-right'} />}
      </span>
      <span>
        {node.name}
        {node.closed && <span className="vh">{closedWord}</span>}
      </span>
      {branches && <small>{node.childCount}</small>}
    </div>
  );
}
