import { type Env, reportFault } from '../http/index.ts';
import { deliverMail } from './deliver.ts';

/** What hosts confirm within this time goes out together. */
const TOGETHER_MS = 100;

/** Sends what a host's word has queued, without waiting for the clock. */
export class Postman {
  readonly #env: Env;
  #isCalled = false;

  constructor(env: Env) {
    this.#env = env;
  }

  /** Never throws: what it could not send is due again later. */
  async call(): Promise<void> {
    if (this.#isCalled) return;
    this.#isCalled = true;
    await scheduler.wait(TOGETHER_MS);
    this.#isCalled = false;
    try {
      await deliverMail(this.#env);
    } catch (error) {
      reportFault(error, 'mail');
    }
  }
}
