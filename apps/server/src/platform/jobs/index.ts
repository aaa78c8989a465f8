export { type JobHandler, type RunningJobs, startJobs } from './start-jobs.js';
