export { describeEndpoint } from './endpoint.ts';
export { type FtpOptions, FtpService } from './ftp-service.ts';
