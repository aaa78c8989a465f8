import type { ImportTemplate } from '../../gql/graphql';
import { type FileFault, fileFault } from '../../kit/file';

/** The headings of each template, in order, with a row that shows how to fill it in. */
export const TEMPLATES: Record<ImportTemplate, readonly (readonly string[])[]> = {
  DIVISIONS: [
    ['code', 'name', 'parentCode'],
    ['411103', '郾城区', ''],
    ['411103001', '沙北街道', '411103'],
  ],
  AREAS: [
    ['code', 'name', 'parentCode', 'kind', 'validFrom', 'validTo'],
    ['411103001001-E01', '示范小区', '411103001001', 'ESTATE', '2024-01-01', ''],
  ],
};

/** What can be said of a file before anyone reads it. */
export const faultOf = (file: Pick<File, 'name' | 'size'>): FileFault | undefined =>
  fileFault(file, /\.(csv|txt)$/i);
