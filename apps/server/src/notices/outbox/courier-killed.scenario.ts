import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { contexts } from '../../contexts.js';
import { openDatabase } from '../../platform/database/index.js';
import { startCourier } from './courier.js';
import { outboxSender } from './senders.js';

// A process of its own, to be killed: carries from the moment it is told to, by a clock that is so many seconds ahead.
const { COURIER_DATABASE = '', COURIER_KEY = '' } = process.env;
const source = await openDatabase(COURIER_DATABASE, contexts, 8);
const dataKey = Buffer.from(COURIER_KEY, 'hex');
const page = outboxSender(source.manager, dataKey, 'SMS');
const slowly = () => sleep(Math.random() * 15);

process.on('message', (ahead: number) => {
  startCourier(
    {
      ...{ db: source.manager, dataKey },
      clockOf: () => Promise.resolve(new Date(Date.now() + ahead * 1000)),
      senders: [
        {
          channel: 'SMS',
          knowsKeysFor: 1e9,
          send: async (message, signal) => {
            await slowly();
            const outcome = await page.send(message, signal);
            await slowly();
            return outcome;
          },
        },
      ],
    },
    1,
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
