import type { AreaKind } from '@linli/domain/organisation/structure';
import { reviewedNames } from './reviewed-names.js';

// Its own declarations do not resolve under NodeNext.
type MakeConverter = (from: { from: 'cn'; to: 'tw' }) => (text: string) => string;

let converter: Promise<(text: string) => string> | undefined;

// The dictionaries weigh some megabytes: only an import asks for them.
async function convert(): Promise<(text: string) => string> {
  converter ??= import('opencc-js/cn2t').then(({ Converter }) =>
    (Converter as MakeConverter)({ from: 'cn', to: 'tw' }),
  );
  return await converter;
}

/** Makes the Traditional name of an area from its official one: as reviewed, otherwise by machine. */
export async function traditionalNames(): Promise<(officialName: string, kind: AreaKind) => string> {
  const toTraditional = await convert();
  return (officialName, kind) => reviewedNames[officialName] ?? placeName(toTraditional(officialName), kind);
}

/** The file names the committee of a community or village; the area is the place: 後周社區居民委員會 → 後周社區. */
function placeName(name: string, kind: AreaKind): string {
  if (kind === 'COMMUNITY') return name.replace(/(社區)?居民委員會$/, '社區');
  if (kind === 'VILLAGE') return name.replace(/村?村民委員會$/, '村');
  return name;
}
