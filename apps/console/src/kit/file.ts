export const LARGEST_BYTES = 2 * 1024 * 1024;

export type FileFault = 'empty' | 'large' | 'kind';

/** What can be said of a file before anyone reads it. */
export function fileFault(file: Pick<File, 'name' | 'size'>, kinds: RegExp): FileFault | undefined {
  if (!kinds.test(file.name)) return 'kind';
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
