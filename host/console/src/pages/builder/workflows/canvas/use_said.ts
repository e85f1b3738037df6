import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';

/** What a finding says and what to do about it, in the reader's language as far as there are words for it; the server's own are English. */
export function useSaid(): (finding: Schemas['WorkflowFinding']) => { title: string; more: string } {
  const { t } = useTranslation('workflow_findings');
  return ({ code, message, fix }) => {
    const title = t(code, { defaultValue: '' });
    return title ? { title, more: message } : { title: message, more: fix };
  };
}
