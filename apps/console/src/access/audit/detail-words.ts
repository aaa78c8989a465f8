import type { Words } from '../../kit/words';
import { wordFor } from './audit-words';

type Detail = Readonly<Record<string, unknown>>;
/** One thing on record, in words; nothing, where there is nothing to say. */
type Tell = (words: Words, value: unknown, detail: Detail) => string | undefined;

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A value of an enum, or of one of several: its word, or, where it has none, the code itself. */
const wordOf =
  (...groups: string[]): Tell =>
  (words, value) =>
    groups.map((group) => wordFor(words, group, text(value))).find((word) => word !== undefined) ??
    text(value);

type Counted =
  | ('sessions' | 'added' | 'removed' | 'kept' | 'cancelledSessions' | 'cancelledBookings')
  | ('opened' | 'closed' | 'renamed' | 'moved' | 'written' | 'overwritten' | 'entries');

/** A number is told where there is something to count. */
const counted =
  (name: Counted): Tell =>
  ({ t }, value) =>
    value === 0 ? undefined : t(`console.audit.detail.${name}`, { count: Number(value) });

/** A dish as it is on record: its name, then what it holds. */
function dishInWords(words: Words, dish: string): string {
  const { t } = words;
  const [name = '', ...allergens] = dish.split(' · ');
  if (allergens.length === 0) return name;
  const held = allergens.map((code) => wordFor(words, 'Allergen', code) ?? code).join(t('console.listed'));
  return t('console.audit.detail.dish', { dish: name, allergens: held });
}

const records: Tell = ({ t }, value) =>
  t('console.audit.records', { count: Array.isArray(value) ? value.length : 0 });

/** In the order in which it is told. */
const TOLD: Readonly<Record<string, Tell>> = {
  isNew: ({ t }, value) =>
    t(value === true ? 'console.audit.detail.isNew' : 'console.audit.detail.isChanged'),
  role: wordOf('Role'),
  place: (_words, value) => text(value),
  series: (_words, value) => text(value),
  joinUntil: ({ t, format }, value) =>
    value === 'NONE'
      ? t('console.classes.joinWhile')
      : t('console.classes.joinUntil', { day: format.date(text(value)) }),
  kind: wordOf('OrganisationKind', 'ResourceKind'),
  template: wordOf('ImportTemplate'),
  after: ({ t }, value) => t('console.audit.detail.after', { value: text(value) }),
  day: ({ format }, value) => format.date(text(value)),
  meal: wordOf('Meal'),
  from: ({ t, format }, value, { to, written }) => {
    const days = { from: format.date(text(value)), to: to ? format.date(text(to)) : '…' };
    return written === undefined
      ? t('console.structure.valid', days)
      : t('console.audit.detail.copied', days);
  },
  written: counted('written'),
  overwritten: counted('overwritten'),
  replaced: ({ t }, value, { dish }) =>
    t('console.audit.detail.replaced', { before: text(value), after: text(dish ?? '…') }),
  priceFen: ({ t, format }, value) => t('console.audit.detail.price', { value: format.money(Number(value)) }),
  active: ({ t }, value) => t(value === true ? 'console.services.active' : 'console.services.inactive'),
  dishes: (words, value) =>
    words.t('console.audit.detail.dishes', {
      value: (value as string[]).map((dish) => dishInWords(words, dish)).join(words.t('console.listed')),
    }),
  allergens: (words, value) =>
    (value as string[]).length === 0
      ? undefined
      : words.t('console.audit.detail.allergens', {
          value: (value as string[])
            .map((code) => wordFor(words, 'Allergen', code) ?? code)
            .join(words.t('console.listed')),
        }),
  note: ({ t }, value) => t('console.audit.detail.note', { value: text(value) }),
  opened: counted('opened'),
  closed: counted('closed'),
  renamed: counted('renamed'),
  moved: counted('moved'),
  added: counted('added'),
  removed: counted('removed'),
  kept: counted('kept'),
  cancelledSessions: counted('cancelledSessions'),
  cancelledBookings: counted('cancelledBookings'),
  everywhere: ({ t }, value) => (value === true ? t('console.audit.detail.everywhere') : undefined),
  sessions: counted('sessions'),
  ids: records,
  count: ({ t }, value) => t('console.audit.records', { count: Number(value) }),
  entries: counted('entries'),
  outcome: wordOf('WelfareOutcome'),
  reason: (words, value) =>
    words.t('console.audit.detail.reason', {
      value: wordFor(words, 'console.audit.why', text(value)) ?? text(value),
    }),
  effectiveOn: ({ t, format }, value) => t('console.import.effective', { day: format.date(text(value)) }),
  documentNumber: ({ t }, value) => t('console.audit.detail.documentNumber', { value: text(value) }),
};

/** Said by another: the end of a time, the number of a list. */
const SAID: Readonly<Record<string, string>> = { to: 'from', count: 'ids', dish: 'replaced' };

const unknown = (name: string, value: unknown): Tell =>
  Array.isArray(value) ? records : ({ t }) => t('console.audit.detail.other', { name, value: text(value) });

/** What else is on record, one thing after the other. What this page does not know is shown as it was written. */
export function detailInWords(words: Words, detail: Detail): string {
  const names = Object.keys(detail).filter(
    (name) => detail[name] !== null && detail[name] !== '' && !((SAID[name] ?? '') in detail),
  );
  const ordered = [
    ...Object.keys(TOLD).filter((name) => names.includes(name)),
    ...names.filter((name) => !(name in TOLD)),
  ];
  return ordered
    .map((name) => (TOLD[name] ?? unknown(name, detail[name]))(words, detail[name], detail))
    .filter((told) => told !== undefined)
    .join(' · ');
}
