import { Flex, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { Page } from '../../../parts/page';
import { Ways } from '../ways';
import { Keys } from './keys/keys';
import { Versions } from './list/versions';
import { Upload } from './upload/upload';

const TAB = ['tab'] as const;

/** The rule programs of the shop, and whose signatures on them are trusted. */
export function PluginsPage() {
  const { t } = useTranslation('rules');
  const may = useMay();
  const [{ tab }, set] = useFilters(TAB);
  return (
    <Page title={t('plugins.title')} actions={<Ways />}>
      <Tabs
        activeKey={tab === 'keys' ? 'keys' : 'versions'}
        onChange={(next) => set({ tab: next === 'versions' ? null : next })}
        items={[
          {
            key: 'versions',
            label: t('plugins.versions'),
            children: (
              <Flex vertical gap="large">
                {may('plugin:write') ? <Upload /> : null}
                <Versions />
              </Flex>
            ),
          },
          { key: 'keys', label: t('keys.title'), children: <Keys /> },
        ]}
      />
    </Page>
  );
}
