import { addDays, plainDate, type PlainDate } from '@linli/domain/base';
import { centreId } from '@linli/domain/services/centres';
import { lastDayOfWeek, MenuColumn } from '@linli/domain/services/menus';
import type { FastifyReply } from 'fastify';
import { identify } from '../../access/sessions/index.js';
import type { Database } from '../../platform/database/index.js';
import { answerPlain, sendFile, signInFirst, xlsxOf } from '../../platform/files/index.js';
import type { Caller } from '../../platform/graphql/index.js';
import { callerOf, type Page, simplified } from '../../platform/http/index.js';
import { centreFor } from '../centres/index.js';
import type { Menu } from './menu.entity.js';
import { menusBetween } from './menu.queries.js';
import { type SheetTranslator, sheetTranslator } from './sheet-file.js';

const WIDTHS = [12, 8, 24, 24, 16, 36];
const WEEK = 7;

/** A dish a row; a day without a menu has a row to be filled in. */
function rowsOf({ t }: SheetTranslator, from: PlainDate, menus: readonly Menu[]): string[][] {
  const listed = (words: readonly string[]) => words.join('、');
  return Array.from({ length: WEEK }, (_, index) => addDays(from, index)).flatMap((day) => {
    const ofDay = menus.filter((menu) => menu.day === day);
    if (ofDay.length === 0) return [[day, t('Meal.LUNCH'), '', '', '', '']];
    return ofDay.flatMap(({ meal, dishes }) =>
      dishes.map(({ name, allergens, textures, note }) => [
        ...[day, t(`Meal.${meal}`), name],
        allergens.length > 0 ? listed(allergens.map((one) => t(`Allergen.${one}`))) : t('menus.none'),
        ...[listed(textures.map((one) => t(`Texture.${one}`))), note ?? ''],
      ]),
    );
  });
}

async function send(db: Database, caller: Caller, reply: FastifyReply, wanted: { id: string; from: string }) {
  const visit = await identify(db, caller);
  if (!visit) return signInFirst(reply);
  const [{ data: id }, { data: from }] = [centreId.safeParse(wanted.id), plainDate.safeParse(wanted.from)];
  const centre = id && from && (await centreFor(db, visit.viewer, 'MANAGE_MENUS', id).catch(() => undefined));
  if (!centre) return answerPlain(reply, 404, 'No such menus.');

  const menus = await menusBetween(db, { centreId: id, from, to: lastDayOfWeek(from), meal: null });
  const translator = await sheetTranslator(caller.locale);
  const { t } = translator;
  // Names are stored in Traditional signs; the reader of the file gets those of the page it came from.
  const inSigns = caller.locale === 'zh-Hans' ? simplified : (text: string) => Promise.resolve(text);
  const rows = await Promise.all(rowsOf(translator, from, menus).map((row) => Promise.all(row.map(inSigns))));
  const title = await inSigns(t('menus.sheet', { centre: centre.name, from }));
  const headings = Object.values(MenuColumn).map((column) => t(`menus.column.${column}`));
  const body = await xlsxOf({ name: from, widths: WIDTHS, rows: [headings, ...rows], wraps: true });
  return sendFile(reply, { kind: 'xlsx', title, plainTitle: `menus-${from}`, body });
}

/** The menus of a week to be written on in a spreadsheet: `/menus/<centre>/<first day>.xlsx`; the address says face and language. */
export const menuSheetPage: Page = (app, { db }) => {
  app.get<{ Params: { id: string; from: string } }>('/menus/:id/:from.xlsx', (request, reply) =>
    send(db, callerOf(request.raw, request.ip), reply, request.params),
  );
};
