export { runJobAt } from './run-job-at.js';
export { type RunningJobs, startJobs } from './start-jobs.js';
