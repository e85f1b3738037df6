import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { faults, isProblem } from '../api/problem';

/** Why something was not taken, in the server's words; nothing while there is nothing wrong. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const told = isProblem(error) ? error.detail : t('network');
  const places = faults(error).map(({ message }) => message).filter((message) => !told.includes(message));
  return <Alert type="error" showIcon role="alert" title={told} description={places.length > 0 ? places.join(' ') : undefined} />;
}
