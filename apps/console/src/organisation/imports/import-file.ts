import type { ImportTemplate } from '../../gql/graphql';

export const LARGEST_BYTES = 2 * 1024 * 1024;

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

export type FileFault = 'empty' | 'large' | 'kind';

/** What can be said of a file before anyone reads it. */
export function faultOf(file: Pick<File, 'name' | 'size'>): FileFault | undefined {
  if (!/\.(csv|txt)$/i.test(file.name)) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > LARGEST_BYTES ? 'large' : undefined;
}

const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
