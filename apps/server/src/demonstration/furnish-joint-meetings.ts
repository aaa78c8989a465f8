import type { OrganisationId, Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { jointMeetingId, jointTaskId } from '@linli/domain/organisation/joint-meetings';
import { idOf } from '@linli/sample';
import {
  callJointMeeting,
  closeJointTask,
  concludeJointMeeting,
  meetingWasBefore,
} from '../organisation/joint-meetings/index.js';
import type { Transaction } from '../platform/database/index.js';
import { orThrow } from './or-throw.js';

interface Held {
  /** Whose meeting, and whose task: keys of the sample's organisations. */
  readonly host: string;
  readonly owner: string;
  readonly body: string;
  readonly agenda: readonly string[];
  readonly decided: string;
  readonly name: string;
  readonly daysAgo: number;
  readonly days: number;
  readonly record?: string;
}

const heldAt = (estate: string): readonly Held[] => [
  {
    ...{ host: 'district', owner: 'town 411103001', body: '四級聯動聯席會議', name: '賈志紅' },
    ...{ agenda: ['老舊小區消防通道長期被佔', '小區充電樁接電'], daysAgo: 46, days: 30 },
    decided: '牽頭清理沙北片區 12 個小區的消防通道',
    record: '12 個小區全部清出，設隔離樁 86 根。',
  },
  {
    ...{ host: 'district', owner: 'town 411103001', body: '鄉村振興領導小組', name: '賈志紅' },
    ...{ agenda: ['秋收後農田水利'], decided: '與水利站核定溝渠清淤名單', daysAgo: 24, days: 40 },
  },
  {
    ...{ host: 'town 411103001', owner: 'community 411103001001', body: '聯席會議', name: '謝海燕' },
    ...{ agenda: ['夜間停車擾民'], decided: '劃出夜間限時停車位並公示', daysAgo: 38, days: 21 },
  },
  {
    ...{ host: 'community 411103001001', owner: estate, body: '聯席會議', name: '邱建業' },
    ...{ agenda: ['樓道堆物', '加裝扶手'], decided: '入戶徵求加裝扶手意見', daysAgo: 12, days: 20 },
  },
  {
    ...{ host: estate, owner: estate, body: '小區議事會', name: '邱建業' },
    ...{ agenda: ['物業費公示'], decided: '請物業每季度張貼收支', daysAgo: 20, days: 12 },
  },
];

/** A meeting of each level: one task closed, two that are late, the others open; and one that is called. */
export async function furnishJointMeetings(
  tx: Transaction,
  viewer: Viewer,
  {
    organisationIds,
    estateCode,
    today,
  }: {
    readonly organisationIds: ReadonlyMap<string, OrganisationId>;
    readonly estateCode: string;
    readonly today: PlainDate;
  },
): Promise<void> {
  const held = heldAt(`estate ${estateCode}`).flatMap((each) => {
    const [host, owner] = [organisationIds.get(each.host), organisationIds.get(each.owner)];
    return host && owner ? [{ ...each, host, owner }] : [];
  });
  const call = (host: OrganisationId, { body, agenda }: Pick<Held, 'body' | 'agenda'>, key: string) => {
    const id = jointMeetingId.parse(idOf(`joint meeting ${key}`));
    return callJointMeeting(tx, viewer, {
      ...{ id, organisationId: host, body, agenda: [...agenda], on: addDays(today, 1) },
      ...{ time: '15:00', place: '黨群服務中心' },
    });
  };
  for (const [i, each] of held.entries()) {
    const { id } = orThrow(await call(each.host, each, String(i)));
    await meetingWasBefore(tx, { id, days: each.daysAgo + 1 });
    const task = jointTaskId.parse(idOf(`joint task ${String(i)}`));
    const decision = { text: each.decided, ownerId: each.owner, ownerName: each.name };
    orThrow(
      await concludeJointMeeting(tx, viewer, {
        ...{ id, minutes: `議定：${each.decided}。` },
        decisions: [{ id: task, ...decision, dueOn: addDays(today, each.days - each.daysAgo) }],
      }),
    );
    if (each.record) orThrow(await closeJointTask(tx, viewer, { id: task, record: each.record }));
  }
  const [first] = held;
  if (first) orThrow(await call(first.host, { body: '合力團會議', agenda: ['受阻項目調度'] }, 'next'));
}
