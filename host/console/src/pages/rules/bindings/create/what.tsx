import { Flex, Form, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useValue } from '../../../../words/use';
import { byName } from '../../plugins/list/group';
import { useStockText } from '../../../../parts/form/stock';
import { bindable, type Draft } from './draft';

/** What is decided, and which program decides it. */
export function What({ draft, plugins, onChange }: { draft: Draft; plugins: Schemas['Plugin'][]; onChange: (change: Partial<Pick<Draft, 'hook' | 'plugin'>>) => void }) {
  const { t } = useTranslation('rules');
  const stock = useStockText();
  const say = useValue();
  const hooks = values.Hook.filter((hook) => plugins.some((plugin) => bindable(plugin).includes(hook)));
  const fitting = byName(plugins.filter((plugin) => bindable(plugin).includes(draft.hook))).flatMap(({ versions }) => versions);
  const chosen = plugins.find(({ id }) => id === draft.plugin);
  return (
    <Flex gap="middle" wrap>
      <Form.Item layout="vertical" label={t('column.hook')} htmlFor="new-hook" extra={t(`hook.${draft.hook}`)} style={{ margin: 0, flex: '1 1 260px' }}>
        <Select id="new-hook" value={draft.hook} onChange={(hook) => onChange({ hook })} options={hooks.map((hook) => ({ value: hook, label: say('Hook', hook) }))} />
      </Form.Item>
      <Form.Item layout="vertical" label={t('column.plugin')} htmlFor="new-plugin" extra={<Typography.Text type="secondary">{stock(chosen?.description)}</Typography.Text>} style={{ margin: 0, flex: '1 1 260px' }}>
        <Select id="new-plugin" value={draft.plugin} onChange={(plugin) => onChange({ plugin })} options={fitting.map(({ id, name, version }) => ({ value: id, label: `${name} ${version}` }))} />
      </Form.Item>
    </Flex>
  );
}
