export { type SealedPassword, sealChosen, sealGenerated } from './seal.ts';
