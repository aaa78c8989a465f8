import type { PersonId } from '@linli/domain/access';
import { NoticeChannel } from '@linli/domain/notices';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { Preferences } from '../../organisation/people/index.js';
import { statement } from '../../platform/database/index.js';
import { Allow, type Request } from '../../platform/graphql/index.js';
import { sendersOf } from './senders.js';

const channelsOf = statement<{ id: PersonId }, { hasPhone: boolean; hasWechat: boolean }>({
  name: 'channels-of-resident',
  text: `
    SELECT phone_cipher IS NOT NULL AS has_phone,
      EXISTS (SELECT FROM wechat_follower WHERE resident_id = resident.id) AS has_wechat
    FROM resident WHERE id = :id`,
});

@Resolver(() => Preferences)
export class ChannelsResolver {
  @Allow('MANAGE_OWN_ACCOUNT')
  @FieldResolver(() => [NoticeChannel], {
    description: 'The channels by which notices can reach this person here: only of these is there a wish.',
  })
  async noticeChannels(@Ctx() { db, viewer, environment }: Request): Promise<NoticeChannel[]> {
    const [row] = await channelsOf(db, { id: viewer.personId });
    const reached = { SMS: row?.hasPhone === true, WECHAT: row?.hasWechat === true };
    return sendersOf(db, environment)
      .map(({ channel }) => channel)
      .filter((channel) => reached[channel]);
  }
}
