import type { Viewer } from '@linli/domain/access';
import { plainDateOf, type PlainDate } from '@linli/domain/base';
import type { PublishPointRulesInput } from '@linli/domain/organisation/member-points';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit } from '../../access/audit/index.js';
import { type Database, now, secondLook, statement, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { Refused } from '../../platform/graphql/index.js';
import type { PointRules } from './points.type.js';

/** All versions, the last first. */
export const pointRules = statement<object, PointRules>({
  name: 'point-rules',
  text: `
    SELECT id, version, valid_from, document_number,
      (SELECT jsonb_agg(jsonb_build_object('id', item.id, 'name', item.name, 'points', item.points) ORDER BY position)
       FROM point_item item WHERE item.rules_id = rules.id) AS items
    FROM point_rules rules ORDER BY version DESC`,
});

const insert = statement<
  Omit<PublishPointRulesInput, 'items'> & { version: number; items: string; byName: string },
  never
>({
  name: 'insert-point-rules',
  text: `
    WITH made AS (
      INSERT INTO point_rules (id, version, valid_from, document_number, published_by_name)
      VALUES (:id, :version, :validFrom, :documentNumber, :byName) RETURNING id
    )
    INSERT INTO point_item (rules_id, position, name, points)
    SELECT made.id, n, item ->> 'name', (item ->> 'points')::int
    FROM made, jsonb_array_elements(:items::jsonb) WITH ORDINALITY AS given (item, n)`,
});

const isSame = (known: PointRules, { validFrom, documentNumber, items }: PublishPointRulesInput): boolean =>
  known.validFrom === validFrom &&
  known.documentNumber === documentNumber &&
  known.items.length === items.length &&
  items.every(({ name, points }, i) => known.items[i]?.name === name && known.items[i].points === points);

/** 發布新規則 From a day to come, and after the version before: never retroactive. */
export const publishPointRules = (
  db: Database,
  viewer: Viewer,
  input: PublishPointRulesInput,
): Promise<PointRules | Refused> =>
  secondLook(() =>
    transaction(db, async (tx) => {
      const all = await pointRules(tx, {});
      const known = all.find(({ id }) => id === input.id);
      if (known) return isSame(known, input) ? known : new Refused(Refusal.CONFLICT);
      const [last] = all;
      const today: PlainDate = plainDateOf(await now(tx));
      if (input.validFrom <= today || (last && input.validFrom <= last.validFrom))
        return new Refused(Refusal.POINT_RULES_NOT_LATER);
      const version = (last?.version ?? 0) + 1;
      await insert(tx, { ...input, version, items: JSON.stringify(input.items), byName: viewer.name });
      await recordEvent(tx, {
        name: 'points.rules-published',
        subjectId: input.id,
        payload: { version: String(version) },
      });
      await recordAudit(tx, {
        ...{ actor: actorOf(viewer), action: 'POINT_RULES_PUBLISHED', places: placesOf(viewer) },
        subject: { kind: 'POINT_RULES', id: input.id, name: input.documentNumber },
        detail: { version, validFrom: input.validFrom },
      });
      return (await pointRules(tx, {})).find(({ id }) => id === input.id) ?? new Refused(Refusal.CONFLICT);
    }),
  );
