import type { PlainDate } from '@linli/domain/base';
import type { CentreId, Meal } from '@linli/domain/services/centres';
import { type Database, statement } from '../../platform/database/index.js';

interface Day {
  readonly centreId: CentreId;
  readonly day: PlainDate;
}

const released = statement<Day, { meal: Meal }>({
  name: 'released-meals',
  text: `
    SELECT meal FROM meal_release WHERE centre_id = :centreId AND day = :day AND withdrawn_at IS NULL
    ORDER BY array_position(ARRAY['BREAKFAST', 'LUNCH', 'DINNER'], meal)`,
});

export const releasedMeals = async (db: Database, day: Day): Promise<Meal[]> =>
  (await released(db, day)).map(({ meal }) => meal);
