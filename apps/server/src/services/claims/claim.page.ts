import { claimId } from '@linli/domain/services/claims';
import type { FastifyReply } from 'fastify';
import { recordRead } from '../../access/audit/index.js';
import { identify } from '../../access/sessions/index.js';
import type { Database } from '../../platform/database/index.js';
import {
  answerPlain,
  csvOf,
  FILE_TYPES,
  type FileKind,
  sendFile,
  signInFirst,
  xlsxOf,
} from '../../platform/files/index.js';
import type { Caller } from '../../platform/graphql/index.js';
import { callerOf, type Page } from '../../platform/http/index.js';
import { centresByIds } from '../centres/index.js';
import { claimWords, rowsOfClaim } from './claim-file.js';
import { claimFor } from './claim.queries.js';

const WIDTHS = [6, 8, 12, 8, 8, 12, 24, 8, 24, 10, 10, 12, 18, 12, 24];

async function send(
  db: Database,
  caller: Caller,
  reply: FastifyReply,
  wanted: { id: string; kind: FileKind },
) {
  const visit = await identify(db, caller);
  if (!visit) return signInFirst(reply);
  const { data: id } = claimId.safeParse(wanted.id);
  const claim = id && (await claimFor(db, visit.viewer, 'MANAGE_CLAIMS', id).catch(() => undefined));
  if (!claim) return answerPlain(reply, 404, 'No such claim.');

  await recordRead(db, visit.viewer, {
    ...{ action: 'CLAIM_EXPORTED', subjectKind: 'claim', ids: [claim.id] },
    places: { centreIds: [claim.centreId] },
  });
  const [centre] = await centresByIds(db, [claim.centreId]);
  const words = await claimWords(caller.locale);
  const { month, payer, number } = claim;
  const title = words.t('claims.header', { centre: centre?.name ?? '', month, payer, number });
  const rows = rowsOfClaim(db, claim, words);
  const body = wanted.kind === 'csv' ? csvOf(rows) : await xlsxOf({ name: month, widths: WIDTHS, rows });
  return sendFile(reply, { kind: wanted.kind, title, plainTitle: `claim-${month}`, body });
}

/** The file for the payer: `/claims/<id>.xlsx` or `.csv`; the address says the face and the language. */
export const claimPage: Page = (app, { db }) => {
  for (const kind of Object.keys(FILE_TYPES) as FileKind[]) {
    app.get<{ Params: { id: string } }>(`/claims/:id.${kind}`, (request, reply) =>
      send(db, callerOf(request.raw, request.ip), reply, { id: request.params.id, kind }),
    );
  }
};
