import type { PersonId, Viewer } from '@linli/domain/access';
import type { SavePreferencesInput } from '@linli/domain/organisation/people';
import { type Database, statement } from '../../platform/database/index.js';
import { notFound } from '../../platform/graphql/index.js';
import type { Preferences } from './resident.type.js';

const COLUMNS = 'language, elder_mode, sms_notices, wechat_notices, reminders, meal_reminders';

const selectPreferences = statement<{ id: PersonId }, Preferences>({
  name: 'preferences',
  text: `SELECT ${COLUMNS} FROM resident WHERE id = :id`,
});

// What is left out stays as it is: an app of yesterday turns nothing off.
const updatePreferences = statement<Required<SavePreferencesInput> & { id: PersonId }, Preferences>({
  name: 'save-preferences',
  text: `
    UPDATE resident SET language = :language, elder_mode = :elderMode,
      sms_notices = coalesce(:smsNotices, sms_notices), wechat_notices = coalesce(:wechatNotices, wechat_notices),
      reminders = coalesce(:reminders, reminders), meal_reminders = coalesce(:mealReminders, meal_reminders)
    WHERE id = :id
    RETURNING ${COLUMNS}`,
});

export const preferencesOf = async (db: Database, { personId }: Viewer): Promise<Preferences> =>
  onlyOne(await selectPreferences(db, { id: personId }));

export const savePreferences = async (
  db: Database,
  { personId }: Viewer,
  { language, elderMode, ...notices }: SavePreferencesInput,
): Promise<Preferences> => {
  const { smsNotices = null, wechatNotices = null, reminders = null, mealReminders = null } = notices;
  const wishes = { smsNotices, wechatNotices, reminders, mealReminders };
  return onlyOne(await updatePreferences(db, { language, elderMode, ...wishes, id: personId }));
};

// Cadres and screens keep theirs in the browser.
function onlyOne([preferences]: Preferences[]): Preferences {
  if (!preferences) throw notFound('resident');
  return preferences;
}
