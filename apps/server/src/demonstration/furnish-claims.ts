import { type CentreId, personId, type Viewer } from '@linli/domain/access';
import { addDays, type PlainDate } from '@linli/domain/base';
import { claimId, firstDayOf, monthOf } from '@linli/domain/services/claims';
import { idOf, sampleCentres, sampleSubsidyRules } from '@linli/sample';
import type { Transaction } from '../platform/database/index.js';
import { Refused } from '../platform/graphql/index.js';
import { draftClaim, submitClaim } from '../services/claims/index.js';

/** What the desk of the first centre asked the payers for: last month is with them, this month is being gathered. */
export async function furnishClaims(tx: Transaction, today: PlainDate): Promise<void> {
  const [centre] = sampleCentres;
  if (!centre) return;
  const centreId = centre.id as CentreId;
  const desk: Viewer = {
    ...{ personId: personId.parse(idOf('account shabei.qiantai')), face: 'CONSOLE', name: '周秀芬' },
    duties: [{ role: 'CENTRE_STAFF', centreId, areaId: null, organisationId: null }],
    caresFor: [],
  };
  const thisMonth = monthOf(today);
  const lastMonth = monthOf(addDays(firstDayOf(thisMonth), -1));
  for (const payer of new Set(sampleSubsidyRules.map((rule) => rule.payer))) {
    for (const month of [lastMonth, thisMonth]) {
      const id = claimId.parse(idOf(`claim ${payer} ${month}`));
      const draft = await draftClaim(tx, desk, { id, centreId, payer, month });
      if (draft instanceof Refused) throw new Error(`The claim was refused: ${draft.code}`);
      if (month === lastMonth && draft.meals > 0) await submitClaim(tx, desk, { id });
    }
  }
}
