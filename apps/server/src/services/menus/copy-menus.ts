import type { Viewer } from '@linli/domain/access';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId } from '@linli/domain/services/centres';
import {
  changesDishes,
  type CopyLine,
  type CopyMenusInput,
  type CopyOfMenus,
  type Dish,
  lastDayOfWeek,
  type MenuId,
  planCopy,
} from '@linli/domain/services/menus';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, newUuid, type Transaction, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { centreFor } from '../centres/index.js';
import type { MenuCopy } from './copy-menus.type.js';
import { frozenMenus } from './frozen-menus.js';
import type { Menu } from './menu.entity.js';
import { menusBetween } from './menu.queries.js';
import { insertMenu, menuToChange, updateMenu } from './save-menu.js';

async function plan(tx: Transaction, { centreId, from, to }: CopyOfMenus): Promise<CopyLine<Menu>[]> {
  const target = { centreId, from: to, to: lastDayOfWeek(to) };
  const [source, standing, frozen] = [
    await menusBetween(tx, { centreId, from, to: lastDayOfWeek(from), meal: null }),
    await menusBetween(tx, { ...target, meal: null }),
    await frozenMenus(tx, target),
  ];
  return planCopy({ from, to }, { source, standing }, frozen.isFrozen);
}

const shown = ({ centreId }: CopyOfMenus, lines: readonly CopyLine<Menu>[], written: number): MenuCopy => ({
  ...{ centreId, written },
  lines: linesShown(lines),
});

type Line = CopyLine<Pick<Menu, 'day' | 'meal'> & { readonly dishes: readonly Dish[] }, Menu>;

export const linesShown = (lines: readonly Line[]): MenuCopy['lines'] =>
  lines.map(({ day, meal, outcome, source, standing }) => ({
    ...{ day, meal, outcome, dishes: source.dishes.map(whole), standing: standing?.dishes ?? null },
  }));

const whole = ({ note, ...dish }: Dish): Menu['dishes'][number] => ({ ...dish, note: note ?? null });

/** What copying would do to each meal; nothing is written. */
export const previewCopyMenus = (db: Database, viewer: Viewer, copy: CopyOfMenus): Promise<MenuCopy> =>
  transaction(db, async (tx) => {
    await centreFor(tx, viewer, 'MANAGE_MENUS', copy.centreId);
    return shown(copy, await plan(tx, copy), 0);
  });

/** The menus of a week once more. What is past its cut-off stays; what is there and different, unless told otherwise. */
export const copyMenus = (db: Database, viewer: Viewer, input: CopyMenusInput): Promise<MenuCopy | Refused> =>
  transaction(db, async (tx) => {
    const { centreId, from, to, overwrite } = input;
    const centre = await centreFor(tx, viewer, 'MANAGE_MENUS', centreId);
    const lines = await plan(tx, input);
    if (lines.length === 0) return new Refused(Refusal.NOTHING_TO_COPY);
    const wanted = lines.filter(
      ({ outcome }) => outcome === 'NEW' || (overwrite && outcome === 'OVERWRITES'),
    );
    let written = 0;
    for (const line of wanted) written += Number(await writeMenu(tx, centreId, line, null));
    if (written > 0) {
      await recordAudit(tx, {
        ...{ actor: actorOf(viewer), action: 'MENUS_COPIED' },
        subject: { kind: 'CENTRE', id: centreId, name: centre.name },
        detail: { from, to, written, overwritten: wanted.filter(({ standing }) => standing).length },
        places: { ...placesOf(viewer), centreIds: [centreId] },
      });
    }
    return shown(input, lines, written);
  });

/** The dishes of a line become those of its meal. False: somebody else was first. */
export async function writeMenu(
  tx: Transaction,
  centreId: CentreId,
  { day, meal, source, standing }: Line,
  note: string | null,
): Promise<boolean> {
  const content = { dishes: JSON.stringify(source.dishes), note };
  const id = standing?.id ?? (newUuid() as MenuId);
  const [locked] = standing ? await menuToChange(tx, { id }) : [];
  const touchesDishes = !locked || changesDishes(locked.dishes, source.dishes);
  const [saved] = locked
    ? await updateMenu(tx, { ...content, id, touchesDishes })
    : await insertMenu(tx, { ...content, id, centreId, day, meal });
  if (!saved) return false;
  await recordEvent(tx, { name: 'menus.saved', subjectId: centreId, payload: { menuId: id, day, meal } });
  return true;
}
