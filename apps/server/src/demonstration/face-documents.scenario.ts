import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

const APPS = path.resolve(import.meta.dirname, '../../..');
const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** An operation of a face from its own files, with its fragments, printed as its client sends it. */
export function documentOf(face: 'resident' | 'console', operation: string): string {
  const folder = path.join(APPS, face, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.graphql'),
  );
  const all = files.flatMap((name) => parse(readFileSync(path.join(folder, name), 'utf8')).definitions);
  const found = all.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && node.name?.value === operation,
  );
  if (!found) throw new Error(`The ${face} does not ask "${operation}" any more`);
  const fragments = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void =>
    void visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = all.find(
          (each): each is FragmentDefinitionNode =>
            each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name.value,
        );
        if (!fragment || fragments.has(fragment)) return;
        fragments.add(fragment);
        collect(fragment);
      },
    });
  collect(found);
  return print(withTypenames({ kind: Kind.DOCUMENT, definitions: [found, ...fragments] }));
}

/** Apollo's client asks for the type of everything but the root. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (node, _key, parent): SelectionSetNode | undefined =>
      (parent as { kind?: string } | undefined)?.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [...node.selections, TYPENAME] },
  });

/** The same operation with one of its fields alone, under another name; fragments that are left over go. */
export function withOnly(field: string, document: string, name: string): string {
  const parsed = visit(parse(document), {
    OperationDefinition: (node) => ({
      ...node,
      name: { kind: Kind.NAME, value: name } as const,
      selectionSet: {
        ...node.selectionSet,
        selections: node.selectionSet.selections.filter(
          (each) => each.kind === Kind.FIELD && each.name.value === field,
        ),
      },
    }),
  });
  return print(parsed);
}
