import type { PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import { TrainingForm, type TrainingSessionId } from '@linli/domain/organisation/training';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { statement } from '../../platform/database/index.js';
import { DateScalar } from '../../platform/graphql/index.js';

/** A training as whoever was there sees it. */
@ObjectType({ simpleResolvers: true })
export class MyTraining {
  @Field(() => ID)
  id: TrainingSessionId;

  @Field(() => String)
  title: string;

  @Field(() => String)
  topic: string;

  @Field(() => TrainingForm)
  form: TrainingForm;

  @Field(() => DateScalar)
  day: PlainDate;

  @Field(() => String)
  place: string;

  @Field(() => String)
  holderName: string;

  @Field(() => Int, { description: 'What it counts for.' })
  minutes: number;
}

/** What counts for one person between the two days, the last first. */
export const trainingsOf = statement<{ id: PersonId; from: PlainDate; to: PlainDate }, MyTraining>({
  name: 'my-trainings',
  text: `
    SELECT session.id, plan.title, session.topic, plan.form, session.day, session.place, holder.name AS holder_name,
      attended.minutes
    FROM training_attendance attended
      JOIN training_session session ON session.id = attended.session_id
      JOIN training_plan plan ON plan.id = session.plan_id
      JOIN organisation holder ON holder.id = plan.organisation_id
    WHERE attended.resident_id = :id AND session.state = 'SIGNED' AND session.day BETWEEN :from AND :to
    ORDER BY session.starts_at DESC, session.id`,
});
