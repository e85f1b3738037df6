import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faults, isProblem } from '../../../../api/problem';
import { ProblemAlert } from '../../../../parts/problem';
import { Told } from './told_case';

/** True when a change was refused only because golden cases would end in another way. */
export function needsSignature(error: unknown): boolean {
  return isProblem(error) && error.code === 'golden_changed';
}

/** Why a change was refused. Where golden cases would end in another way, somebody may sign for that with a reason. */
export function SignOff({ error, busy, onSign }: { error: unknown; busy: boolean; onSign: (reason: string) => void }) {
  const { t } = useTranslation('rules');
  const [reason, setReason] = useState('');
  if (!error) return null;
  if (!needsSignature(error)) return <ProblemAlert error={error} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('bindings.golden.sign_title')}
      description={
        <Flex vertical gap="small">
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {faults(error).map(({ message }) => (
              <li key={message}>
                <Told message={message} />
              </li>
            ))}
          </ul>
          <Form.Item layout="vertical" label={t('bindings.golden.sign_reason')} htmlFor="sign-off" extra={t('bindings.golden.sign_hint')} style={{ margin: 0 }}>
            <Flex gap="small" wrap>
              <Input id="sign-off" style={{ flex: '1 1 220px' }} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
              <Button danger disabled={reason.trim() === ''} loading={busy} onClick={() => onSign(reason.trim())}>
                {t('bindings.golden.sign')}
              </Button>
            </Flex>
          </Form.Item>
        </Flex>
      }
    />
  );
}
