export default async () => (await import('./src/support/open-houses.ts')).closeHouses();
