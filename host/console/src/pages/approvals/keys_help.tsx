import { Flex, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const KEYS = ['j', 'k', 'Enter', 'a', 'r', 't', 'x', 'Esc', '?'] as const;

/** What single keys do on this page. */
export function KeysHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Modal title={t('keys.title')} open={open} onCancel={close} footer={null}>
      <Flex vertical gap="small">
        {KEYS.map((key) => (
          <Flex key={key} gap="middle">
            <kbd style={{ minWidth: 60 }}>{key}</kbd>
            <span>{t(`keys.${key === '?' ? 'help' : key}`)}</span>
          </Flex>
        ))}
      </Flex>
    </Modal>
  );
}
