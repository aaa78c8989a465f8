import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type FirstCadre, firstCadreInput, makeFirstCadre } from '../administration/accounts/index.js';
import { contexts } from '../contexts.js';
import { migrate, openDatabase } from '../platform/database/index.js';
import { readEnvironment } from '../platform/environment.js';
import { CommandError, runCommand, withDatabase } from './command.js';

const USAGE = `usage: npm run first-cadre -- --account zhang.min --name 張敏
--account: 3 to 32 small letters, digits, dots, dashes; --name: as people know her or him.`;

const WHY_NOT: Record<Exclude<FirstCadre['is'], 'MADE'>, string> = {
  NOT_THE_FIRST:
    'There was a district cadre before: those make the accounts, in the console under 賬號. Nothing was changed.',
  NO_DISTRICT:
    'There is no district yet: import its divisions first, npm run import-areas -- FILE --commit DOCUMENT-NUMBER',
  NAME_TAKEN: 'The account name is taken: choose another --account.',
};

function wish() {
  const options = { account: { type: 'string' }, name: { type: 'string' } } as const;
  const { success, data } = firstCadreInput.safeParse(parseArgs({ options }).values);
  if (!success) throw new CommandError(USAGE);
  return data;
}

await runCommand(async () => {
  const wanted = wish();
  const environment = readEnvironment();
  if (environment.DEMONSTRATION)
    throw new CommandError(
      'DEMONSTRATION: is on, and has its accounts; for real people say DEMONSTRATION=off.',
    );
  const made = await withDatabase(environment, async (url) => {
    const database = await openDatabase(url, contexts, 2);
    try {
      await migrate(database);
      return await makeFirstCadre(database.manager, wanted);
    } finally {
      await database.destroy();
    }
  });
  if (made.is !== 'MADE') throw new CommandError(WHY_NOT[made.is]);
  console.log(`${made.district}: ${made.account}, password for the first sign-in: ${made.password}`);
  return true;
});
