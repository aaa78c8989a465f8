import { z } from 'zod';
import { type EnumOf, enumOf } from '../../base/index.js';

/** 服務項目 What a centre offers. */
export const serviceId = z.uuidv7().brand<'ServiceId'>();
export type ServiceId = z.infer<typeof serviceId>;

/** 場次 One date of a service. */
export const sessionId = z.uuidv7().brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

export const slotId = z.uuidv7().brand<'SlotId'>();
export type SlotId = z.infer<typeof slotId>;

/** 班 Dates of a service that are joined together. */
export const seriesId = z.uuidv7().brand<'SeriesId'>();
export type SeriesId = z.infer<typeof seriesId>;

/** 按次, 按期 (all dates of a class), 按日期段 (a place for each day from one to another). */
export const BookedAs = enumOf('SESSION', 'SERIES', 'RANGE');
export type BookedAs = EnumOf<typeof BookedAs>;

/** 鄰里中心, 黨群服務中心, 服務驛站, 日間照料中心, 活動室, 衛生服務站, 超市, 警務室, 幼兒園. */
export const CentreKind = enumOf(
  'NEIGHBOURHOOD_CENTRE',
  'PARTY_SERVICE_CENTRE',
  'SERVICE_STATION',
  'DAY_CARE_CENTRE',
  'ACTIVITY_ROOM',
  'HEALTH_STATION',
  'SUPERMARKET',
  'POLICE_ROOM',
  'KINDERGARTEN',
);
export type CentreKind = EnumOf<typeof CentreKind>;

/** 助餐, 日間照料, 助浴, 理髮, 健康檢查, 助醫, 育幼, 課程, 文體活動, 法律, 維修, 場地. */
export const ServiceCategory = enumOf(
  'MEAL',
  'DAY_CARE',
  'BATHING',
  'HAIRCUT',
  'HEALTH_CHECK',
  'ESCORT',
  'CHILDCARE',
  'CLASS',
  'ACTIVITY',
  'LEGAL',
  'REPAIR',
  'VENUE',
);
export type ServiceCategory = EnumOf<typeof ServiceCategory>;

/** 早餐, 午餐, 晚餐. */
export const Meal = enumOf('BREAKFAST', 'LUNCH', 'DINNER');
export type Meal = EnumOf<typeof Meal>;

/** 堂食, 自取, 送餐. */
export const MealWay = enumOf('DINE_IN', 'PICK_UP', 'DELIVERY');
export type MealWay = EnumOf<typeof MealWay>;

export const SessionState = enumOf('SCHEDULED', 'CANCELLED');
export type SessionState = EnumOf<typeof SessionState>;
