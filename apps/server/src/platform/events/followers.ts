import { Repeater } from '@graphql-yoga/subscription';

type Hand<Item> = (item: Item) => void;

/** Who follows which subject. */
export class Followers<Item extends { readonly subjectId: string }> {
  readonly #bySubject = new Map<string, Set<Hand<Item>>>();

  tell(item: Item): void {
    for (const hand of [...(this.#bySubject.get(item.subjectId) ?? [])]) hand(item);
  }

  /** How many subjects are followed: none is left over when all have gone. */
  get subjects(): number {
    return this.#bySubject.size;
  }

  /**
   * What was missed, then what comes, in one order whatever the number of subjects. What comes is kept from before the
   * past is read; who leaves is gone at once, also while waiting; who takes nothing for too long is let go.
   */
  follow(subjectIds: readonly string[], past: () => AsyncIterable<Item>): AsyncIterableIterator<Item> {
    return new Repeater<Item>(async (push, stop) => {
      const meanwhile: Item[] = [];
      let hand: Hand<Item> = (item) => void meanwhile.push(item);
      const left = new AbortController();
      const leave = this.#join(subjectIds, (item) => hand(item));
      void stop.then(() => {
        left.abort();
        leave();
      });
      for await (const item of past()) {
        await push(item);
        if (left.signal.aborted) return;
      }
      hand = (item) => {
        try {
          // It settles when the next one is taken: nothing to wait for here.
          push(item).catch(() => undefined);
        } catch {
          stop();
        }
      };
      meanwhile.forEach((item) => hand(item));
      await stop;
    });
  }

  #join(subjectIds: readonly string[], hand: Hand<Item>): () => void {
    for (const id of subjectIds) {
      this.#bySubject.set(id, (this.#bySubject.get(id) ?? new Set()).add(hand));
    }
    return () => {
      for (const id of subjectIds) {
        const hands = this.#bySubject.get(id);
        hands?.delete(hand);
        if (hands?.size === 0) this.#bySubject.delete(id);
      }
    };
  }
}
