import { type PlainDate, plainDateOf } from '@linli/domain/base';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { isFrozen } from '@linli/domain/services/menus';
import { now, statement, type Transaction } from '../../platform/database/index.js';

interface Days {
  readonly centreId: CentreId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const cutOffs = statement<Days, { day: PlainDate; meal: Meal; closesAt: Date }>({
  name: 'cut-offs-of-meals',
  text: `
    SELECT session.day, service.meal, session.closes_at
    FROM session JOIN service ON service.id = session.service_id
    WHERE session.centre_id = :centreId AND session.day BETWEEN :from AND :to AND service.meal IS NOT NULL
      AND session.state = 'SCHEDULED'`,
});

/** Which menus of these days are frozen, as of the transaction. */
export async function frozenMenus(tx: Transaction, days: Days) {
  const moment = await now(tx);
  const all = await cutOffs(tx, days);
  const today = plainDateOf(moment);
  return {
    today,
    isFrozen: (day: PlainDate, meal: Meal): boolean =>
      isFrozen({
        ...{ now: moment, today, day },
        closesAt: all
          .filter((each) => each.day === day && each.meal === meal)
          .map(({ closesAt }) => closesAt),
      }),
  };
}
