import { Readable } from 'node:stream';
import { claimId } from '@linli/domain/services/claims';
import type { FastifyReply } from 'fastify';
import writeXlsxFile from 'write-excel-file/node';
import { recordRead } from '../../access/audit/index.js';
import { identify } from '../../access/sessions/index.js';
import type { Database } from '../../platform/database/index.js';
import type { Caller } from '../../platform/graphql/index.js';
import { callerOf, type Page } from '../../platform/http/index.js';
import { centresByIds } from '../centres/index.js';
import { type Cell, claimWords, csvOf, rowsOfClaim } from './claim-file.js';
import { claimFor } from './claim.queries.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Kind = keyof typeof TYPES;

const WIDTHS = [6, 8, 12, 8, 8, 12, 24, 8, 24, 10, 10, 12, 18, 12, 24];

/** The sheet of a claim: its first row stays in sight. */
async function xlsxOf(rows: AsyncIterable<Cell[]>, sheet: string): Promise<Readable> {
  const all: Cell[][] = [];
  for await (const row of rows) all.push(row);
  const [headings = [], ...lines] = all;
  const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const columns = WIDTHS.map((width) => ({ width }));
  const file = writeXlsxFile([bold, ...lines], { columns, sheet, stickyRowsCount: 1 });
  // Its types do not tell the two ways of calling it apart.
  const toStream = file.toStream as () => Promise<Readable>;
  return toStream();
}

async function send(db: Database, caller: Caller, reply: FastifyReply, wanted: { id: string; kind: Kind }) {
  const visit = await identify(db, caller);
  if (!visit) return reply.code(401).type('text/plain').send('Sign in first.');
  const { data: id } = claimId.safeParse(wanted.id);
  const claim = id && (await claimFor(db, visit.viewer, 'MANAGE_CLAIMS', id).catch(() => undefined));
  if (!claim) return reply.code(404).type('text/plain').send('No such claim.');

  await recordRead(db, visit.viewer, {
    ...{ action: 'CLAIM_EXPORTED', subjectKind: 'claim', ids: [claim.id] },
    places: { centreIds: [claim.centreId] },
  });
  const [centre] = await centresByIds(db, [claim.centreId]);
  const words = await claimWords(caller.locale);
  const { month, payer, number } = claim;
  const title = words.t('claims.header', { centre: centre?.name ?? '', month, payer, number });
  const rows = rowsOfClaim(db, claim, words);
  const name = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${wanted.kind}`;
  const body = wanted.kind === 'csv' ? Readable.from(csvOf(rows)) : await xlsxOf(rows, month);
  return reply
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="claim-${month}.${wanted.kind}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .type(TYPES[wanted.kind])
    .send(body);
}

/** The file for the payer: `/claims/<id>.xlsx` or `.csv`; the address says the face and the language. */
export const claimPage: Page = (app, { db }) => {
  for (const kind of Object.keys(TYPES) as Kind[]) {
    app.get<{ Params: { id: string } }>(`/claims/:id.${kind}`, (request, reply) =>
      send(db, callerOf(request.raw, request.ip), reply, { id: request.params.id, kind }),
    );
  }
};
