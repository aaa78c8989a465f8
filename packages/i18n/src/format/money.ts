/** Money from 分: ¥4, ¥4.50, −¥8, ¥1,200. */
export function moneyOf(fen: number, how?: { readonly exact?: boolean }): string {
  const cents = Math.abs(fen) % 100;
  const yuan = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = cents > 0 || how?.exact ? `.${String(cents).padStart(2, '0')}` : '';
  return `${fen < 0 ? '−' : ''}¥${yuan}${rest}`;
}
