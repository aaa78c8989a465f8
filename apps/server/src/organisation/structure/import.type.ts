import type { PlainDate } from '@linli/domain/base';
import { type ImportId, ImportProblemCode, ImportTemplate } from '@linli/domain/organisation/structure';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, DateTime, orRefused } from '../../platform/graphql/index.js';

registerEnumType(ImportTemplate, { name: 'ImportTemplate' });
registerEnumType(ImportProblemCode, { name: 'ImportProblemCode' });

export enum ImportChangeKind {
  OPENED = 'OPENED',
  CLOSED = 'CLOSED',
  RENAMED = 'RENAMED',
  MOVED = 'MOVED',
}
registerEnumType(ImportChangeKind, { name: 'ImportChangeKind' });

/** `row` counts from 1 as a spreadsheet shows it, the heading being row 1. `code` is a message key. */
@ObjectType('ImportProblem', { simpleResolvers: true })
export class ImportProblemType {
  @Field(() => Int)
  row: number;

  @Field()
  column: string;

  @Field()
  value: string;

  @Field(() => ImportProblemCode)
  code: ImportProblemCode;

  @Field(() => String, { nullable: true })
  hint: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportChange {
  @Field(() => ImportChangeKind)
  kind: keyof typeof ImportChangeKind;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

/** How many of each kind. */
@ObjectType('ImportCounts', { simpleResolvers: true })
export class ImportCounts {
  @Field(() => Int)
  opened: number;

  @Field(() => Int)
  closed: number;

  @Field(() => Int)
  renamed: number;

  @Field(() => Int)
  moved: number;
}

/** What a file would do. The lists are cut where nobody reads on; the counts are whole. */
@ObjectType({ simpleResolvers: true })
export class ImportPreview extends ImportCounts {
  @Field(() => ID)
  id: ImportId;

  @Field(() => ImportTemplate)
  template: ImportTemplate;

  @Field()
  fileName: string;

  @Field()
  encoding: string;

  @Field(() => Int)
  rows: number;

  @Field(() => DateScalar)
  effectiveOn: PlainDate;

  @Field(() => [ImportProblemType])
  errors: ImportProblemType[];

  @Field(() => Int)
  errorCount: number;

  @Field(() => [ImportChange])
  changes: ImportChange[];

  @Field(() => Int)
  unchanged: number;

  @Field(() => Boolean)
  canCommit: boolean;

  @Field(() => DateTime)
  expiresAt: Date;
}

@ObjectType({ simpleResolvers: true })
export class ImportResult extends ImportCounts {
  @Field(() => ID)
  id: ImportId;

  @Field(() => DateTime)
  committedAt: Date;
}

export const ImportPreviewOrRefused = orRefused(ImportPreview);
export const ImportResultOrRefused = orRefused(ImportResult);
