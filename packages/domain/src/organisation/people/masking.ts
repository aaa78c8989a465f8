/** 王曉敏 → 王*: one star however long the name is, since the length tells as well. */
export const maskedName = (name: string): string => {
  const [first = ''] = name.trim();
  return `${first}*`;
};

/** 13803951234 → 138****1234; a landline keeps its last three digits. */
export const maskedPhone = (phone: string): string =>
  phone.length === 11 && phone.startsWith('1')
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `****${phone.slice(-3)}`;
