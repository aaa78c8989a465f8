import type { AreaId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Allergen, CareNeed, Texture } from '@linli/domain/organisation/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 居民 The row. What others may know of it is `Resident`: never give out this one. */
@Entity('resident')
export class ResidentRecord {
  @PrimaryColumn('uuid')
  id: PersonId;

  @Column('text')
  name: string;

  @Column('date')
  birthDate: PlainDate;

  @Column('uuid')
  buildingId: AreaId;

  @Column('uuid', { nullable: true })
  householdId: string | null;

  @Column('text', { array: true, default: [] })
  allergies: Allergen[];

  @Column('text', { default: 'REGULAR' })
  texture: Texture;

  @Column('bytea', { nullable: true })
  phoneCipher: Buffer | null;

  @Column('bytea', { nullable: true })
  phoneIndex: Buffer | null;

  @Column('text', { nullable: true })
  phoneMasked: string | null;

  @Column('text', { default: 'zh-Hans' })
  language: string;

  @Column('boolean', { default: false })
  elderMode: boolean;

  @Column('boolean', { default: true })
  smsNotices: boolean;

  @Column('boolean', { default: true })
  wechatNotices: boolean;

  @Column('boolean', { default: true })
  reminders: boolean;

  @Column('boolean', { default: false })
  mealReminders: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  registeredAt: Date;
}

/** 關愛需求, from the first day to the last, both included. */
@Entity('care_need')
export class CareNeedRecord {
  @PrimaryColumn('uuid')
  residentId: PersonId;

  @PrimaryColumn('text')
  need: CareNeed;

  @PrimaryColumn('date')
  validFrom: PlainDate;

  @Column('date', { nullable: true })
  validTo: PlainDate | null;
}
