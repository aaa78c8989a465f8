import { startCluster } from './platform/embedded-postgres/index.js';
import { readEnvironment } from './platform/environment.js';
import { log } from './platform/log.js';
import { live } from './platform/process-life.js';

// For `npm run dev`: the database goes on while the server restarts at each edit.
await live(async (life) => {
  const cluster = await startCluster(readEnvironment().DATA_DIR, {
    onLost: (error) => {
      log.fatal(error.message);
      void life.end(1);
    },
  });
  life.ending.addEventListener('abort', () => cluster.announceStop());
  life.atEnd(() => cluster.stop());
  process.send?.({ url: cluster.url('postgres') });
});
