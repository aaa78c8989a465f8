import { beforeAll, expect, it } from '@jest/globals';
import { addDays } from '@linli/domain/base';
import { modelSiteId, ratingTemplateId, standardCheckId } from '@linli/domain/organisation/ratings';
import { holder } from '../../administration/district.scenario.js';
import { newId, testApi } from '../../testing/index.js';
import { givenParty, type Party, ratingScenario } from './ratings.scenario.js';

const api = testApi();
const { when, send, rate, scores, sql, today, noticeIsOver, stored, urban } = ratingScenario(api);
let party: Party;
beforeAll(async () => {
  party = await givenParty(api.database());
});

it('a branch declares and rates itself, the town reviews, the district confirms, publishes and grants; a star is taken', async () => {
  const { secretary, townCadre, district } = party;
  const { id } = await when.declares(secretary, await party.branch());
  expect(await when.ratesItself(secretary, id, 4)).toMatchObject({ state: 'SELF_RATED', points: 80 });
  expect(await when.ratesItself(secretary, id)).toMatchObject({ points: 100, isOwn: true });
  expect(await when.reviews(townCadre, id, 4)).toMatchObject({ state: 'REVIEWED', points: 80 });
  expect(await when.confirms(district, id, [4, { star: 3, fewer: 3 }])).toMatchObject({ points: 76 });
  expect(await when.publishes(district, id, 5)).toMatchObject({ code: 'NOTICE_TOO_SHORT' });
  expect(await when.publishes(district, id)).toMatchObject({ state: 'PUBLISHED' });
  expect(await when.grants(district, id)).toMatchObject({ code: 'NOTICE_NOT_OVER' });
  await noticeIsOver(id);
  expect(await when.appeals(secretary, id)).toMatchObject({ code: 'NOTICE_OVER' });
  // Four stars: the third lies below what it asks for.
  expect(await when.grants(district, id)).toMatchObject({ state: 'GRANTED', class: 'B', starsHeld: 4 });
  expect(await when.withdraws(district, id, 3)).toMatchObject({ code: 'STAR_NOT_HELD' });
  expect(await when.withdraws(district, id, 4)).toMatchObject({ starsHeld: 3 });
  const last = await when.withdraws(district, id, 4);
  expect(last).toMatchObject({ starsHeld: 3, state: 'GRANTED' });
  expect(last.stars).toContainEqual({ position: 4, reason: '發生安全事故' });
  expect(last.steps).toEqual([
    { move: 'RATE_ITSELF', byName: '邱建業' },
    { move: 'RATE_ITSELF', byName: '邱建業' },
    { move: 'REVIEW', byName: '賈志紅' },
    { move: 'CONFIRM', byName: '段永強' },
    { move: 'PUBLISH', byName: '段永強' },
    { move: 'GRANT', byName: '段永強' },
  ]);
  const trail = await sql('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY sequence', [id]);
  expect(trail.map(({ action }) => action)).toEqual([
    ...['RATING_DECLARED', 'RATING_RATE_ITSELF', 'RATING_RATE_ITSELF', 'RATING_REVIEW', 'RATING_CONFIRM'],
    ...['RATING_PUBLISH', 'RATING_GRANT', 'RATING_STAR_WITHDRAWN'],
  ]);
});

it('an appeal waits for its answer; upheld, the district confirms and publishes again', async () => {
  const { secretary, townCadre, district } = party;
  const { id } = await when.declares(secretary, await party.branch());
  await when.ratesItself(secretary, id);
  await when.reviews(townCadre, id);
  await when.confirms(district, id, [3]);
  expect(await when.appeals(secretary, id)).toMatchObject({ code: 'RATING_NOT_AT_THIS_STEP' });
  await when.publishes(district, id);
  const appealed = await when.appeals(secretary, id);
  const [appeal] = appealed.appeals as { id: string }[];
  expect(appealed).toMatchObject({ openAppeals: 1 });
  await noticeIsOver(id);
  expect(await when.grants(district, id)).toMatchObject({ code: 'APPEAL_OPEN' });
  expect(await when.answers(district, appeal?.id, true)).toMatchObject({ state: 'REVIEWED', openAppeals: 0 });
  expect(await when.answers(district, appeal?.id, false)).toMatchObject({ code: 'APPEAL_ANSWERED' });
  expect(await when.confirms(district, id)).toMatchObject({ state: 'CONFIRMED', points: 100 });
  await when.publishes(district, id);
  const second = (await when.appeals(secretary, id)).appeals as { id: string; upheld: boolean | null }[];
  const open = second.find(({ upheld }) => upheld === null);
  expect(await when.answers(district, open?.id, false)).toMatchObject({ state: 'PUBLISHED' });
  await noticeIsOver(id);
  expect(await when.grants(district, id)).toMatchObject({ class: 'A', starsHeld: 5 });
});

it('whoever rated it themselves takes no later step, whatever else they may do', async () => {
  const { townCadre, district, at } = party;
  const secretary = holder('BRANCH_SECRETARY', { areaId: at.estate });
  const both = {
    ...secretary,
    duties: [
      ...secretary.duties,
      { role: 'TOWN_CADRE' as const, areaId: at.town, organisationId: null, centreId: null },
      { role: 'DISTRICT_CADRE' as const, areaId: at.district, organisationId: null, centreId: null },
    ],
  };
  const { id } = await when.declares(both, await party.branch());
  await when.ratesItself(both, id);
  const before = await stored(id);
  expect(await when.reviews(both, id)).toMatchObject({ code: 'RATING_IS_YOUR_OWN' });
  expect(await stored(id)).toEqual(before);
  await when.reviews(townCadre, id);
  expect(await when.confirms(both, id)).toMatchObject({ code: 'RATING_IS_YOUR_OWN' });
  await when.confirms(district, id);
  expect(await when.publishes(both, id)).toMatchObject({ code: 'RATING_IS_YOUR_OWN' });
  await when.publishes(district, id);
  await noticeIsOver(id);
  expect(await when.grants(both, id)).toMatchObject({ code: 'RATING_IS_YOUR_OWN' });
  await when.grants(district, id);
  expect(await when.withdraws(both, id, 1)).toMatchObject({ code: 'RATING_IS_YOUR_OWN' });
});

it('no step before the one it follows, none twice, and the same step again is once', async () => {
  const { secretary, townCadre, district } = party;
  const organisation = await party.branch();
  const { id } = await when.declares(secretary, organisation);
  for (const early of [
    await when.reviews(townCadre, id),
    await when.confirms(district, id),
    await when.publishes(district, id),
    await when.grants(district, id),
  ])
    expect(early).toMatchObject({ code: 'RATING_NOT_AT_THIS_STEP' });
  expect(await when.declares(secretary, organisation)).toMatchObject({ code: 'RATED_ALREADY' });
  expect(await when.declares(secretary, organisation, { id, year: 2025 })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await when.declares(secretary, organisation, { id })).toMatchObject({ id });
  await when.ratesItself(secretary, id);
  await when.reviews(townCadre, id, 4);
  expect(await when.reviews(townCadre, id, 4)).toMatchObject({ state: 'REVIEWED' });
  expect(await when.reviews(townCadre, id, 3)).toMatchObject({ code: 'RATING_NOT_AT_THIS_STEP' });
  expect(await when.ratesItself(secretary, id)).toMatchObject({ code: 'RATING_NOT_AT_THIS_STEP' });
  expect(await sql('SELECT count(*)::int AS n FROM rating_step WHERE rating_id = $1', [id])).toEqual([
    { n: 2 },
  ]);
});

it('points name every criterion, a set is for its kinds, and nobody sees or moves what lies beyond their reach', async () => {
  const { secretary, neighbour, otherTownCadre } = party;
  const organisation = await party.branch();
  const [rural] = await sql(`SELECT id FROM rating_template WHERE set_key = 'RURAL'`);
  expect(await when.declares(secretary, organisation, { templateId: rural?.id })).toMatchObject({
    code: 'TEMPLATE_DOES_NOT_FIT',
  });
  const { id } = await when.declares(secretary, organisation);
  const all = await scores(5);
  for (const wrong of [all.slice(1), [...all.slice(1), all[1]], all.map((each) => ({ ...each, points: 6 }))])
    expect(await rate(secretary, 'rateItself', { id, scores: wrong })).toMatchObject({
      code: 'SCORES_DO_NOT_FIT',
    });
  expect(await when.ratesItself(neighbour, id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await when.reviews(otherTownCadre, id)).toMatchObject({ code: 'NOT_FOUND' });
  const LIST =
    'query ($year: Int!) { ratings(year: $year, first: 50) { ratings { id } } ratingCounts(year: $year) { count } }';
  const seen = async (viewer: typeof secretary) => {
    const { data } = await api.ask(viewer, LIST, { year: 2026 });
    const page = data?.ratings as { ratings: { id: string }[] };
    const counted = (data?.ratingCounts as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(page.ratings.length);
    return page.ratings.map((rating) => rating.id);
  };
  expect(await seen(secretary)).toContain(id);
  expect(await seen(party.district)).toContain(id);
  expect(await seen(neighbour)).toEqual([]);
});

it('a new version is for what is declared from its day on; what was declared before is rated by its own', async () => {
  const { secretary, district } = party;
  const before = await when.declares(secretary, await party.branch());
  const kinds = ['ESTATE_BRANCH'];
  const stars = [{ name: '黨建引領', passPoints: 8, criteria: [{ text: '三會一課', points: 10 }] }];
  const publish = (unlike: object) =>
    send(
      district,
      'publishRatingTemplate',
      {
        ...{ id: newId(ratingTemplateId), setKey: 'URBAN', name: '城市五星支部', kinds, stars },
        ...{ validFrom: today(), documentNumber: '郾組〔2026〕3號', classAFrom: 9, classBFrom: 7, ...unlike },
      },
      '... on RatingTemplate { id version stars { criteria { id points } } }',
    );
  const id = newId(ratingTemplateId);
  expect(await publish({ id })).toMatchObject({ version: 2 });
  expect(await publish({ id })).toMatchObject({ version: 2 });
  expect(await publish({ id, name: '別的' })).toMatchObject({ code: 'CONFLICT' });
  expect(await publish({ validFrom: addDays(today(), -1) })).toMatchObject({ code: 'TEMPLATE_NOT_LATER' });
  expect(await publish({ validFrom: addDays(today(), 30) })).toMatchObject({ version: 3 });
  const old = (await urban()).id;
  expect(await when.declares(secretary, await party.branch(), { templateId: old })).toMatchObject({
    code: 'TEMPLATE_NOT_IN_FORCE',
  });
  expect(await when.ratesItself(secretary, before.id)).toMatchObject({ points: 100 });
  expect(await when.declares(secretary, await party.branch(), { templateId: id })).toMatchObject({
    state: 'DECLARED',
  });
});

it('a check of standards says what is missing, a model site when it is over', async () => {
  const { townCadre, district } = party;
  const organisationId = await party.branch();
  const id = newId(standardCheckId);
  const check = (unlike: object = {}) =>
    send(
      townCadre,
      'recordStandardCheck',
      { id, organisationId, checkedOn: today(), met: ['PLACE', 'DUES'], ...unlike },
      '... on StandardCheck { met missing }',
    );
  expect((await check()).missing).toEqual([
    'COMMITTEE',
    'MEETINGS',
    'RECORDS',
    'SYSTEMS',
    'OPENNESS',
    'EQUIPMENT',
  ]);
  expect(await check()).toMatchObject({ met: ['PLACE', 'DUES'] });
  expect(await check({ met: ['PLACE'] })).toMatchObject({ code: 'CONFLICT' });
  expect(await check({ id: newId(standardCheckId), checkedOn: addDays(today(), 1) })).toMatchObject({
    code: 'CHECKED_IN_FUTURE',
  });
  const name = (days: number) =>
    send(
      district,
      'nameModelSite',
      {
        ...{
          id: newId(modelSiteId),
          organisationId,
          title: '市級標桿示範點',
          documentNumber: '漯組〔2025〕4號',
        },
        ...{ validFrom: addDays(today(), -400), validUntil: addDays(today(), days) },
      },
      '... on ModelSite { expired }',
    );
  expect(await name(0)).toMatchObject({ expired: false });
  expect(await name(-1)).toMatchObject({ expired: true });
  const { data } = await api.ask(party.neighbour, '{ standardChecks { id } modelSites { id } }');
  expect(data).toEqual({ standardChecks: [], modelSites: [] });
});
