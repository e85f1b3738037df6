import { Flex, Form, Radio, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useValue } from '../../../../words/use';
import { Share } from '../trial/share';
import { actives, type Draft } from './draft';

const MODES = ['shadow', 'canary', 'active'] as const;
/** Against nothing. */
const NONE = '';

/** What the answers of a new rule do: nothing yet, a share, or everything. */
export function ModeChoice({ draft, bindings, onChange }: { draft: Draft; bindings: Schemas['BindingWithPlugin'][]; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const bases = actives(bindings, draft.hook);
  return (
    <Flex vertical gap="middle">
      <Radio.Group aria-label={t('column.mode')} value={draft.mode} onChange={({ target }) => onChange({ mode: target.value as Draft['mode'] })}>
        <Flex vertical gap="small">
          {MODES.map((mode) => (
            <Radio key={mode} value={mode}>
              <b>{say('BindingMode', mode)}</b> <Typography.Text type="secondary">{t(`bindings.stage.${mode}`)}</Typography.Text>
            </Radio>
          ))}
        </Flex>
      </Radio.Group>
      {draft.mode === 'active' ? null : (
        <Form.Item layout="vertical" label={t('bindings.create.against')} htmlFor="new-replaces" extra={t('bindings.create.against_hint')} style={{ margin: 0, maxWidth: 420 }}>
          <Select
            id="new-replaces"
            value={draft.replaces ?? NONE}
            onChange={(id) => onChange({ replaces: id === NONE ? null : id })}
            options={[...bases.map(({ id, key, plugin_version }) => ({ value: id, label: `${key} (${plugin_version})` })), { value: NONE, label: t('bindings.trial.nobody') }]}
          />
        </Form.Item>
      )}
      {draft.mode === 'canary' ? (
        <div style={{ maxWidth: 640 }}>
          <Share percent={draft.percent} onChange={(percent) => onChange({ percent })} />
        </div>
      ) : null}
    </Flex>
  );
}
