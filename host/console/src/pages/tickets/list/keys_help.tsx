import { Flex, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/me';

/** What single keys do on this page. */
export function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation('tickets');
  const may = useMay();
  const keys = ['j', 'k', 'Enter', ...(may('ticket:write') ? ['x', 'n'] : []), '/', 'Esc', '?'];
  return (
    <Modal title={t('keys.title')} open={open} onCancel={close} footer={null}>
      <Flex vertical gap="small">
        {keys.map((key) => (
          <Flex key={key} gap="middle">
            <Typography.Text keyboard style={{ minWidth: 64 }}>
              {key}
            </Typography.Text>
            <span>{t(`keys.${key === '?' ? 'help' : key === '/' ? 'search' : key}`)}</span>
          </Flex>
        ))}
      </Flex>
    </Modal>
  );
}
