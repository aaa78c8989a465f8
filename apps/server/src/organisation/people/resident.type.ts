import type { PersonId } from '@linli/domain/access';
import { Allergen, CareNeed, Texture } from '@linli/domain/organisation/people';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { orRefused } from '../../platform/graphql/index.js';

registerEnumType(CareNeed, { name: 'CareNeed' });
registerEnumType(Allergen, { name: 'Allergen' });
registerEnumType(Texture, { name: 'Texture' });

/** A resident as far as the viewer may know them. Names are whole only to the person, their carers and the desk; elsewhere 王*. */
@ObjectType({ simpleResolvers: true })
export class Resident {
  @Field(() => ID)
  id: PersonId;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  age: number;

  /** Always masked: 138****1234. */
  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true })
  building: string | null;

  @Field(() => [CareNeed])
  careNeeds: CareNeed[];

  @Field(() => [Allergen])
  allergies: Allergen[];

  @Field(() => Texture)
  texture: Texture;

  @Field(() => Boolean)
  isMe: boolean;
}

export const ResidentOrRefused = orRefused(Resident);

/** How a resident likes the app. */
@ObjectType({ simpleResolvers: true })
export class Preferences {
  @Field(() => String)
  language: string;

  @Field(() => Boolean)
  elderMode: boolean;

  @Field(() => Boolean)
  smsNotices: boolean;

  @Field(() => Boolean)
  wechatNotices: boolean;

  /** On the evening before. */
  @Field(() => Boolean)
  reminders: boolean;

  /** On the morning of each meal. */
  @Field(() => Boolean)
  mealReminders: boolean;
}

export const PreferencesOrRefused = orRefused(Preferences);
