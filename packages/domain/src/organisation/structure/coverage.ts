/** 覆蓋率 Estates covered ÷ estates in force and handed over; null where there is no estate: nothing is not 0 %. */
export const coverageRate = (covered: number, estates: number): number | null =>
  estates === 0 ? null : covered / estates;
