import type { CommonKey, CommonTranslate } from '@linli/i18n/common';

const CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'INTERNAL'] as const;
export type ProblemCode = (typeof CODES)[number] | 'NETWORK';

/** A surprise, as far as one can tell the reader. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** What to say beside each field: "guests.0.name" → message. Only for BAD_USER_INPUT. */
  readonly fields: Readonly<Record<string, string>>;
}

const ISSUES = ['invalid_type', 'too_small', 'too_big', 'invalid_format', 'invalid_value'] as const;

interface GraphQLish {
  readonly extensions?: {
    readonly code?: unknown;
    readonly reason?: unknown;
    readonly issues?: readonly { readonly path: string; readonly code: string }[];
  };
}

// By shape, not by class: the first page of the residents' app carries no Apollo.
const graphqlErrorOf = (error: unknown): GraphQLish | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('errors' in error && Array.isArray(error.errors)) return (error.errors as GraphQLish[])[0];
  return 'extensions' in error ? (error as GraphQLish) : undefined;
};

const statusOf = (error: unknown): number | undefined => {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
};

/** Did the request or its answer get lost on the way? Then nobody knows whether it was carried out. */
export function isNetworkProblem(error: unknown): boolean {
  if (graphqlErrorOf(error)) return false;
  const status = statusOf(error);
  if (status !== undefined) return status === 408 || status === 429 || (status >= 502 && status <= 504);
  return error instanceof Error && /^(TypeError|TimeoutError|AbortError|NetworkError)$/.test(error.name);
}

function codeOf(error: unknown): ProblemCode {
  if (isNetworkProblem(error)) return 'NETWORK';
  const code = graphqlErrorOf(error)?.extensions?.code;
  return CODES.find((known) => known === code) ?? 'INTERNAL';
}

const issueKey = (code: string): CommonKey => {
  const known = ISSUES.find((issue) => issue === code);
  return known ? `issue.${known}` : 'issue.other';
};

/** Whom one may not care for any more is not found either, and why is said. */
function messageKey(error: unknown, code: ProblemCode): CommonKey {
  if (graphqlErrorOf(error)?.extensions?.reason === 'CARE_EXPIRED') return 'problem.CARE_EXPIRED';
  return code === 'NETWORK' ? 'problem.network' : `problem.${code}`;
}

export function problemOf(error: unknown, t: CommonTranslate): Problem {
  const code = codeOf(error);
  const issues = code === 'BAD_USER_INPUT' ? (graphqlErrorOf(error)?.extensions?.issues ?? []) : [];
  return {
    code,
    message: t(messageKey(error, code)),
    fields: Object.fromEntries(issues.map(({ path, code: issue }) => [path, t(issueKey(issue))])),
  };
}

export const problemMessage = (error: unknown, t: CommonTranslate): string => problemOf(error, t).message;
