/**
 * 校訂 Names that the machine turns into the wrong Traditional characters, by official name. Every one of the 209 names
 * of 郾城區 (2023 edition) was read; these are the ones where 周 is a family and no week, 斗 a measure and no fight,
 * 游 a family and no journey, 党 a family and no party (so 党灣), and 冢 has its older form.
 */
export const reviewedNames: Readonly<Record<string, string>> = {
  三周村民委员会: '三周村',
  斗杨村民委员会: '斗楊村',
  斗王村民委员会: '斗王村',
  游庄村民委员会: '游莊村',
  党湾村民委员会: '党灣村',
  冢马村民委员会: '塚馬村',
};
