export { mountPanelUsers } from './routes.ts';
