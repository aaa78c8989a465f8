import { meetingId } from '@linli/domain/organisation/life';
import type { FastifyReply } from 'fastify';
import { recordRead } from '../../access/audit/index.js';
import { identify } from '../../access/sessions/index.js';
import type { Database } from '../../platform/database/index.js';
import { answerPlain, sendFile, signInFirst, xlsxOf } from '../../platform/files/index.js';
import type { Caller } from '../../platform/graphql/index.js';
import { callerOf, type Page, simplified } from '../../platform/http/index.js';
import { type RosterTranslator, rosterTranslator } from '../members/index.js';
import { meetingWithin, rosterOf } from './meeting.queries.js';
import type { RosterLine } from './meeting.type.js';

const WIDTHS = [12, 10, 12, 10, 30, 14];

const rowOf =
  ({ t }: RosterTranslator) =>
  ({ name, voting, mark, byCode, reason, madeUpOn }: RosterLine): string[] => [
    ...[name, t(voting ? 'rosters.yes' : 'rosters.no')],
    mark ? t(`AttendanceMark.${mark}`) : t('rosters.unmarked'),
    mark ? t(byCode ? 'rosters.byCode' : 'rosters.byName') : '',
    ...[reason ?? '', madeUpOn ?? ''],
  ];

async function send(db: Database, caller: Caller, reply: FastifyReply, wanted: string) {
  const visit = await identify(db, caller);
  if (!visit) return signInFirst(reply);
  const { data: id } = meetingId.safeParse(wanted);
  const meeting = id && (await meetingWithin(db, visit.viewer, 'SEE_LIFE', id).catch(() => undefined));
  if (!meeting) return answerPlain(reply, 404, 'No such meeting.');

  const roster = await rosterOf(db, { id: meeting.id });
  await recordRead(db, visit.viewer, {
    ...{ action: 'ATTENDANCE_EXPORTED', subjectKind: 'resident' },
    ids: roster.map(({ residentId }) => residentId),
    places: { organisationIds: [meeting.organisationId] },
  });
  const translator = await rosterTranslator(caller.locale);
  const { t } = translator;
  // Names are stored in Traditional signs; the reader of the file gets those of the page it came from.
  const inSigns = caller.locale === 'zh-Hans' ? simplified : (text: string) => Promise.resolve(text);
  const rows = await Promise.all(roster.map((line) => Promise.all(rowOf(translator)(line).map(inSigns))));
  const headings = [
    ...[t('rosters.column.NAME'), t('rosters.vote'), t('rosters.mark')],
    ...[t('rosters.how'), t('rosters.reason'), t('rosters.madeUp')],
  ];
  const { day, organisationName: organisation } = meeting;
  const title = await inSigns(t('rosters.attendance', { organisation, day }));
  const body = await xlsxOf({ name: day, widths: WIDTHS, rows: [headings, ...rows], wraps: true });
  return sendFile(reply, { kind: 'xlsx', title, plainTitle: `attendance-${day}`, body });
}

/** Who was due at a meeting, and how each was there: `/attendance/<id>.xlsx`; the address says the face and the language. */
export const attendancePage: Page = (app, { db }) => {
  app.get<{ Params: { id: string } }>('/attendance/:id.xlsx', (request, reply) =>
    send(db, callerOf(request.raw, request.ip), reply, request.params.id),
  );
};
