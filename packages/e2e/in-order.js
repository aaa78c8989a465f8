import Sequencer from '@jest/test-sequencer';

/** By name, the same everywhere; E2E_ORDER=REVERSE shows whether a file leans on one that ran before it. */
export default class InOrder extends Sequencer {
  sort(tests) {
    const sorted = [...tests].sort((one, other) => one.path.localeCompare(other.path));
    return process.env.E2E_ORDER === 'REVERSE' ? sorted.reverse() : sorted;
  }
}
