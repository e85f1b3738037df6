import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouteObject } from 'react-router';
import { Page } from '../../parts/page';
import { addWords } from '../../words/setup';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('rules', { 'zh-CN': zh, en });

function Home() {
  const { t } = useTranslation('rules');
  return (
    <Page title={t('title')}>
      <Empty />
    </Page>
  );
}

export const pages: RouteObject[] = [{ index: true, element: <Home /> }];
