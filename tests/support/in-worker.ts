import { env, SELF } from 'cloudflare:test';
import { ApiClient } from './api-client.ts';
import { PASSWORD, plant, type Rows } from './build/index.ts';

/** Where the worker under test believes to live: development takes the request's own address. */
export const ORIGIN = 'http://localhost:8787';

export const anApiClient = (): ApiClient => new ApiClient((request) => SELF.fetch(request), ORIGIN);

/** A client that is signed in as somebody whose rows are planted. */
export const signedIn = (email: string, password: string = PASSWORD): Promise<ApiClient> => anApiClient().signIn(email, password);

/** Inserts rows into the worker's database. */
export const planted = (...parts: Rows[]): Promise<void> => plant(env.DB, ...parts);
