import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

/** Takes something away, after asking. */
export function Remove({ name, word, onRemove }: { name: string; word?: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Popconfirm title={word ? `${word}: ${name}` : t('ask_delete', { name })} onConfirm={onRemove}>
      <Button size="small">
        {word ?? t('actions.delete')}
      </Button>
    </Popconfirm>
  );
}
