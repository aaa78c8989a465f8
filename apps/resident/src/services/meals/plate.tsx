import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

/** The drawings are for the eye alone: the words of the menu do not wait for them, nor break without them. */
const load = () => import('@linli/ui/dishes');
const drawing = (): Promise<ComponentType<{ readonly look: string }>> =>
  load().then(
    ({ DishPlate }) => DishPlate,
    () => Empty,
  );
const Drawn = lazy(async () => ({ default: await drawing() }));

export const prefetchPlates = (): void => void load().catch(() => undefined);

export const Plate = ({ look }: { readonly look: string }): ReactElement => (
  <Suspense fallback={<Empty />}>
    <Drawn look={look} />
  </Suspense>
);

/** Keeps the place. */
const Empty = (): ReactElement => <svg className="plate" viewBox="0 0 100 100" aria-hidden="true" />;
