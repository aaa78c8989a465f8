// Our content security policy forbids eval. zod tries it once, in vain, and the browser complains: it need not try.
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true };
export {};
