/** Tells of each name once for as long as it stays: saying it again every second would not change what is wrong. */
export class Told {
  #names: ReadonlySet<string> = new Set();

  /** The names that were not among those of the last time. */
  news(names: readonly string[]): string[] {
    const before = this.#names;
    this.#names = new Set(names);
    return names.filter((name) => !before.has(name));
  }
}
