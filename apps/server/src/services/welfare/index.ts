import type { BoundedContext } from '../../platform/bounded-context.js';
import { Welfare1763800006020 } from './welfare.migration.js';
import { WelfareResolver } from './welfare.resolver.js';

export {
  closeWelfareCheck,
  mealHandedOver,
  openWelfareCheck,
  recordWelfareStep,
  revealWelfareNumber,
} from './welfare.js';
export { welfareChecks } from './welfare.queries.js';

/** 探視 A door stayed shut: open until somebody has seen the person. */
export const welfare: BoundedContext = {
  entities: [],
  migrations: [Welfare1763800006020],
  resolvers: [WelfareResolver],
};
