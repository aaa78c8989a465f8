import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ManifestTransform, RuntimeCaching } from 'workbox-build';

/** What a rider needs without network, beside the entry; all that these import comes along, and nothing else of the console. */
const LAZY = [
  'src/on-this-device.ts',
  'src/layout/shell.tsx',
  'src/services/rounds/ride-page.tsx',
  'src/services/rounds/without-network.tsx',
  'src/services/rounds/mark-sender.tsx',
  'src/services/rounds/leaving-phone.ts',
  ...['zh-Hant', 'zh-Hans', 'en'].map((locale) => `../../packages/i18n/src/generated/console/${locale}.ts`),
];

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

function filesFrom(manifest: Readonly<Record<string, Chunk>>): ReadonlySet<string> {
  const files = new Set(['index.html', 'seal.svg']);
  const seen = new Set<string>();
  const add = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest: was it renamed, or is it no chunk any more?`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(add);
  };
  for (const key of ['index.html', ...LAZY]) add(key);
  return files;
}

/** Of everything that was built, what the service worker fetches ahead. */
export const onlyForTheRider: ManifestTransform = (entries) => {
  const built = path.join(import.meta.dirname, 'dist/.vite/manifest.json');
  const wanted = filesFrom(JSON.parse(readFileSync(built, 'utf8')) as Record<string, Chunk>);
  return { manifest: entries.filter(({ url }) => wanted.has(url)), warnings: [] };
};

/**
 * A page from the house, or the kept one when the house does not answer, or not soon. The service worker gets this as text:
 * it may use nothing from here.
 */
export const pageOrKept: Extract<RuntimeCaching['handler'], (...given: never[]) => unknown> = async ({
  request,
}) => {
  const late = new Promise<never>((_, reject) => setTimeout(reject, 4_000));
  try {
    return await Promise.race([fetch(request), late]);
  } catch {
    return (await caches.match('/console/index.html', { ignoreSearch: true })) ?? Response.error();
  }
};
