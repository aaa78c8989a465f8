export type PhoneFault = 'empty' | 'letters' | 'tooShort' | 'tooLong' | 'notMobile';

// Full-width digits come from Chinese keyboards.
const digitsOf = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-()（）]/g, '');

/** The number as the server wants it: eleven digits, without +86. */
export const phoneOf = (typed: string): string => digitsOf(typed).replace(/^(\+|00)86/, '');

/** What is wrong with a mobile number of the mainland, so that it can be said. */
export function phoneFault(typed: string): PhoneFault | undefined {
  const phone = phoneOf(typed);
  if (phone === '') return 'empty';
  if (!/^\d+$/.test(phone)) return 'letters';
  if (phone.length < 11) return 'tooShort';
  if (phone.length > 11) return 'tooLong';
  return /^1[3-9]/.test(phone) ? undefined : 'notMobile';
}

/** 138 1234 5678: people read a number in groups. */
export const grouped = (phone: string): string =>
  phone.replace(/^(\d{3})(\d{1,4})(\d{0,4})$/, '$1 $2 $3').trim();

export const codeOf = (typed: string): string => digitsOf(typed).replace(/\D/g, '').slice(0, 6);
