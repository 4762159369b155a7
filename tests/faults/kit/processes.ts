import { readdirSync, readlinkSync } from 'node:fs';

/** Processes other than this one that hold a file below a folder open: whatever was started for it and still runs. */
export function processesHolding(dir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => openFilesOf(pid).some((file) => file.startsWith(`${dir}/`)))
    .map(Number);
}

function openFilesOf(pid: string): string[] {
  return ['cwd', 'root', ...namesIn(`/proc/${pid}/fd`).map((fd) => `fd/${fd}`)].map((link) => targetOf(`/proc/${pid}/${link}`));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // It ended while we were looking.
  }
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // Closed while we were looking.
  }
}
