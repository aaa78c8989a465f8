const MOST = 20_000;

/** What was found before, by a key; who was found longest ago is forgotten first. */
export class Remembered<Value> {
  readonly #values = new Map<string, Value>();

  constructor(private readonly most = MOST) {}

  keep(key: string, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.most) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }

  find(key: string): Value | undefined {
    return this.#values.get(key);
  }

  forget(key: string): void {
    this.#values.delete(key);
  }
}
