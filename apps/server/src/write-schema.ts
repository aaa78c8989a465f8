import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { contexts } from './contexts.js';
import { buildApi } from './platform/graphql/index.js';

const file = path.resolve(import.meta.dirname, '../../../packages/schema/schema.graphql');
const schema = await buildApi(contexts);
writeFileSync(
  file,
  `# Written by the server: pnpm schema\n\n${printSchema(lexicographicSortSchema(schema))}\n`,
);
console.log(`schema: ${file}`);
