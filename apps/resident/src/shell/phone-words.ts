/** 0395-555-0139: a number is read in groups. */
export const spacedPhone = (phone: string): string =>
  phone.replace(/^(0\d{3})(\d{3})(\d{4})$/, '$1-$2-$3').replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
