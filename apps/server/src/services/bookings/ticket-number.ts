/** The next of the session's own numbers, over `session_places` once `issued` counts it. */
export const ticketNumber = '(1000 + (first_ticket + issued - 1) % 9000)::text';
