/** Of whom one cares: what the page knows of the person. */
export interface Elder {
  readonly id: string;
  readonly name: string;
}
