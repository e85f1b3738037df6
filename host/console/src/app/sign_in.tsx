import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher } from '../api/client';
import { session } from '../api/session';
import { ProblemAlert } from '../parts/problem';

const SHOP = 'redress.shop';

/** What is typed; which of it depends on the way. */
interface Typed {
  shop: string;
  email: string;
  password: string;
  key: string;
}

/** Asks the server; answers the key to work with, or what it refused. */
async function ask(byKey: boolean, { shop, email, password, key }: Typed): Promise<{ key?: string; error?: unknown }> {
  if (byKey) {
    const typed = key.trim();
    const { error } = await fetcher.GET('/api/v1/me', { headers: { authorization: `Bearer ${typed}` } });
    return error ? { error } : { key: typed };
  }
  const { data, error } = await fetcher.POST('/api/v1/sessions', { body: { shop: shop.trim(), email: email.trim(), password } });
  if (data) localStorage.setItem(SHOP, shop.trim());
  return { key: data?.key, error };
}

/** Where people say who they are: with a password, or with a key. */
export function SignIn() {
  const { t } = useTranslation();
  const [byKey, setByKey] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const shop = new URLSearchParams(window.location.search).get('shop') ?? localStorage.getItem(SHOP) ?? '';
  async function enter(typed: Typed) {
    setBusy(true);
    setError(null);
    try {
      const found = await ask(byKey, typed);
      if (found.key) session.open(found.key);
      else setError(found.error);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  const needed = (name: 'shop' | 'email' | 'password' | 'key') => ({
    name,
    label: t(`sign_in.${name}`),
    rules: [{ required: true, message: t('sign_in.empty') }],
  });
  return (
    <main className="alone">
      <Card title={<h1 className="h">{t('product')}</h1>}>
        <Form<Typed> layout="vertical" requiredMark={false} initialValues={{ shop }} onFinish={(typed) => void enter(typed)}>
          {error ? <ProblemAlert error={error} /> : null}
          {byKey ? (
            <Form.Item {...needed('key')} extra={t('sign_in.key_hint')}>
              <Input.Password autoFocus autoComplete="off" />
            </Form.Item>
          ) : (
            <>
              <Form.Item {...needed('shop')} extra={t('sign_in.shop_hint')}>
                <Input autoFocus={!shop} autoComplete="organization" />
              </Form.Item>
              <Form.Item {...needed('email')}>
                <Input type="email" autoFocus={Boolean(shop)} autoComplete="username" />
              </Form.Item>
              <Form.Item {...needed('password')}>
                <Input.Password autoComplete="current-password" />
              </Form.Item>
            </>
          )}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('sign_in.enter')}
          </Button>
          <Button type="link" block onClick={() => setByKey(!byKey)}>
            {byKey ? t('sign_in.by_password') : t('sign_in.by_key')}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
