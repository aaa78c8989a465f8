import type { Translator } from '@linli/i18n';
import { catalogs, type ClaimsMessages } from '@linli/i18n/claims';
import type { Database } from '../../platform/database/index.js';
import type { WrittenCell } from '../../platform/files/index.js';
import { translators } from '../../platform/translators.js';
import { type FileLine, linesOf } from './claim.queries.js';
import type { Claim } from './claim.type.js';

const PAGE = 500;

export const claimWords = translators(catalogs);

const HEADINGS = [
  ...([
    'number',
    'kind',
    'day',
    'meal',
    'way',
    'name',
    'building',
    'ticket',
    'rule',
    'full',
    'subsidy',
  ] as const),
  ...(['evidence', 'evidenceAt', 'evidenceBy', 'reason'] as const),
];

const yuan = (fen: number): number => fen / 100;

// In China, whatever the zone of the machine.
const moment = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' },
});

const rowOf = ({ t }: Translator<ClaimsMessages>, line: FileLine, number: number): WrittenCell[] => [
  number,
  t(line.fen < 0 ? 'claims.countered' : 'claims.claimed'),
  line.day,
  t(`Meal.${line.meal}`),
  t(`MealWay.${line.way}`),
  line.name,
  line.building,
  line.ticketNumber,
  line.ruleName,
  yuan(line.fullFen),
  yuan(line.fen),
  t(`EvidenceKind.${line.evidenceKind}`),
  moment.format(line.evidenceAt),
  line.evidenceByName,
  line.reason ?? '',
];

/** The rows of the file, some hundred lines at a time: a year of a large centre does not lie in memory. */
export async function* rowsOfClaim(
  db: Database,
  claim: Claim,
  words: Translator<ClaimsMessages>,
): AsyncGenerator<WrittenCell[]> {
  yield HEADINGS.map((heading) => words.t(`claims.${heading}`));
  let after: string | null = null;
  let number = 0;
  do {
    const page: Awaited<ReturnType<typeof linesOf>> = await linesOf(db, claim.id, after, PAGE);
    for (const line of page.lines) yield rowOf(words, line, (number += 1));
    after = page.endCursor;
  } while (after !== null);
  yield [words.t('claims.total'), '', '', '', '', '', '', '', '', '', yuan(claim.totalFen), '', '', '', ''];
}
