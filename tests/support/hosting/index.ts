export { type Client, ftps, idleSftp, lftp, openSessions, sftp, sftpByKey } from './clients.ts';
export { type CommandResult, command, mustRun } from './command.ts';
export { cryptScrypt } from './crypt.ts';
export { type Hosting, type HostingOptions, startHosting } from './hosting.ts';
export type { HostingPaths, HostingPorts } from './layout.ts';
export { canRunHosting, type Readiness } from './requirements.ts';
export type { Customer, TreeEntry } from './trees.ts';
