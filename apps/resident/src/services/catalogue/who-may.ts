import type { OfferingFragment } from '../../gql/graphql';
import { useWords } from '../../shell/words';

/** For whom a service is, in a few words; empty when it is for all. */
export function useWhoMay(): (service: Pick<OfferingFragment, 'eligibility'>) => string {
  const { t } = useWords();
  return ({ eligibility: { minAge, careNeeds, areaName } }) =>
    [
      minAge ? t('resident.fromAge', { age: minAge }) : '',
      careNeeds.map((need) => t(`CareNeed.${need}`)).join(t('common.listComma')),
      areaName ? t('resident.livingIn', { area: areaName }) : '',
    ]
      .filter(Boolean)
      .join(t('resident.dot'));
}
