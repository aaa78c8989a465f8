import type { Chance } from './random.js';

const SURNAMES: readonly (readonly [string, number])[] = [
  ...(
    [
      ['王', 80],
      ['李', 78],
      ['張', 75],
      ['劉', 55],
      ['陳', 34],
      ['趙', 30],
      ['楊', 26],
      ['郭', 22],
      ['馬', 18],
      ['孫', 18],
      ['朱', 15],
      ['周', 15],
      ['胡', 12],
      ['宋', 12],
      ['高', 11],
      ['徐', 11],
      ['吳', 11],
      ['程', 8],
      ['牛', 7],
      ['田', 7],
      ['賈', 6],
      ['段', 5],
      ['邱', 4],
      ['魏', 6],
      ['賀', 4],
      ['謝', 5],
    ] as const
  ).map(([name, weight]) => [name, weight] as const),
];

const given = {
  oldWomen:
    '桂蘭 秀英 玉珍 秋蓮 慶梅 鳳仙 素貞 愛蓮 桂芝 玉蘭 淑琴 秀芬 月娥 翠英 改荷 蘭芝 瑞英 荷花 春梅 彩雲 巧玲 金鳳'.split(
      ' ',
    ),
  oldMen:
    '德順 長河 文彬 新民 守義 建業 保國 根生 鐵山 廣田 玉林 國安 喜旺 明德 振華 全福 水旺 金生 同喜 西林 萬里 學禮'.split(
      ' ',
    ),
  women:
    '曉敏 麗娟 紅霞 秀芳 海燕 春燕 愛華 玉玲 靜 敏 豔麗 素敏 俊霞 志紅 慧 雪梅 曉麗 會平 瑞霞 小紅'.split(
      ' ',
    ),
  men: '建軍 衛東 志強 國慶 永強 海濤 紅軍 俊峰 偉 勇 磊 新華 向陽 曉東 建偉 保華 軍偉 海軍 占偉 鵬飛'.split(
    ' ',
  ),
  girls: '子涵 雨桐 欣怡 夢琪 佳怡 思雨 詩涵 梓萱 一諾 語嫣'.split(' '),
  boys: '浩然 子軒 宇航 俊傑 博文 天佑 家豪 一鳴 奕辰 梓豪'.split(' '),
};

export interface PersonToName {
  readonly age: number;
  readonly isWoman: boolean;
}

export const surname = (chance: Chance): string => chance.weighted(SURNAMES);

/** A made-up name as people of that age bear it. */
export function fullName(chance: Chance, family: string, { age, isWoman }: PersonToName): string {
  const [women, men] =
    age >= 60
      ? [given.oldWomen, given.oldMen]
      : age >= 22
        ? [given.women, given.men]
        : [given.girls, given.boys];
  return `${family}${chance.pick(isWoman ? women : men)}`;
}
