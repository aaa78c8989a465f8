import type { Viewer } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { Refusal } from '@linli/domain/refusals';
import type { CentreId } from '@linli/domain/services/centres';
import {
  changesDishes,
  type CopyLine,
  type Dish,
  type ImportMenuSheetInput,
  LARGEST_SHEET,
  lastDayOfWeek,
  type MenuSheetInput,
  MOST_SHEET_ROWS,
  planMenus,
  readMenuSheet,
  type ReadMenuSheet,
  type WrittenDish,
  type WrittenMenu,
} from '@linli/domain/services/menus';
import { type Database, statement, type Transaction, transaction } from '../../platform/database/index.js';
import { rowsOfSheet } from '../../platform/files/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { asStored } from '../../platform/han/index.js';
import { simplified } from '../../platform/http/index.js';
import { auditCentre, centreFor } from '../centres/index.js';
import { linesShown, writeMenu } from './copy-menus.js';
import { frozenMenus } from './frozen-menus.js';
import type { Menu } from './menu.entity.js';
import { menusBetween } from './menu.queries.js';
import type { MenuSheet } from './menu-sheet.type.js';
import { sheetWords } from './sheet-file.js';

interface CookedDish {
  readonly name: string;
  readonly look: string;
}

const MOST_KNOWN = 1000;
/** A dish that the centre has not cooked yet is drawn as rice until somebody chooses. */
const NEW_LOOK = 'rice';

// As it was cooked last: what a dish looks like is not written in a sheet.
const cookedDishes = statement<{ centreId: CentreId }, CookedDish>({
  name: 'cooked-dishes',
  text: `
    SELECT DISTINCT ON (dish ->> 'name') dish ->> 'name' AS name, dish ->> 'look' AS look
    FROM menu CROSS JOIN LATERAL jsonb_array_elements(dishes) AS dish
    WHERE centre_id = :centreId AND day > current_date - 400
    ORDER BY dish ->> 'name', day DESC LIMIT ${MOST_KNOWN}`,
});

type Line = CopyLine<{ day: PlainDate; meal: Menu['meal']; dishes: readonly Dish[] }, Menu>;
interface Planned {
  readonly read: ReadMenuSheet;
  readonly lines: readonly Line[];
}

/** What the sheet would do to each meal of its week, or which cells keep it from being taken; nothing is written. */
export const previewMenuSheet = (
  db: Database,
  viewer: Viewer,
  input: MenuSheetInput,
): Promise<MenuSheet | Refused> =>
  transaction(db, async (tx) => {
    await centreFor(tx, viewer, 'MANAGE_MENUS', input.centreId);
    const planned = await plan(tx, input);
    return planned instanceof Refused ? planned : shown(input, planned, 0);
  });

/** The menus of a sheet, all or none. What is past its cut-off stays; what is there and different, unless told otherwise. */
export const importMenuSheet = (
  db: Database,
  viewer: Viewer,
  input: ImportMenuSheetInput,
): Promise<MenuSheet | Refused> =>
  transaction(db, async (tx) => {
    const { centreId, from, overwrite } = input;
    const centre = await centreFor(tx, viewer, 'MANAGE_MENUS', centreId);
    const planned = await plan(tx, input);
    if (planned instanceof Refused) return planned;
    if (planned.read.problems.length > 0)
      return new Refused(Refusal.IMPORT_HAS_ERRORS, { problems: planned.read.problems.length });
    const wanted = planned.lines.filter(
      ({ outcome }) => outcome === 'NEW' || (overwrite && outcome === 'OVERWRITES'),
    );
    let written = 0;
    for (const line of wanted)
      written += Number(await writeMenu(tx, centreId, line, line.standing?.note ?? null));
    if (written === 0) return new Refused(Refusal.IMPORT_CHANGES_NOTHING);
    await auditCentre(tx, viewer, centreId, {
      ...{ action: 'MENUS_IMPORTED', subject: { kind: 'CENTRE', id: centreId, name: centre.name } },
      detail: {
        from,
        to: lastDayOfWeek(from),
        written,
        overwritten: wanted.filter(({ standing }) => standing).length,
      },
    });
    return shown(input, planned, written);
  });

async function plan(
  tx: Transaction,
  { centreId, from, content }: MenuSheetInput,
): Promise<Planned | Refused> {
  const rows = await rowsOfSheet(content, { largest: LARGEST_SHEET, mostRows: MOST_SHEET_ROWS });
  if (rows instanceof Refused) return rows;
  const read = readMenuSheet(rows, from, await sheetWords());
  if (read.menus.length === 0 && read.problems.length === 0) return new Refused(Refusal.FILE_EMPTY);
  const week = { centreId, from, to: lastDayOfWeek(from) };
  const standing = await menusBetween(tx, { ...week, meal: null });
  const { isFrozen } = await frozenMenus(tx, week);
  const known = await knownDishes(tx, centreId);
  const wanted = await Promise.all(
    read.menus.map(async (menu) => ({ ...menu, source: { ...menu, dishes: await known(menu, standing) } })),
  );
  return { read, lines: planMenus(wanted, standing, isFrozen, differ) };
}

/** Notes are written in the sheet too. */
const differ = (before: readonly Dish[], after: readonly Dish[]): boolean =>
  changesDishes(before, after) ||
  before.some(({ note }, index) => (note ?? null) !== (after[index]?.note ?? null));

type Complete = (menu: WrittenMenu, standing: readonly Menu[]) => Promise<readonly Dish[]>;

/** A dish by its name in either script, as it is stored; with the look that it has there, else the one it had last. */
async function knownDishes(tx: Transaction, centreId: CentreId): Promise<Complete> {
  const byName = new Map<string, CookedDish>();
  for (const dish of await cookedDishes(tx, { centreId })) {
    byName.set(await simplified(dish.name), dish);
    byName.set(dish.name, dish);
  }
  const complete = async (dish: WrittenDish, there: Menu | undefined): Promise<Dish> => {
    const known = byName.get(dish.name);
    const name = known?.name ?? dish.name;
    const stands = there?.dishes.find((each) => each.name === name);
    const note = await asStored(dish.note ?? null, [stands?.note]);
    return { ...dish, name, note, look: stands?.look ?? known?.look ?? NEW_LOOK };
  };
  return ({ day, meal, dishes }, standing) => {
    const there = standing.find((menu) => menu.day === day && menu.meal === meal);
    return Promise.all(dishes.map((dish) => complete(dish, there)));
  };
}

const shown = ({ centreId }: MenuSheetInput, { read, lines }: Planned, written: number): MenuSheet => ({
  ...{ centreId, written, problems: read.problems },
  lines: linesShown(lines),
});
