import type { Plugin } from 'vite';

const ONE = /^export const (\w+) = (\{"kind":"Document".*\}) as unknown as .*$/gm;
const MARK = 'graphql-document:';

/**
 * codegen writes all operations into one module, which would come whole with the first page that reads anything: here each
 * becomes a module of its own and goes where it is used.
 */
export function documentsApart(): Plugin {
  const documents = new Map<string, string>();
  return {
    name: 'documents-apart',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/gql\/graphql\.ts$/ },
      handler(code) {
        const apart = code.replace(ONE, (_, name: string, document: string) => {
          documents.set(MARK + name, document);
          return `export { default as ${name} } from '${MARK}${name}';`;
        });
        return { code: apart, map: null, moduleSideEffects: false };
      },
    },
    resolveId: (id) => (id.startsWith(MARK) ? { id: `\0${id}`, moduleSideEffects: false } : null),
    load: (id) => (id.startsWith(`\0${MARK}`) ? `export default ${documents.get(id.slice(1)) ?? ''};` : null),
  };
}
