import { type PersonId, personId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import { readOutbox } from '../../access/codes/index.js';
import { sealedPhone } from '../../organisation/people/index.js';
import { newUuid } from '../../platform/database/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { newId, type testApi } from '../../testing/index.js';
import { holder } from '../district.scenario.js';

export const GRANT = `__typename ... on CareGrant { id elderName carerName carerPhone scopes until state way endedBy mayChange mayRevoke }
  ... on Refused { code }`;
const verb = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${name === 'requestCareCode' ? '__typename ... on CareCodeSent { maskedPhone } ... on Refused { code }' : GRANT} } }`;

export type Answer = Readonly<Record<string, unknown>>;
let phones = 13_600_000_000;

/** The words of granting care. */
export function careScenario(api: ReturnType<typeof testApi>) {
  const { dataKey } = readEnvironment({ PORT: '0' });
  const inDays = (days: number): PlainDate => addDays(plainDateOf(new Date()), days);
  const given = {
    inDays,
    async person(name: string, home: string): Promise<Viewer & { readonly phone: string }> {
      phones += 1;
      const id: PersonId = newId(personId);
      const { phoneCipher, phoneIndex, phoneMasked } = sealedPhone(dataKey, String(phones));
      await api.database().query(
        `INSERT INTO resident (id, name, birth_date, building_id, phone_cipher, phone_index, phone_masked)
         VALUES ($1, $2, '1948-01-01', $3, $4, $5, $6)`,
        [id, name, home, phoneCipher, phoneIndex, phoneMasked],
      );
      return { ...holder('RESIDENT', {}, name), personId: id, phone: String(phones) };
    },
    /** The answer of a verb, or the code of the failure. */
    does: async (viewer: Viewer, name: string, input: object): Promise<Answer> => {
      const { data, errors } = await api.ask(viewer, verb(name), { input });
      return (data?.[name] ?? { failure: errors?.[0]?.extensions.code }) as Answer;
    },
    async code(elder: Viewer & { readonly phone: string }): Promise<string> {
      await api.database().query(`UPDATE sign_in_code SET sent_at = sent_at - interval '2 minutes'`);
      await given.does(elder, 'requestCareCode', { elderId: elder.personId });
      const messages = await readOutbox(api.database(), dataKey, false);
      const text = messages.find(
        ({ phone, text }) => phone === elder.phone && text.includes('照護授權'),
      )?.text;
      return /\d{6}/.exec(text ?? '')?.[0] ?? 'none';
    },
    wish: (elder: Viewer, carer: Viewer & { readonly phone: string }, unlike: object = {}) => ({
      ...{ id: newUuid(), elderId: elder.personId, carerName: carer.name, carerPhone: carer.phone },
      ...{ scopes: ['BOOKINGS'], until: inDays(30), ...unlike },
    }),
    async grants(viewer: Viewer, id: PersonId): Promise<Answer[]> {
      const { data } = await api.ask(
        viewer,
        `query ($id: ID!) { careGrants(residentId: $id) { id elderName carerName state scopes mayChange mayRevoke } }`,
        { id },
      );
      return (data?.careGrants ?? []) as Answer[];
    },
    rows: (elder: Viewer): Promise<Answer[]> =>
      api.database().query<Answer[]>(
        `SELECT carer_id, scopes, way, ended_by, revoked_at IS NULL AND ends_at > now() AS in_force,
           (ends_at AT TIME ZONE 'Asia/Shanghai')::text AS ends
         FROM carer_grant WHERE elder_id = $1 ORDER BY granted_at, id`,
        [elder.personId],
      ),
    trail: (elder: Viewer): Promise<Answer[]> =>
      api.database().query<Answer[]>(
        `SELECT action, actor_name, subject_name, detail FROM audit_entry
         WHERE subject_id = $1 AND action LIKE 'CARE_%' ORDER BY sequence`,
        [elder.personId],
      ),
  };
  return given;
}
