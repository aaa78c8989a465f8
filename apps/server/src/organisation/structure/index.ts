import type { BoundedContext } from '../../platform/bounded-context.js';
import { Area } from './area.entity.js';
import { AreaResolver } from './area.resolver.js';
import { CoverageResolver } from './coverage.resolver.js';
import { ImportResolver } from './import.resolver.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationResolver } from './organisation.resolver.js';
import { FoldedNames1763800001010 } from './folded-names.migration.js';
import { Structure1763800001000 } from './structure.migration.js';
import { TwoNewSince1763800001020 } from './two-new-since.migration.js';
import { TwoNewVersions1763800001030 } from './two-new-versions.migration.js';
import { TwoNewResolver } from './two-new.resolver.js';

export { Area } from './area.entity.js';
export { areaById, areaOf, areasOn } from './area.queries.js';
export { areaShape } from './area.shape.js';
export { type Author, houseAuthor } from './author.js';
export {
  coverageOfChildren,
  coverageOn,
  coverageOnDays,
  coverageSeries,
  coveringOnDays,
} from './coverage.queries.js';
export { Coverage, CoveragePoint } from './coverage.type.js';
export { areaIdsByCode, type AreasToImport, importAreas, type Imported } from './import-areas.js';
export { areaLineage, areaLineageOf, organisationLineage } from './lineage.queries.js';
export { Organisation } from './organisation.entity.js';
export {
  organisationById,
  organisationNodes,
  organisationOf,
  organisationsOn,
} from './organisation.queries.js';
export { type OrganisationToSetUp, setUpOrganisations } from './set-up-organisation.js';
export { inForce, today } from './tree.queries.js';
export { recordTwoNewUnits, type TwoNewToRecord } from './two-new-rows.js';
export { twoNewCoverage } from './two-new.queries.js';

export const structure: BoundedContext = {
  entities: [Area, Organisation],
  migrations: [
    Structure1763800001000,
    FoldedNames1763800001010,
    TwoNewSince1763800001020,
    TwoNewVersions1763800001030,
  ],
  resolvers: [AreaResolver, OrganisationResolver, CoverageResolver, TwoNewResolver, ImportResolver],
};
