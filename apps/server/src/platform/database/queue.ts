interface Plan<Item, Result> {
  /** How many items go together, and how many batches are at work at once. */
  readonly most: number;
  readonly atOnce: number;
  /** What is in one batch at a time: while one of these is at work, others of the kind wait. */
  readonly keyOf?: (item: Item) => string;
  /** Two that have one of these in common are never in one batch. */
  readonly marksOf?: (item: Item) => readonly string[];
  /** A promise for each, which may be kept later than the whole: only its key waits for it. */
  readonly work: (items: readonly Item[]) => Promise<readonly Promise<Result>[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/** What comes while others are at work goes together with what came meanwhile, in the order in which it came. */
export class Queue<Item, Result> {
  #waiting: Waiting<Item, Result>[] = [];
  readonly #busy = new Set<string>();
  #running = 0;

  constructor(private readonly plan: Plan<Item, Result>) {}

  add(item: Item): Promise<Result> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ item, settle, fail });
      this.#start();
    });
  }

  #start(): void {
    while (this.#running < this.plan.atOnce) {
      const batch = this.#next();
      if (batch.length === 0) return;
      this.#running += 1;
      void this.#run(batch);
    }
  }

  async #run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const keys = new Set(batch.flatMap(({ item }) => this.#keyOf(item)));
    keys.forEach((key) => this.#busy.add(key));
    const promises = await this.plan
      .work(batch.map(({ item }) => item))
      .catch((error: unknown) => batch.map(() => Promise.reject(error as Error)));
    this.#running -= 1;
    const settled = batch.map(({ settle, fail }, i) =>
      (promises[i] ?? Promise.reject(new Error('Nothing came of it'))).then(settle, fail),
    );
    for (const key of keys) {
      const own = settled.filter((_each, i) => this.#keyOf(batch[i]?.item).includes(key));
      void Promise.all(own).then(() => {
        this.#busy.delete(key);
        this.#start();
      });
    }
    this.#start();
  }

  /** One, or none where nothing waits for anything. */
  #keyOf(item: Item | undefined): string[] {
    return item === undefined || !this.plan.keyOf ? [] : [this.plan.keyOf(item)];
  }

  #next(): Waiting<Item, Result>[] {
    const { most, marksOf } = this.plan;
    const [batch, rest] = [[] as Waiting<Item, Result>[], [] as Waiting<Item, Result>[]];
    const marks = new Set<string>();
    for (const waiting of this.#waiting) {
      const own = marksOf?.(waiting.item) ?? [];
      const fits =
        batch.length < most &&
        !this.#keyOf(waiting.item).some((key) => this.#busy.has(key)) &&
        !own.some((mark) => marks.has(mark));
      (fits ? batch : rest).push(waiting);
      if (fits) own.forEach((mark) => marks.add(mark));
    }
    this.#waiting = rest;
    return batch;
  }
}
