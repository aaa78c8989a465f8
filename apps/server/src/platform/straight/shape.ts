/** The fields of a GraphQL type as SQL, over the aliases of the rows that it is read from. */
// An interface, since it is found in itself.
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
export interface Shape {
  readonly [field: string]: string | Part;
}

/** Where rows come from. A join is left out where nothing asks for its alias: it may add columns, never take rows away. */
export interface Rows {
  /** Common table expressions, in their order. */
  readonly with?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly joins?: Readonly<Record<string, string>>;
  readonly where?: string;
  readonly order?: string;
  readonly limit?: number;
}

/** A field that has fields. */
export interface Part {
  readonly shape: Shape;
  readonly kind: 'inside' | 'one' | 'many';
  /** Of `inside`: null where this does not hold. */
  readonly when?: string;
  readonly rows?: Rows;
}

/** Of the same row. */
export const inside = (shape: Shape, when?: string): Part => ({
  kind: 'inside',
  shape,
  ...(when !== undefined && { when }),
});
/** Of one row of its own; of none it is null. */
export const one = (shape: Shape, rows: Rows): Part => ({ kind: 'one', shape, rows });
/** A list of rows of its own. */
export const many = (shape: Shape, rows: Rows): Part => ({ kind: 'many', shape, rows });

export const today = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

/** As `toISOString` prints it. Without `:M`, which would be a parameter. */
export const moment = (expression: string): string =>
  `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`;
