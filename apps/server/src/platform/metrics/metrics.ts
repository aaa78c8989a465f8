import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted, whether or not somebody asks for it. Names of our own things only: no label is ever a person's. */
export const registry = new Registry();
const registers = [registry];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const requests = new Counter({
  name: 'linli_requests_total',
  help: 'GraphQL requests by operation (its first field) and outcome: OK, REFUSED or the code of the error.',
  labelNames: ['operation', 'outcome'],
  registers,
});

export const requestSeconds = new Histogram({
  name: 'linli_request_seconds',
  help: 'How long GraphQL requests take.',
  labelNames: ['operation'],
  buckets: SECONDS,
  registers,
});

export const openSockets = new Gauge({
  name: 'linli_open_sockets',
  help: 'Sockets of faces that follow the news.',
  registers,
});

export const relayLag = new Gauge({
  name: 'linli_relay_lag_seconds',
  help: 'How old the newest news was when it was handed on, 0 without any; or how long none could be read.',
  registers,
});

export const jobRuns = new Counter({
  name: 'linli_job_runs_total',
  help: 'Runs of jobs by name and outcome: OK or FAILED.',
  labelNames: ['job', 'outcome'],
  registers,
});

export const jobSeconds = new Histogram({
  name: 'linli_job_seconds',
  help: 'How long jobs run.',
  labelNames: ['job'],
  buckets: [...SECONDS, 30, 60, 300],
  registers,
});
