import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { session } from '../../api/session';
import { ProblemAlert } from '../../parts/problem';

/** One's own password; whoever changes it signs in again, here and everywhere. */
export function ChangePassword() {
  const { t } = useTranslation();
  const change = api.useMutation('put', '/api/v1/me/password', { onSuccess: () => session.close() });
  const needed = [{ required: true, message: t('sign_in.empty') }];
  return (
    <Card title={<h2 className="h">{t('account.change_password')}</h2>} style={{ maxWidth: 480 }}>
      <Form layout="vertical" onFinish={(body: { present?: string; password: string }) => change.mutate({ body })}>
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <Form.Item name="present" label={t('account.present')} extra={t('account.present_hint')}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="password" label={t('account.new_password')} extra={t('account.password_hint')} rules={needed}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.change_password')}
        </Button>
      </Form>
    </Card>
  );
}
