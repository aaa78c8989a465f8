import type { AreaId, CentreId, Face, PersonId } from '@linli/domain/access';
import { newUuid, statement, type Database } from '../../platform/database/index.js';
import { hashOf, newToken } from './token.js';

const DAY = 24 * 60 * 60;
/** How long a session lasts in all; a console's also ends after 30 idle minutes. */
export const sessionSeconds: Record<Face, number> = {
  RESIDENT: 30 * DAY,
  CONSOLE: DAY / 2,
  SCREEN: 400 * DAY,
};

interface Opening {
  readonly face: Face;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly device: string;
  readonly areaId: AreaId | null;
  readonly centreId: CentreId | null;
}

const insertSignIn = statement<Opening & { id: string; tokenHash: Buffer; seconds: number }, never>({
  name: 'insert-sign-in',
  text: `
    INSERT INTO sign_in (id, token_hash, face, person_id, display_name, device, area_id, centre_id, ends_at)
    VALUES (:id, :tokenHash, :face, :personId, :displayName, :device, :areaId, :centreId,
            now() + make_interval(secs => :seconds))`,
});

/** Opens a session for a person who has proven who they are, and gives the token that only their cookie holds. */
export async function openSession(db: Database, opening: Opening): Promise<{ id: string; token: string }> {
  const [id, token] = [newUuid(), newToken()];
  const seconds = sessionSeconds[opening.face];
  await insertSignIn(db, { ...opening, id, tokenHash: hashOf(token), seconds });
  return { id, token };
}
