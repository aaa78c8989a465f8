import type { BookingId } from '@linli/domain/services/bookings';
import { type DayLogEntryId, DayLogKind, Eaten } from '@linli/domain/services/day-care';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(DayLogKind, { name: 'DayLogKind' });
registerEnumType(Eaten, { name: 'Eaten' });

/** Why an entry does not hold. */
@ObjectType({ simpleResolvers: true })
export class DayLogCounter {
  @Field(() => String)
  reason: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => String)
  byName: string;
}

@ObjectType({ simpleResolvers: true })
export class DayLogEntry {
  @Field(() => ID)
  id: DayLogEntryId;

  @Field(() => DayLogKind)
  kind: DayLogKind;

  @Field(() => String, { description: 'The meal or the medicine.' })
  what: string;

  @Field(() => Eaten, { nullable: true, description: 'Of a meal.' })
  eaten: Eaten | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a medicine how much was taken; of a meal what else is to be said.',
  })
  note: string | null;

  @Field(() => DateTime)
  at: Date;

  @Field(() => DateTime)
  recordedAt: Date;

  @Field(() => String)
  recorderName: string;

  @Field(() => DayLogCounter, {
    nullable: true,
    description: 'It was taken back: it stays to be read, and does not hold.',
  })
  counter: DayLogCounter | null;
}

/** 照料日誌 What somebody ate and was given on one day at the centre. */
@ObjectType({ simpleResolvers: true })
export class DayLog {
  @Field(() => ID)
  bookingId: BookingId;

  @Field(() => [DayLogEntry], { description: 'By the time of what happened.' })
  entries: readonly DayLogEntry[];
}

export const DayLogOrRefused = orRefused(DayLog);
