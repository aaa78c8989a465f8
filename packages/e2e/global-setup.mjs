// Jest would load TypeScript here as CommonJS; an import at this moment goes through the loader that knows it.
export default async () => (await import('./src/support/open-houses.ts')).openHouses();
