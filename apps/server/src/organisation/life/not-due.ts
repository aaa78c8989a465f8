/** Who asks is on no roster of it. */
export class NotDue extends Error {}
