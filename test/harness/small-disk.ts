import { spawnSync } from "node:child_process";
import { chownSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNPRIVILEGED } from "./postgres-server.ts";

const CHUNK = new Uint8Array(4_096);

/** A disk of its own that is soon full, in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  readonly fill: () => void;
  /** Takes away what `fill` has put there. */
  readonly free: () => void;
  readonly remove: () => void;
}

/** Why there can be none here; undefined when there can. */
export function smallDiskFault(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "only root may mount a small disk, on Linux";
  try {
    mountSmallDisk(1).remove();
    return undefined;
  } catch (error) {
    return `a small disk cannot be mounted: ${(error as Error).message}`;
  }
}

/** Belongs to the user that PostgreSQL runs as. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "slotline-small-disk-"));
  const filler = join(folder, "filler");
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
    encoding: "utf8",
  });
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(mounted.stderr?.trim() || "mount does not run");
  }
  chownSync(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      // Lazily: whoever still has a file open there keeps no mount behind.
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillUp(filler: string): void {
  const file = openSync(filler, "a");
  try {
    for (;;) writeSync(file, CHUNK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}
