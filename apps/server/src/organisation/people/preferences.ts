import type { PersonId, Viewer } from '@linli/domain/access';
import type { SavePreferencesInput } from '@linli/domain/organisation/people';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Preferences } from './resident.type.js';

const selectPreferences = statement<{ id: PersonId }, Preferences>({
  name: 'preferences',
  text: 'SELECT language, elder_mode FROM resident WHERE id = :id',
});

const updatePreferences = statement<SavePreferencesInput & { id: PersonId }, Preferences>({
  name: 'save-preferences',
  text: `
    UPDATE resident SET language = :language, elder_mode = :elderMode WHERE id = :id
    RETURNING language, elder_mode`,
});

export const preferencesOf = async (db: Database, { personId }: Viewer): Promise<Preferences> =>
  onlyOne(await selectPreferences(db, { id: personId }));

export const savePreferences = async (
  db: Database,
  { personId }: Viewer,
  input: SavePreferencesInput,
): Promise<Preferences> => onlyOne(await updatePreferences(db, { ...input, id: personId }));

// Cadres and screens keep theirs in the browser.
function onlyOne([preferences]: Preferences[]): Preferences {
  if (!preferences) throw notFound('resident');
  return preferences;
}
