/** Tells of each name once when it comes and once when it has gone: saying it every second would not change what is wrong. */
export class Told {
  #names: ReadonlySet<string> = new Set();

  /** The names that were not among those of the last time, and those that no longer are. */
  news(names: readonly string[]): string[] {
    const before = this.#names;
    const now = new Set(names);
    this.#names = now;
    return [...names.filter((name) => !before.has(name)), ...[...before].filter((name) => !now.has(name))];
  }
}
