/**
 * What the file systems of all machines do alike with descriptors: closing, doubling, inheriting, waiting or not.
 *
 * Trap: whether to wait belongs to the description, so that `dup` shares it; whether a child gets it, to the number.
 */
import { FdTable } from "./fd-table.ts";

export abstract class Descriptors<Description extends object> {
  protected readonly table = new FdTable<Description>(
    (description) => this.release(description),
    () => this.given(),
  );
  private readonly nonBlocking = new WeakSet<Description>();

  /** What the process was given at its start, beside 0, 1 and 2. */
  protected given(): [fd: number, description: Description][] {
    return [];
  }

  /** The last number of the description is closed. */
  protected abstract release(description: Description): void;

  close(fd: number): void {
    this.table.close(fd);
  }

  dup(fd: number): number {
    return this.table.dup(fd);
  }

  dup2(fd: number, target: number): void {
    this.table.dup2(fd, target);
  }

  isInheritable(fd: number): boolean {
    return this.table.isInheritable(fd);
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.table.setInheritable(fd, inheritable);
  }

  openNumbers(): number[] {
    return this.table.numbers();
  }

  inherited(): number[] {
    return this.table.inherited();
  }

  isBlocking(fd: number): boolean {
    return !this.nonBlocking.has(this.table.get(fd));
  }

  setBlocking(fd: number, blocking: boolean): void {
    if (blocking) this.nonBlocking.delete(this.table.get(fd));
    else this.nonBlocking.add(this.table.get(fd));
  }
}
