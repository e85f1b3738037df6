import { TranslationOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../words/use';
import { speak } from './setup';

/** One column, as wide as a phone: the shop's name, the other language, and what the page is about. */
export function PortalPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const turn = () => {
    speak(language === 'zh-CN' ? 'en' : 'zh-CN');
    // The shop's words come in the language that is asked for.
    void queries.invalidateQueries();
  };
  return (
    <main className="portal">
      <Flex justify="space-between" align="center" gap="small">
        <h1 className="h">{title}</h1>
        <Button type="text" size="large" icon={<TranslationOutlined />} onClick={turn}>
          {t('language')}
        </Button>
      </Flex>
      {children}
    </main>
  );
}
