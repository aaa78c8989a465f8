import type { AreaId, CentreId, PersonId } from '@linli/domain/access';
import type { PlainDate } from '@linli/domain/base';
import type { Allergen, CareNeed, Texture } from '@linli/domain/organisation/people';
import type { Meal, MealWay, ServiceId, SessionId } from '@linli/domain/services/centres';

/** What a test needs to know of a session. */
export interface StandingSession {
  readonly id: SessionId;
  readonly centreId: CentreId;
  readonly serviceId: ServiceId;
  readonly day: PlainDate;
  readonly capacity: number;
}

export interface SessionWords {
  capacity: number;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  closesAt: Date;
  cancelUntil: Date;
  weeklyQuota: number | null;
  walkIn: boolean;
  state: 'SCHEDULED' | 'CANCELLED';
  centre: CentreId;
  service: ServiceId;
}

export interface ServiceWords {
  centre: CentreId;
  name: string;
  priceFen: number;
  minAge: number | null;
  careNeeds: readonly CareNeed[];
  residentAreaId: AreaId | null;
  meal: Meal | null;
  way: MealWay | null;
  /** What else it says about booking, as columns: `{ waitlist: true }`. */
  policy: Readonly<Record<string, unknown>>;
}

export interface ResidentWords {
  name: string;
  birthDate: PlainDate;
  home: AreaId;
  needs: readonly CareNeed[];
  allergies: readonly Allergen[];
  texture: Texture;
  caresFor: readonly PersonId[];
}

export interface RuleWords {
  name: string;
  minAge: number | null;
  maxAge: number | null;
  careNeed: CareNeed | null;
  areaId: AreaId | null;
  subsidyFen: number;
  validFrom: PlainDate;
  validTo: PlainDate | null;
}
