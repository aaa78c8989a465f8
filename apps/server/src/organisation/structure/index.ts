import type { BoundedContext } from '../../platform/bounded-context.js';
import { Area } from './area.entity.js';
import { Organisation } from './organisation.entity.js';
import { Structure1763800001000 } from './structure.migration.js';

export { Area } from './area.entity.js';
export { type Author, houseAuthor } from './author.js';
export { areaIdsByCode, type AreasToImport, importAreas, type Imported } from './import-areas.js';
export { areaLineage, areaLineageOf, organisationLineage } from './lineage.queries.js';
export { Organisation } from './organisation.entity.js';

export const structure: BoundedContext = {
  entities: [Area, Organisation],
  migrations: [Structure1763800001000],
  resolvers: [],
};
