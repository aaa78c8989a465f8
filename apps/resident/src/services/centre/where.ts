import { useEffect } from 'react';
import { useRead } from '../../data/use-read';
import { HomeDocument, type HomeQuery } from '../../gql/graphql';
import { noteCentre } from '../../shell/centre';
import { chosenCentre, chosenPerson } from '../../shell/session';
import { useSignal } from '../../shell/signal';

const KEPT = 'linli.at';

// Loading a page anew does not lead to another centre; coming home does, and so does the next visit.
try {
  if (location.pathname !== '/') chosenCentre.set(sessionStorage.getItem(KEPT));
  chosenCentre.subscribe(() => {
    const centre = chosenCentre.get();
    if (centre === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, centre);
  });
} catch {
  // no storage: it holds until the page is loaded anew
}

/** The centre, the people and the person at hand: what every page of the services begins with. */
export function useWhere(): {
  readonly home: HomeQuery | undefined;
  readonly centreId: string;
  readonly beneficiaryId: string;
  readonly error: unknown;
  readonly again: () => void;
} {
  const beneficiaryId = useSignal(chosenPerson);
  const elsewhere = useSignal(chosenCentre);
  const { data, error, again } = useRead(HomeDocument, { beneficiaryId }, { from: 'cache-first' });
  const centre = data?.home.centre;
  useEffect(() => {
    if (centre && !elsewhere) noteCentre(centre);
  }, [centre, elsewhere]);
  return {
    home: data,
    // Only with the person: what is asked for at a centre is asked for somebody.
    centreId: data ? (elsewhere ?? data.home.centre.id) : '',
    beneficiaryId: data?.home.beneficiary.id ?? '',
    error: data ? undefined : error,
    again,
  };
}
