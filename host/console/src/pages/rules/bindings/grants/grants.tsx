import { Checkbox, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useValue } from '../../../../words/use';

type Capability = Schemas['Capability'];

/** Which of the things that a plugin asks for it is granted. */
export function Grants({ asks, granted, disabled = false, onChange }: { asks: readonly Capability[]; granted: readonly Capability[]; disabled?: boolean; onChange: (granted: Capability[]) => void }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  return (
    <Checkbox.Group<Capability> value={[...granted]} disabled={disabled} onChange={onChange} aria-label={t('bindings.tab.grants')}>
      <Flex vertical gap="small">
        {asks.map((ask) => (
          <Checkbox key={ask} value={ask}>
            {say('Capability', ask)} <Typography.Text type="secondary">{t(`bindings.grants.${ask.replace(':', '_')}`)}</Typography.Text>
          </Checkbox>
        ))}
      </Flex>
    </Checkbox.Group>
  );
}
