interface Plan<Item, Result> {
  readonly most: number;
  readonly keyOf: (item: Item) => string;
  /** Must these two be in different batches? */
  readonly apart: (one: Item, other: Item) => boolean;
  readonly work: (items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/** One batch at a time for each key: what comes while one is at work is the next. */
export class Queues<Item, Result> {
  readonly #byKey = new Map<string, Waiting<Item, Result>[]>();

  constructor(private readonly plan: Plan<Item, Result>) {}

  add(item: Item): Promise<Result> {
    const key = this.plan.keyOf(item);
    return new Promise((settle, fail) => {
      const waiting = { item, settle, fail };
      const queue = this.#byKey.get(key);
      if (queue) {
        queue.push(waiting);
        return;
      }
      this.#byKey.set(key, [waiting]);
      void this.#serve(key);
    });
  }

  async #serve(key: string): Promise<void> {
    for (;;) {
      const queue = this.#byKey.get(key) ?? [];
      if (queue.length === 0) {
        this.#byKey.delete(key);
        return;
      }
      const batch = this.#next(queue);
      this.#byKey.set(
        key,
        queue.filter((waiting) => !batch.includes(waiting)),
      );
      try {
        const results = await this.plan.work(batch.map(({ item }) => item));
        batch.forEach(({ settle }, i) => settle(results[i] as Result));
      } catch (error) {
        batch.forEach(({ fail }) => fail(error));
      }
    }
  }

  /** In the order in which they came; whoever has to be apart from one of them waits on. */
  #next(queue: readonly Waiting<Item, Result>[]): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    for (const waiting of queue) {
      if (batch.length === this.plan.most) break;
      if (!batch.some(({ item }) => this.plan.apart(item, waiting.item))) batch.push(waiting);
    }
    return batch;
  }
}
