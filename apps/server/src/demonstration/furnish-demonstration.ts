import { type AreaId, personId, type Viewer } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { DISTRICT, idOf, sampleEstates } from '@linli/sample';
import { type Database, now, statement, transaction } from '../platform/database/index.js';
import { furnishBecoming } from './furnish-becoming.js';
import { furnishClaims } from './furnish-claims.js';
import { furnishClasses } from './furnish-classes.js';
import { furnishDeliveries } from './furnish-deliveries.js';
import { furnishJointMeetings } from './furnish-joint-meetings.js';
import { furnishKitchens } from './furnish-kitchens.js';
import { furnishTrees } from './furnish-organisation.js';
import { furnishLife } from './furnish-life.js';
import { furnishMemberPoints } from './furnish-member-points.js';
import { furnishMembers } from './furnish-members.js';
import { furnishPeopleAndBookings, furnishSampleAccounts } from './furnish-people.js';
import { furnishCentresAndServices } from './furnish-services.js';
import { furnishMoving } from './furnish-moving.js';
import { furnishSamplePosts } from './furnish-posts.js';
import { furnishRatings } from './furnish-ratings.js';
import { furnishResources } from './furnish-resources.js';
import { furnishStandingOrders } from './furnish-standing-orders.js';
import { furnishTalent } from './furnish-talent.js';
import { furnishTraining } from './furnish-training.js';
import { furnishVisits } from './furnish-visits.js';
import { furnishWaiting } from './furnish-waiting.js';

const isFurnished = statement<object, { furnished: boolean }>({
  name: 'is-furnished',
  text: 'SELECT EXISTS (SELECT FROM area) OR EXISTS (SELECT FROM account) AS furnished',
});

// Two servers that start together over one empty database furnish it once.
const lock = statement<object, never>({
  name: 'furnish-lock',
  text: 'SELECT pg_advisory_xact_lock(4111034)',
});
const analyse = statement<object, never>({ name: 'furnish-analyse', text: 'ANALYZE' });

/** Fills an empty database with the demonstration district, all of it or nothing; one that holds anything is left alone. */
export async function furnishDemonstration(
  db: Database,
  dataKey: Buffer,
  progress: (what: string) => void,
): Promise<void> {
  const done = await transaction(db, async (tx) => {
    await lock(tx, {});
    const [{ furnished } = { furnished: true }] = await isFurnished(tx, {});
    if (furnished) return false;
    const today = plainDateOf(await now(tx));
    const estates = sampleEstates(today);

    progress('示範數據 1/3 區劃與黨組織 divisions and organisations');
    const places = await furnishTrees(tx, estates, today);
    progress('示範數據 2/3 中心與服務 centres and services');
    const viewer = districtViewer(places.areaIds.get(DISTRICT) ?? null);
    await furnishCentresAndServices(tx, viewer, places.areaIds, today);
    progress('示範數據 3/3 居民與預約 residents and bookings');
    const { residents, bookings } = await furnishPeopleAndBookings(tx, { dataKey, estates, today }, places);
    await furnishMembers(tx, { dataKey, estates, residents, today }, places);
    await furnishSamplePosts(tx, today);
    await furnishTalent(tx, today);
    await furnishMoving(tx, viewer, today);
    const { areaIds, organisationIds } = places;
    const home = estates.find(({ code }) => organisationIds.has(`estate ${code}`));
    const homeBranch = organisationIds.get(`estate ${home?.code ?? ''}`);
    if (homeBranch) await furnishBecoming(tx, viewer, { home: homeBranch, today });
    await furnishLife(tx, today);
    await furnishTraining(tx, today);
    await furnishSampleAccounts(tx, estates, today, places);
    await furnishResources(tx, viewer);
    await furnishStandingOrders(tx, viewer, today);
    await furnishClasses(tx, viewer, today);
    await furnishWaiting(tx, viewer);
    await furnishDeliveries(tx, { viewer, dataKey, estates, residents, areaIds });
    await furnishVisits(tx, viewer);
    await furnishKitchens(tx);
    await furnishClaims(tx, today);
    await furnishRatings(tx, places, today);
    await furnishJointMeetings(tx, viewer, { organisationIds, estateCode: home?.code ?? '', today });
    if (homeBranch) await furnishMemberPoints(tx, viewer, { organisationId: homeBranch, today });
    progress(
      `示範數據就緒 ready: ${residents.length} 位虛構居民 made-up residents, ${bookings} 個預約 bookings`,
    );
    return true;
  });
  if (done) await analyse(db, {});
}

/** Sample data are made by whoever may make such things for the whole district. */
const districtViewer = (areaId: AreaId | null): Viewer => ({
  personId: personId.parse(idOf('account qu.zuzhi')),
  face: 'CONSOLE',
  name: '示範數據',
  duties: [{ role: 'DISTRICT_CADRE', areaId, organisationId: null, centreId: null }],
  caresFor: [],
});
