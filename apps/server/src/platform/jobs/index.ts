export { type RunningJobs, startJobs } from './start-jobs.js';
