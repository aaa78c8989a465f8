export { furnishDemonstration } from './furnish-demonstration.js';
export { demonstrationSignIns } from './sign-ins.js';
