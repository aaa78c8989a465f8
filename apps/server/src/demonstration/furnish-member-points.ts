import { type OrganisationId, personId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { type PointEntryId, pointEntryId } from '@linli/domain/organisation/member-points';
import { idOf } from '@linli/sample';
import {
  enterPoints,
  noticesWereBefore,
  pointRules,
  reviewPoints,
} from '../organisation/member-points/index.js';
import { rostersOn } from '../organisation/members/index.js';
import type { Transaction } from '../platform/database/index.js';
import { orThrow } from './or-throw.js';

const EVIDENCE = ['志願服務簽到表 11 月第 2 頁', '支部工作群照片 3 張', '社區值守登記本', '街道表揚通報'];
const MOST = 6;

/** A few entries of one branch: some count, some are published, some wait for another hand. */
export async function furnishMemberPoints(
  tx: Transaction,
  cadre: Viewer,
  { organisationId, today }: { readonly organisationId: OrganisationId; readonly today: PlainDate },
): Promise<void> {
  const secretary: Viewer = {
    ...cadre,
    personId: personId.parse(idOf('account zhibu.shuji')),
    name: '邱建業',
  };
  const [rules] = await pointRules(tx, {});
  const on = addDays(today, -20);
  const people = await rostersOn(tx, { asked: [{ organisationId, on }], knownAt: null });
  const over: PointEntryId[] = [];
  for (const [i, { residentId }] of people.slice(0, MOST).entries()) {
    const item = rules?.items[i % rules.items.length];
    if (!item) return;
    const id = pointEntryId.parse(idOf(`points ${residentId}`));
    const about = { organisationId, residentId, itemId: item.id, on };
    orThrow(
      await enterPoints(tx, secretary, { id, ...about, evidence: EVIDENCE[i % EVIDENCE.length] ?? '' }),
    );
    if (i < MOST - 2)
      orThrow(await reviewPoints(tx, cadre, { id, approved: true, until: addDays(today, 7) }));
    if (i < 2) over.push(id);
  }
  await noticesWereBefore(tx, { ids: over });
}
