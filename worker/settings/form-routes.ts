import { judge, tidyAnswers } from '../../content/settings/index.ts';
import { sha256Hex } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, callerAddress, define, refuse } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { change } from './change.ts';
import { fill, takesAnswers } from './rules.ts';
import { loadByToken, type StoredRequest } from './store.ts';
import { formView, standingOf } from './view.ts';

const find = async (db: Database, token: string): Promise<StoredRequest> =>
  (await loadByToken(db, await sha256Hex(token))) ?? refuse('setting-form-invalid');

/** Whoever holds the link, by the name it was sent to. */
const bearer = ({ request }: StoredRequest, sent: Request): Actor => ({
  kind: 'grantee',
  id: null,
  name: request.helperName,
  from: callerAddress(sent),
});

function checkAnswers(row: StoredRequest, answers: Readonly<Record<string, string>>): Record<string, string> {
  const { setting } = standingOf(row);
  const faults = Object.entries(judge(setting, answers)).map(([field, code]) => [`answers.${field}`, code] as const);
  if (faults.length > 0) refuse('invalid-input', Object.fromEntries(faults));
  return tidyAnswers(setting, answers);
}

/** Mounts what the link in a letter lets its bearer do: say what exactly to change. It opens nothing. */
export function mountForms(app: App): void {
  app.openapi(define('readSettingForm'), async (c) =>
    c.json(formView(await find(c.get('db'), c.req.valid('json').token), Date.now()), 200),
  );

  app.openapi(define('fillSettingForm'), async (c) => {
    const [db, now] = [c.get('db'), Date.now()];
    const { token, answers: said, comment } = c.req.valid('json');
    const row = await find(db, token);
    const by = { actor: bearer(row, c.req.raw), now, op: c.get('idempotencyId') };
    if (row.request.op === by.op) return c.json(formView(row, now), 200);
    if (!takesAnswers(standingOf(row), now)) refuse('setting-request-over');
    const answers = checkAnswers(row, said);
    const hash = await sha256Hex(token);
    const changed = await change(
      db,
      () => loadByToken(db, hash),
      (standing) => {
        if (!takesAnswers(standing, now)) return 'setting-request-over';
        const { stepsDone, tells } = fill(standing, answers);
        return {
          set: {
            state: 'answered',
            answers: JSON.stringify(answers),
            comment,
            answeredAt: now,
            stepsDone: JSON.stringify(stepsDone),
          },
          action: 'setting.answered',
          letter: tells ? 'setting-answered' : null,
        };
      },
      by,
    );
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(
      formView(changed.ok ? changed.row : refuse(changed.code === 'not-found' ? 'setting-form-invalid' : changed.code), now),
      200,
    );
  });
}
