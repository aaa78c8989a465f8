import { pino } from 'pino';

/**
 * What a line of the log may say beside its words: names of our own things and numbers. No value of a request and no
 * row is among them, so none can get there.
 */
interface Facts {
  readonly operation?: string;
  readonly outcome?: string;
  readonly milliseconds?: number;
  readonly job?: string;
  readonly error?: ErrorFacts;
}

interface ErrorFacts {
  readonly kind: string;
  readonly words?: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** Where in the program. */
  readonly at: readonly string[];
}

const writer = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
  // At once, and to the place of complaints: what a command answers stands on the other.
  { write: (line: string) => void process.stderr.write(line) },
);

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';
const at =
  (level: Level) =>
  (words: string, facts: Facts = {}): void =>
    writer[level](facts, words);

/** One line of JSON each. What people are to read at the start of the server is printed, not logged. */
export const log = {
  fatal: at('fatal'),
  error: at('error'),
  warn: at('warn'),
  info: at('info'),
  debug: at('debug'),
};

/** From LOG_LEVEL, once the settings are read. */
export const setLogLevel = (level: string): void => {
  writer.level = level;
};

/**
 * An error for the log. What the database says quotes what was sent, so of that only its code and the names of its own
 * things; the words of others with all taken out that may be a person's: numbers, names, tokens, what stands in quotes.
 */
export function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const { code, table, constraint, severity } = error as Error & Partial<Record<string, unknown>>;
  const named = Object.fromEntries(
    Object.entries({ code, table, constraint }).filter(([, name]) => typeof name === 'string'),
  );
  if (severity !== undefined) return { kind: 'database', ...named, at: framesOf(error) };
  return { kind: error.name, ...named, words: withoutPersons(error.message), at: framesOf(error) };
}

const MOST_FRAMES = 8;

/** What follows the message, which may have lines of its own; only our own part of the way. */
function framesOf({ message, stack = '' }: Error): string[] {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at ') && !/node_modules|node:/.test(line))
    .slice(0, MOST_FRAMES);
}

const withoutPersons = (words: string): string =>
  words
    .replace(/(["'`“「])[\s\S]*?(["'`”」])/g, '$1…$2')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/[\w-]{24,}/g, '…')
    .replace(/\d{5,}/g, '…')
    .slice(0, 500);
