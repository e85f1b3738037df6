import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher } from '../api/client';
import { session } from '../api/session';
import { ProblemAlert } from '../parts/problem';

/** Where people say who they are. */
export function SignIn() {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  async function enter({ key }: { key: string }) {
    setBusy(true);
    setError(null);
    try {
      const headers = { authorization: `Bearer ${key.trim()}` };
      const answer = await fetcher.GET('/api/v1/me', { headers });
      if (answer.error) setError(answer.error);
      else session.open(key.trim());
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  return (
    <main className="alone">
      <Card title={<h1 className="h">{t('product')}</h1>}>
        <Form layout="vertical" requiredMark={false} onFinish={(values: { key: string }) => void enter(values)}>
          {error ? <ProblemAlert error={error} /> : null}
          <Form.Item name="key" label={t('sign_in.key')} extra={t('sign_in.key_hint')} rules={[{ required: true, message: t('sign_in.empty') }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('sign_in.enter')}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
