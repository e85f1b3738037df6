import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../words/refusal';

/** Why something was not taken; nothing while there is nothing wrong. */
export function Refused({ error, placed = () => false }: { error: unknown; /** True for a place at whose field it stands already. */ placed?: (pointer: string) => boolean }) {
  const { t } = useTranslation();
  const refusal = useRefusal(t('network'));
  if (!error) return null;
  const { title, detail, places } = refusal(error);
  const told = [detail ?? '', ...places.filter(({ pointer }) => !placed(pointer)).map(({ message }) => message).filter((message) => !detail?.includes(message))];
  return <Alert type="error" showIcon role="alert" title={title} description={told.join(' ').trim() || undefined} />;
}
