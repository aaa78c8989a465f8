import type { RatingId } from '@linli/domain/organisation/ratings';
import { statement } from '../../platform/database/index.js';

/** Only for a house that is being furnished: the notice of this rating began ten days ago. */
export const noticeWasBefore = statement<{ id: RatingId }, never>({
  name: 'furnish-notice-before',
  text: 'UPDATE rating SET notice_from = notice_from - 10, notice_until = notice_until - 10 WHERE id = :id',
});
