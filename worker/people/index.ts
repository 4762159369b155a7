export { sweepReviews } from './review.ts';
export { mountPeople } from './routes.ts';
