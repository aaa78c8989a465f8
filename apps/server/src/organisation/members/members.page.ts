import { organisationId } from '@linli/domain/access';
import { plainDateOf, words as searched } from '@linli/domain/base';
import { MemberColumn, MemberStage } from '@linli/domain/organisation/members';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { identify } from '../../access/sessions/index.js';
import { type Database, now, transaction } from '../../platform/database/index.js';
import { answerPlain, sendFile, signInFirst, xlsxOf } from '../../platform/files/index.js';
import type { Caller } from '../../platform/graphql/index.js';
import { callerOf, type Page, simplified } from '../../platform/http/index.js';
import { MOST_EXPORTED, rosterToExport } from './member.queries.js';
import type { PartyMember } from './member.type.js';
import { reachedOrganisations } from './reach.js';
import { type RosterTranslator, rosterTranslator } from './roster-words.js';

const WIDTHS = [12, 12, 30, 12, 14, 20, 16, 14];

/** A member a row, with the columns that an import reads and two that say more. */
const rowOf =
  ({ t }: RosterTranslator) =>
  ({ name, birthDate, organisationName, stage, since, phone, exemption }: PartyMember): string[] => [
    ...[name, birthDate, organisationName, t(`MemberStage.${stage}`), since, ''],
    ...[phone ?? '', exemption ? t(`ExemptionReason.${exemption.reason}`) : ''],
  ];

const wanted = z.object({
  id: organisationId,
  stage: z.enum(MemberStage).optional(),
  exempt: z.literal('1').optional(),
  text: searched(60).optional(),
});

async function send(db: Database, caller: Caller, reply: FastifyReply, asked: object) {
  const visit = await identify(db, caller);
  if (!visit) return signInFirst(reply);
  const { data } = wanted.safeParse(asked);
  if (!data) return answerPlain(reply, 404, 'No such roster.');
  const names = await reachedOrganisations(db, visit.viewer, 'SEE_MEMBERS', [data.id]).catch(() => undefined);
  const organisation = names?.get(data.id);
  if (organisation === undefined) return answerPlain(reply, 404, 'No such roster.');

  const members = await rosterToExport(db, visit.viewer, {
    ...{ organisationId: data.id, text: data.text === '' ? null : (data.text ?? null) },
    ...{ stages: data.stage ? [data.stage] : null, exempt: data.exempt ? true : null },
  });
  if (members.length > MOST_EXPORTED) return answerPlain(reply, 413, 'Too many: choose a part.');
  const translator = await rosterTranslator(caller.locale);
  const { t } = translator;
  // Names are stored in Traditional signs; the reader of the file gets those of the page it came from.
  const inSigns = caller.locale === 'zh-Hans' ? simplified : (text: string) => Promise.resolve(text);
  const rows = await Promise.all(
    members.map((member) => Promise.all(rowOf(translator)(member).map(inSigns))),
  );
  const headings = [
    ...Object.values(MemberColumn).map((column) => t(`rosters.column.${column}`)),
    ...[t('rosters.phone'), t('rosters.exemption')],
  ];
  const day = plainDateOf(await transaction(db, now));
  const title = await inSigns(t('rosters.members', { organisation, day }));
  const body = await xlsxOf({ name: day, widths: WIDTHS, rows: [headings, ...rows] });
  return sendFile(reply, { kind: 'xlsx', title, plainTitle: `members-${day}`, body });
}

/** Who belongs to an organisation and those below it: `/members/<id>.xlsx`; the address says face, language and filters. */
export const membersPage: Page = (app, { db }) => {
  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    '/members/:id.xlsx',
    (request, reply) =>
      send(db, callerOf(request.raw, request.ip), reply, { ...request.query, ...request.params }),
  );
};
