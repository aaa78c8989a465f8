import { SAMPLE_PASSWORD } from '@linli/sample';
import { ApiClient, dayFromNow, newId } from '../api.js';
import { done } from './canteen.js';
import { inDatabase } from './database.js';
import type { Address } from './shared-house.js';

export interface LifeBranch {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  readonly members: readonly { readonly id: string; readonly name: string; readonly phone: string }[];
  readonly secretary: ApiClient;
}

const NAMES = ['示範黨員甲', '示範黨員乙', '示範黨員丙'];

/** A branch of three members with phones, that has stood for some months, and its secretary, who is signed in. */
export async function openBranch(house: Address): Promise<LifeBranch> {
  const cadre = new ApiClient(() => house, 'CONSOLE');
  await cadre.signInAs('qu.zuzhi', SAMPLE_PASSWORD);
  const id = newId();
  const number = id.slice(-4);
  const [name, since] = [`示範組織生活支部${number}`, `${dayFromNow(-100).slice(0, 7)}-01`];
  const [place] = await inDatabase<{ parentId: string; estateId: string; buildingId: string }>(
    house,
    `SELECT o.id AS "parentId", estate.id AS "estateId", building.id AS "buildingId" FROM organisation o
       JOIN organisation_covers covers ON covers.organisation_id = o.id AND covers.superseded_at IS NULL
       JOIN area estate ON estate.parent_id = covers.area_id AND estate.kind = 'ESTATE'
       JOIN area building ON building.parent_id = estate.id AND building.kind = 'BUILDING'
     WHERE o.kind = 'COMMUNITY_COMMITTEE' ORDER BY o.id DESC, building.code LIMIT 1`,
  );
  if (!place) throw new Error('No estate to open a branch in');
  await done(cadre, 'setUpOrganisation', {
    ...{ id, parentId: place.parentId, kind: 'ESTATE_BRANCH', name, effectiveOn: since },
    ...{ documentNumber: '郾組〔2026〕31 號', covers: [place.estateId] },
  });
  const members = NAMES.map((each, i) => ({
    ...{ id: newId(), name: `${each}${number}` },
    phone: `1371${String(Number.parseInt(number, 16)).padStart(5, '0')}${String(i).padStart(2, '0')}`,
  }));
  for (const member of members) {
    await done(cadre, 'registerResident', {
      ...{ ...member, birthDate: '1968-05-01', buildingId: place.buildingId },
      ...{ allergies: [], careNeeds: [], texture: 'REGULAR' },
    });
    await done(cadre, 'joinOrganisation', {
      ...{
        id: newId(),
        residentId: member.id,
        organisationId: id,
        stage: 'FULL',
        effectiveOn: since,
        documentNumber: null,
      },
    });
  }
  // The language of a resident is their own to set; these read the words of the tests.
  await inDatabase(house, `UPDATE resident SET language = 'zh-Hant' WHERE id = ANY ($1)`, [
    members.map((each) => each.id),
  ]);
  return { id, name, parentId: place.parentId, members, secretary: await secretaryOf(house, cadre, id) };
}

async function secretaryOf(house: Address, cadre: ApiClient, organisationId: string): Promise<ApiClient> {
  const account = `zhibu.${organisationId.slice(-8)}`;
  const { createAccount } = await cadre.ask<{ createAccount: { password?: string } }>(
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on NewPassword { password } } }',
    { input: { id: newId(), account, name: '示範書記', role: 'BRANCH_SECRETARY', organisationId } },
  );
  const secretary = new ApiClient(() => house, 'CONSOLE');
  await secretary.signInAs(account, createAccount.password ?? '');
  await done(secretary, 'changePassword', { current: createAccount.password, next: `${SAMPLE_PASSWORD}-2` });
  return secretary;
}

/** A theme day on the first of a month that is over or began: nobody can go back to hold it. */
export async function metBefore(
  house: Address,
  { id, members }: LifeBranch,
  monthsAgo: number,
): Promise<void> {
  const meeting = newId();
  await inDatabase(
    house,
    `WITH planned AS (
       INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
       SELECT $1, $2, day, day::timestamp AT TIME ZONE 'Asia/Shanghai', '示範樓', 60, '示範'
       FROM (SELECT (date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') - make_interval(months => $3))::date AS day)
     ), kinds AS (
       INSERT INTO meeting_kind (meeting_id, kind, minuted) VALUES ($1, 'THEME_DAY', '示範')
     )
     INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, marked_at)
     VALUES ($1, $4, true, false, 'PRESENT', now())`,
    [meeting, id, monthsAgo, members[0]?.id],
  );
  await inDatabase(
    house,
    `UPDATE meeting SET state = 'SIGNED', announced_at = starts_at - interval '1 day', held_at = starts_at,
       signed_at = starts_at, signed_by = '示範' WHERE id = $1`,
    [meeting],
  );
}
