import { type Database, statement } from '../../platform/database/index.js';

/** As long as anybody looks back, and a booking can be made ahead: until then its key says that it was told. */
const KEPT_DAYS = 400;

const forget = statement<object, never>({
  name: 'forget-notices',
  text: `DELETE FROM notice WHERE at < now() - interval '${KEPT_DAYS} days'`,
});

export const forgetNotices = (db: Database): Promise<unknown> => forget(db, {});
