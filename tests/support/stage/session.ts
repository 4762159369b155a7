import { ApiClient } from '../api-client.ts';

/** Someone at a browser of the edge's own site who is not signed in, such as a grantee with an invitation. */
export const visitor = (edge: { url: string }): ApiClient => new ApiClient((request) => fetch(request), edge.url);

/** Signs in through the API; throws when that is refused. */
export const signIn = (edge: { url: string }, email: string, password: string): Promise<ApiClient> =>
  visitor(edge).signIn(email, password);
