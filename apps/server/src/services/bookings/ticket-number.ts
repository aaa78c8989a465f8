/** The ticket number of the so-manieth of a session's own run. */
const ticket = (count: string): string => `(1000 + (${count} - 1) % 9000)::text`;

/** The next of the session's own numbers, over `session_places` once `issued` counts it. */
export const ticketNumber = ticket('first_ticket + issued');

/** The numbers of several, each at its `turn`, before `issued` counts any of them. */
export const ticketNumberOfTurn = ticket('first_ticket + issued + turn');
