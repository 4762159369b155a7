export { describeEndpoint } from './endpoint.ts';
export { type FtpOptions, FtpService } from './ftp-service.ts';
export { HomeGuard } from './home-guard.ts';
