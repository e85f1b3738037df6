import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Edit } from './edit';

/** Somebody was faster: one decides whether one's own change still holds. */
export function Overtaken<Value>({ edit }: { edit: Edit<Value> }) {
  const { t } = useTranslation('rules');
  if (!edit.overtaken) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('bindings.overtaken.title')}
      description={
        <Flex gap="small" wrap>
          <Button size="small" onClick={edit.drop}>
            {t('bindings.overtaken.drop')}
          </Button>
          <Button size="small" onClick={edit.keep}>
            {t('bindings.overtaken.keep')}
          </Button>
        </Flex>
      }
    />
  );
}
