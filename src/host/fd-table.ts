/**
 * FdTable: descriptor numbers over open file descriptions, as in a Unix process.
 *
 * Invariant: a new descriptor takes the lowest free number; `dup` shares the description, and with it the file position;
 * a description is released when its last number closes.
 */
import { HostError } from "./host.ts";

/** Linux's default soft limit, so that runaway opening ends in EMFILE here too. */
const MAXIMUM_DESCRIPTORS = 1_048_576;

export class FdTable<Description> {
  private readonly open = new Map<number, { description: Description; users: number }>();

  /** Numbers that a child may be given though nobody named them. */
  private readonly inheritable = new Set<number>([0, 1, 2]);

  private hasAdopted = false;

  /** `given` tells what the process was given beside 0, 1 and 2, when another number is first asked for. */
  constructor(
    private readonly release: (description: Description) => void,
    private readonly given: () => readonly (readonly [fd: number, description: Description])[] = () => [],
  ) {}

  /** Take over what the process was given. Whoever opens something of the system's own does this before. */
  adopt(): void {
    if (this.hasAdopted) return;
    this.hasAdopted = true;
    for (const [fd, description] of this.given()) {
      if (this.open.has(fd)) continue;
      this.open.set(fd, { description, users: 1 });
      this.inheritable.add(fd);
    }
  }

  private entry(fd: number): { description: Description; users: number } {
    if (fd > 2) this.adopt();
    const entry = this.open.get(fd);
    if (entry === undefined) throw new HostError("EBADF");
    return entry;
  }

  add(description: Description): number {
    const fd = this.lowestFree();
    this.open.set(fd, { description, users: 1 });
    if (fd > 2) this.inheritable.delete(fd);
    return fd;
  }

  get(fd: number): Description {
    return this.entry(fd).description;
  }

  close(fd: number): void {
    const entry = this.entry(fd);
    this.open.delete(fd);
    entry.users -= 1;
    if (entry.users === 0) this.release(entry.description);
  }

  dup(fd: number): number {
    const entry = this.entry(fd);
    const copy = this.lowestFree();
    entry.users += 1;
    this.open.set(copy, entry);
    this.inheritable.delete(copy);
    return copy;
  }

  dup2(fd: number, target: number): void {
    const entry = this.entry(fd);
    if (target < 0 || target >= MAXIMUM_DESCRIPTORS) throw new HostError("EBADF");
    this.adopt();
    if (fd === target) return;
    if (this.open.has(target)) this.close(target);
    entry.users += 1;
    this.open.set(target, entry);
    this.inheritable.add(target);
  }

  isInheritable(fd: number): boolean {
    this.get(fd);
    return this.inheritable.has(fd);
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.get(fd);
    if (inheritable) this.inheritable.add(fd);
    else this.inheritable.delete(fd);
  }

  /** All that are open, in order. */
  numbers(): number[] {
    this.adopt();
    return [...this.open.keys()].sort((a, b) => a - b);
  }

  /** Open and inheritable, in order. */
  inherited(): number[] {
    return this.numbers().filter((fd) => this.inheritable.has(fd));
  }

  private lowestFree(): number {
    let fd = 0;
    while (fd <= 2 && this.open.has(fd)) fd += 1;
    if (fd > 2) this.adopt();
    while (this.open.has(fd)) fd += 1;
    if (fd >= MAXIMUM_DESCRIPTORS) throw new HostError("EMFILE");
    return fd;
  }
}
