import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the filters are on a narrow window. */
export function Sheet({ open, close, footer, children }: { open: boolean; close: () => void; footer: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('tickets');
  const { t: common } = useTranslation();
  return (
    <Drawer title={t('filter.title')} placement="bottom" size="large" open={open} onClose={close} closable={{ 'aria-label': common('actions.close') }} footer={footer}>
      {children}
    </Drawer>
  );
}
