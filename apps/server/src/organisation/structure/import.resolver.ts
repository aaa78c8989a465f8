import { pageSize } from '@linli/domain/base';
import {
  type CommitImportInput,
  commitImportInput,
  type PreviewImportInput,
  previewImportInput,
} from '@linli/domain/organisation/structure';
import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow, Arg, Input, type Refused, type Request } from '../../platform/graphql/index.js';
import { commitImport } from './commit-import.js';
import {
  type ImportPreview,
  ImportPreviewOrRefused,
  type ImportResult,
  ImportResultOrRefused,
} from './import.type.js';
import { previewImport } from './preview-import.js';
import { StructureChangeConnection } from './structure-change.connection.js';
import { structureChanges } from './structure-change.queries.js';

@Resolver()
export class ImportResolver {
  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => ImportPreviewOrRefused)
  previewImport(
    @Ctx() { db, viewer }: Request,
    @Input(previewImportInput) input: PreviewImportInput,
  ): Promise<ImportPreview | Refused> {
    return previewImport(db, viewer, input);
  }

  @Allow('CHANGE_STRUCTURE')
  @Mutation(() => ImportResultOrRefused)
  commitImport(
    @Ctx() { db, viewer }: Request,
    @Input(commitImportInput) input: CommitImportInput,
  ): Promise<ImportResult | Refused> {
    return commitImport(db, viewer, input);
  }

  @Allow('SEE_STRUCTURE')
  @Query(() => StructureChangeConnection)
  structureChanges(
    @Ctx() { db }: Request,
    @Arg('first', pageSize) first: number,
    @Arg(
      'after',
      z
        .string()
        .regex(/^\d{1,18}$/)
        .nullish(),
    )
    after: string | null | undefined,
  ): Promise<StructureChangeConnection> {
    return structureChanges(db, first, after ?? null);
  }
}
