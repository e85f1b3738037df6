import { Flex } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page with its heading, which is also the title of the tab. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <Flex vertical gap="middle">
      <Flex align="center" justify="space-between" gap="small" wrap>
        <h1 className="h">{title}</h1>
        {actions ? (
          <Flex gap="small" wrap>
            {actions}
          </Flex>
        ) : null}
      </Flex>
      {children}
    </Flex>
  );
}
