import type { Viewer } from '@linli/domain/access';
import { type MoveOrganisationInput, organisationFits } from '@linli/domain/organisation/structure';
import { type Database, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { authorOf } from './author.js';
import { tellOfTree } from './import-areas.js';
import { lockTrees } from './known-areas.js';
import { organisationToChange } from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { recordChanges } from './record-changes.js';
import { refuseChange, refuseIdle } from './refuse-change.js';
import { organisationWriter } from './write-tree.js';

/**
 * 改隸 What hangs below it comes along. No cycle can come of it: kinds hang under higher kinds only (a property test of
 * the domain).
 */
export const moveOrganisation = (
  db: Database,
  viewer: Viewer,
  { id, parentId, effectiveOn, documentNumber }: MoveOrganisationInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const author = authorOf(viewer);
    await lockTrees(tx);
    const organisation = await organisationToChange(tx, author.reach, id);
    const parent = await organisationToChange(tx, author.reach, parentId);
    if (organisation.parentId === parentId) return organisationById(tx, id, effectiveOn);
    if (!organisationFits(organisation.kind, parent.kind))
      return new Refused('KIND_DOES_NOT_FIT_PARENT', { parent: parent.kind });
    const refused = refuseChange(organisation, effectiveOn) ?? refuseIdle([parent], effectiveOn);
    if (refused) return refused;

    const left = organisation.parentId && (await organisationById(tx, organisation.parentId, null));
    await organisationWriter.revise(tx, [{ id, on: effectiveOn, set: { parentId } }]);
    const subject = { organisationId: id, subjectName: organisation.name, effectiveOn, documentNumber };
    const names = { before: left ? left.name : null, after: parent.name };
    await recordChanges(tx, author, [{ kind: 'MOVED', ...subject, ...names }]);
    await tellOfTree(tx, 'structure.organisation-moved', { organisationId: id });
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATION_MOVED', organisationIds: [id, parentId] },
      subject: { kind: 'ORGANISATION', id, name: organisation.name },
      detail: { after: parent.name, effectiveOn, documentNumber },
    });
    return organisationById(tx, id, effectiveOn);
  });
