/** The folder in which a lesson runs: one that the reader named, or a temporary one. */
import { S_IFDIR, S_IFMT } from "../../host/constants.ts";
import { type Host, HostError } from "../../host/host.ts";

/** The absolute path of the folder, which may be there already. */
export function makeFolder(path: string, world: Host): string {
  try {
    world.files.mkdir(path, 0o755);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== "EEXIST") throw error;
  }
  return path.startsWith("/") ? path : `${world.files.getcwd() as string}/${path}`;
}

export function makeTemporaryFolder(world: Host): string {
  const random = Array.from(world.randomBytes(8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const path = `${world.process.environment.get("TMPDIR") ?? "/tmp"}/chaipy-tour-${random}`;
  world.files.mkdir(path, 0o700);
  return path;
}

/** Removes it with all that is in it; a symbolic link is removed, not followed. */
export function removeFolder(path: string, world: Host): void {
  for (const { name } of world.files.readdir(path)) {
    const entry = `${path}/${name as string}`;
    if ((world.files.lstat(entry).mode & S_IFMT) === S_IFDIR) removeFolder(entry, world);
    else world.files.unlink(entry);
  }
  world.files.rmdir(path);
}
