import { useEffect, useState } from 'preact/hooks';
import type { SettingForm } from '../../../../contract/index.ts';
import { type Failure, failure } from '../../../api/result.ts';
import { takeToken } from '../../invitation/token.ts';
import { lookUpForm } from './acts.ts';

const SLOT = 'klucznik:zmiana';

/** The form behind the token in the address, which leaves the address at once. */
export function useSettingForm() {
  const [token, setToken] = useState(() => takeToken(SLOT));
  const [form, setForm] = useState<SettingForm | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const look = async () => {
    if (!token) return setFailed(failure('setting-form-invalid'));
    const result = await lookUpForm(token);
    if (result.ok) setForm(result.value);
    setFailed(result.ok ? null : result);
  };
  useEffect(() => {
    void look();
  }, [token]);
  useEffect(() => {
    const onHash = () => setToken(takeToken(SLOT));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return { token, form, setForm, failed, setFailed, look };
}
