import type { PointEntryId } from '@linli/domain/organisation/member-points';
import { statement } from '../../platform/database/index.js';

/** Only for a house that is being furnished: these notices are over. */
export const noticesWereBefore = statement<{ ids: readonly PointEntryId[] }, never>({
  name: 'furnish-point-notices-before',
  text: 'UPDATE point_entry SET notice_from = notice_from - 12, notice_until = notice_until - 12 WHERE id = ANY (:ids)',
});
