import type { Viewer } from '@linli/domain/access';
import { addDays } from '@linli/domain/base';
import type { SplitOrganisationInput } from '@linli/domain/organisation/structure';
import { type Database, type Transaction, transaction } from '../../platform/database/index.js';
import { Refused } from '../../platform/graphql/index.js';
import { auditChange } from './audit-change.js';
import { type Author, authorOf } from './author.js';
import { type Covering, coveringOn, coversSince, endCovers } from './covers.js';
import { lockTrees } from './known-areas.js';
import {
  type AreaToChange,
  areasToChange,
  organisationToChange,
  type OrganisationToChange,
} from './node-to-change.js';
import type { Organisation } from './organisation.entity.js';
import { organisationById } from './organisation.queries.js';
import { recordChanges } from './record-changes.js';
import { refuseChange, refuseIdle } from './refuse-change.js';
import { asSetUp, isSameSetUp, setUpOrganisations } from './set-up-organisation.js';

/** 拆 The new ones stand beside it from the day on; members move with records of their own. */
export const splitOrganisation = (
  db: Database,
  viewer: Viewer,
  input: SplitOrganisationInput,
): Promise<Organisation | Refused> =>
  transaction(db, async (tx) => {
    const { id, into, effectiveOn, documentNumber } = input;
    const author = authorOf(viewer);
    await lockTrees(tx);
    const organisation = await organisationToChange(tx, author.reach, id);
    const { parentId, kind } = organisation;
    if (parentId === null) return new Refused('KIND_DOES_NOT_FIT_PARENT', { parent: kind });
    const wishes = into.map((one) => ({ ...one, parentId, kind, effectiveOn }));
    const earlier = await asSetUp(tx, { ids: into.map((one) => one.id) });
    if (earlier.length > 0) {
      const isSame = wishes.every((wish) =>
        earlier.some((one) => one.id === wish.id && isSameSetUp(one, wish)),
      );
      return isSame ? organisationById(tx, id, effectiveOn) : new Refused('CONFLICT');
    }
    const areaIds = into.flatMap(({ covers }) => covers);
    const areas = await areasToChange(tx, author.reach, areaIds);
    const refused =
      refuseChange(organisation, effectiveOn) ??
      refuseChange({ validTo: null, since: await coversSince(tx, [id]) }, effectiveOn) ??
      refuseIdle([organisation, ...areas], effectiveOn) ??
      refuseParts(input, areas, await coveringOn(tx, [id], effectiveOn));
    if (refused) return refused;

    await write(tx, author, organisation, input, areas);
    const subject = { kind: 'ORGANISATION' as const, id, name: organisation.name };
    await auditChange(tx, viewer, {
      ...{ action: 'ORGANISATION_SPLIT', subject, areaIds },
      organisationIds: [id, ...into.map((one) => one.id)],
      detail: { after: into.map(({ name }) => name).join('、'), effectiveOn, documentNumber },
    });
    return organisationById(tx, id, effectiveOn);
  });

async function write(
  tx: Transaction,
  author: Author,
  { id, name, parentId, kind }: OrganisationToChange,
  { into, effectiveOn, documentNumber }: SplitOrganisationInput,
  areas: readonly AreaToChange[],
): Promise<void> {
  const lastDay = addDays(effectiveOn, -1);
  await endCovers(
    tx,
    'pair',
    areas.map((area) => ({ id, areaId: area.id, lastDay })),
  );
  const subject = { organisationId: id, subjectName: name, effectiveOn, documentNumber };
  await recordChanges(tx, author, [
    { kind: 'SPLIT', ...subject, after: into.map((one) => one.name).join('、') },
    ...areas.map((area) => ({
      ...{ kind: 'UNCOVERED' as const, ...subject, areaId: area.id, before: area.name },
    })),
  ]);
  await setUpOrganisations(
    tx,
    author,
    into.map((one) => ({ ...one, parentId, kind, documentNumber, setUpOn: effectiveOn })),
  );
}

/** Each area goes to one of them, and only what it covers can be given away. */
function refuseParts(
  { into }: SplitOrganisationInput,
  areas: readonly AreaToChange[],
  known: readonly Covering[],
): Refused | undefined {
  const ids = into.map(({ id }) => id);
  const same = into.find(({ id }, i) => ids.indexOf(id) !== i);
  if (same) return new Refused('ONE_OF_THEM_TWICE', { name: same.name });
  const given = into.flatMap(({ covers }) => covers);
  const twice = areas.find(({ id }) => given.indexOf(id) !== given.lastIndexOf(id));
  if (twice) return new Refused('ONE_OF_THEM_TWICE', { name: twice.name });
  const foreign = areas.find(({ id }) => !known.some(({ areaId }) => areaId === id));
  return foreign && new Refused('NOT_COVERED_BY_IT', { name: foreign.name });
}
