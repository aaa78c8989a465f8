import type { MigrationInterface, QueryRunner } from 'typeorm';

const span = `tstzrange(session.starts_at, session.ends_at + service.turnaround_minutes * interval '1 minute')`;

// The rows of the resources first, by id: an exclusion constraint alone makes two who come at once wait in a circle.
const take = `
  CREATE FUNCTION take_resources(wanted uuid) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM resource
    WHERE id IN (
      SELECT resource_id FROM session JOIN service_resource needed ON needed.service_id = session.service_id
      WHERE session.id = wanted
    ) ORDER BY id FOR NO KEY UPDATE;
    INSERT INTO resource_hold (resource_id, session_id, span)
    SELECT needed.resource_id, session.id, ${span}
    FROM session JOIN service ON service.id = session.service_id
      JOIN service_resource needed ON needed.service_id = service.id
    WHERE session.id = wanted
    ORDER BY needed.resource_id
    ON CONFLICT (resource_id, session_id) DO NOTHING;
  END $$`;

const letGo = `
  CREATE FUNCTION let_resources_go(given uuid) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM resource
    WHERE id IN (SELECT resource_id FROM resource_hold WHERE session_id = given) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM resource_hold WHERE session_id = given;
  END $$`;

const triggers = [
  `CREATE FUNCTION resources_follow_places() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.taken > 0 THEN PERFORM take_resources(NEW.session_id);
     ELSE PERFORM let_resources_go(NEW.session_id); END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER resources_follow_places AFTER UPDATE OF taken ON session_places FOR EACH ROW
   WHEN ((OLD.taken > 0) <> (NEW.taken > 0)) EXECUTE FUNCTION resources_follow_places()`,
  `CREATE FUNCTION resources_follow_session() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE resource_hold SET span = ${span}
     FROM session JOIN service ON service.id = session.service_id
     WHERE session.id = NEW.id AND resource_hold.session_id = session.id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER resources_follow_session AFTER UPDATE OF starts_at, ends_at ON session FOR EACH ROW
   WHEN (OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at) EXECUTE FUNCTION resources_follow_session()`,
  `CREATE FUNCTION holds_follow_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'INSERT' THEN
       PERFORM take_resources(session.id)
       FROM session JOIN session_places places ON places.session_id = session.id
       WHERE session.service_id = NEW.service_id AND session.ends_at > now() AND places.taken > 0;
     ELSE
       DELETE FROM resource_hold USING session
       WHERE session.id = resource_hold.session_id AND session.service_id = OLD.service_id
         AND resource_hold.resource_id = OLD.resource_id AND session.ends_at > now();
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER holds_follow_assignment AFTER INSERT OR DELETE ON service_resource
   FOR EACH ROW EXECUTE FUNCTION holds_follow_assignment()`,
];

/** Resources know nothing of bookings: what is booked takes them, and what is given back lets them go. */
export class ResourceHolds1763800005050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [take, letGo, ...triggers]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP FUNCTION take_resources, let_resources_go, resources_follow_places, resources_follow_session,
         holds_follow_assignment CASCADE`,
    );
  }
}
