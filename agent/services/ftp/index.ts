export { describeEndpoint } from './endpoint.ts';
export { examineFtp } from './examine.ts';
export { type FtpOptions, FtpService } from './ftp-service.ts';
