import { addDays, type PlainDate } from '@linli/domain/base';
import { Chance, idOf } from './random.js';

export interface SampleDish {
  readonly name: string;
  readonly look: string;
  readonly note: string | null;
  readonly allergens: readonly string[];
  readonly textures: readonly string[];
}

export interface SampleMenu {
  readonly id: string;
  readonly centreKey: string;
  readonly day: PlainDate;
  readonly dishes: readonly SampleDish[];
}

const SOFT = ['REGULAR', 'SOFT'];
const ANY = ['REGULAR', 'SOFT', 'LIQUID'];

const dish = (
  name: string,
  look: string,
  allergens: string[],
  textures: string[],
  note: string | null = null,
): SampleDish => ({
  ...{ name, look, note, allergens, textures },
});

const meats = [
  dish('土豆紅燒肉', 'braised-pork', ['SOY'], SOFT, '可做軟爛'),
  dish('清蒸鱸魚', 'fish', ['FISH', 'SOY'], SOFT, '去刺'),
  dish('香菇燒雞', 'chicken', ['SOY'], SOFT),
  dish('冬瓜丸子', 'winter-melon', ['EGG'], SOFT, '軟爛'),
  dish('木須肉', 'mushroom', ['EGG', 'SOY'], ['REGULAR']),
  dish('蘿蔔燉牛腩', 'beef', ['SOY'], SOFT, '燉兩小時'),
];
const halves = [
  dish('番茄炒蛋', 'tomato-egg', ['EGG'], SOFT),
  dish('家常豆腐', 'tofu', ['SOY'], SOFT),
  dish('蒸南瓜', 'pumpkin', [], ANY),
  dish('肉末蒸蛋', 'egg-custard', ['EGG'], ANY),
  dish('宮保雞丁', 'carrot', ['PEANUT', 'SOY'], ['REGULAR']),
];
const greens = [
  dish('清炒小白菜', 'greens', [], SOFT, '少鹽'),
  dish('蒜蓉菠菜', 'greens', [], SOFT, '少鹽'),
  dish('醋溜白菜', 'cabbage', [], ['REGULAR']),
  dish('炒西葫蘆', 'cabbage', [], SOFT),
];
const soups = [
  dish('豆腐蛋花湯', 'tofu-soup', ['EGG', 'SOY'], ANY),
  dish('小米南瓜粥', 'millet-congee', [], ANY),
  dish('冬瓜海米湯', 'winter-melon', ['SHELLFISH'], ANY),
  dish('玉米糝粥', 'congee', [], ANY),
];

/** Lunch menus of every canteen; no dish comes twice within a few days. */
export function sampleMenus(centreKeys: readonly string[], from: PlainDate, days: number): SampleMenu[] {
  return centreKeys.flatMap((centreKey) => {
    const chance = new Chance(`menus ${centreKey}`);
    const courses = [meats, halves, greens, soups].map((course) => chance.shuffled(course));
    return Array.from({ length: days }, (_, i) => {
      const day = addDays(from, i);
      const dishes = courses.map((course) => course[i % course.length]).filter((each) => each !== undefined);
      return { id: idOf(`menu ${centreKey} ${day}`), centreKey, day, dishes };
    });
  });
}
