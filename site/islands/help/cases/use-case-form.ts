import { useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '../../../api/result.ts';
import { focusFirstError } from '../../parts/Field.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useSend } from '../../parts/use-send.ts';
import { type NewCase, openCase } from '../acts.ts';
import { useAttachments } from '../use-attachments.ts';
import type { CaseDraft } from './case-form.ts';
import { casePath } from './paths.ts';

interface CaseForm {
  draftName: string;
  start: CaseDraft;
  check: (draft: CaseDraft) => FieldProblem[];
  /** Null while something is missing that `check` names. */
  bodyOf: (draft: CaseDraft) => Omit<NewCase, 'attachments'> | null;
}

/** Opening a case: what was typed stays until it has arrived, and then the case itself is shown. */
export function useCaseForm({ draftName, start, check, bodyOf }: CaseForm) {
  const { draft, change, forget } = useDraft<CaseDraft>(draftName, start);
  const files = useAttachments();
  const { busy, failed, setFailed, send } = useSend();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const alter = (part: Partial<CaseDraft>) => {
    if (failed) setFailed(null);
    change(part);
  };
  const submit = async () => {
    const body = check(draft).length === 0 ? bodyOf(draft) : null;
    setTried(body === null);
    if (body) {
      const result = await send(() => openCase({ ...body, attachments: files.attachments }));
      if (result.ok) {
        forget();
        return location.assign(casePath(result.value.id, true));
      }
    }
    focusFirstError(form.current);
  };
  const problems = [...(tried ? check(draft) : []), ...(failed?.fields ?? [])];
  const problemAt = (field: string) =>
    problems.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message ?? null;
  return { draft, alter, files, busy, failed, submit, problemAt, form };
}
