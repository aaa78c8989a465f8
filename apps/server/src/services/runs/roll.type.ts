import { Field, ObjectType } from 'type-graphql';
import { Booking } from '../bookings/index.js';
import { Series, Session } from '../centres/index.js';

/** 點名冊 A class with its dates, and everybody who is in it or makes a date up in it. */
@ObjectType({ simpleResolvers: true })
export class SeriesRoll {
  @Field(() => Series)
  series: Series;

  @Field(() => [Session], { description: 'All dates, the past and the withdrawn ones too.' })
  dates: Session[];

  @Field(() => [Booking], {
    description:
      'Of whoever is in it, wherever they made a date up, and of whoever makes one up in it: by time, with what was given back.',
  })
  bookings: Booking[];

  @Field(() => String, { description: 'For `centreNews`.' })
  cursor: string;
}
