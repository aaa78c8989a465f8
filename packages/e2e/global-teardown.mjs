export default async () => (await import('./src/support/open-shared-house.ts')).closeSharedHouse();
