import { Button, Card, Flex, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useTell } from '../../../../parts/problem';
import { SignOff } from '../golden/sign_off';
import { useReread } from '../reread';
import { Share } from './share';

/** What a canary begins with when nobody says. */
const FIRST = 10;

/** Lets a candidate decide a share of the tickets, more or fewer of them, or none again. */
export function Canary({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const { done } = useTell();
  const reread = useReread();
  const begun = binding.mode === 'canary';
  const [percent, setPercent] = useState(begun ? (binding.percent ?? FIRST) : FIRST);
  const change = api.useMutation('patch', '/api/v1/bindings/{id}', { onSuccess: () => (done(), reread()) });
  const send = (body: Schemas['BindingChange']) => change.mutate({ params: { path: { id: binding.id }, header: ifMatch(binding.version) }, body });
  const decide = (signed?: string) => send({ mode: 'canary', percent, ...(signed ? { sign_off: signed } : {}) });
  return (
    <Card size="small" style={{ flex: '1 1 420px', minWidth: 0 }} title={<h2 className="h">{t(begun ? 'bindings.trial.canary' : 'bindings.trial.begin')}</h2>}>
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">{t('bindings.trial.canary_hint')}</Typography.Text>
        <Share percent={percent} onChange={setPercent} />
        <SignOff error={change.error} busy={change.isPending} onSign={decide} />
        <Flex gap="small" wrap>
          <Button type={begun ? 'default' : 'primary'} disabled={begun && percent === binding.percent} loading={change.isPending} onClick={() => decide()}>
            {t(begun ? 'bindings.trial.set_share' : 'bindings.trial.let_decide', { percent })}
          </Button>
          {begun ? (
            <>
              <Popconfirm title={t('bindings.trial.back_ask')} onConfirm={() => send({ mode: 'shadow', percent: 100 })}>
                <Button disabled={change.isPending}>{t('bindings.trial.back')}</Button>
              </Popconfirm>
              <Link to={`/rules/decisions?binding=${binding.id}`}>
                <Button>{t('bindings.trial.decided')}</Button>
              </Link>
            </>
          ) : null}
        </Flex>
      </Flex>
    </Card>
  );
}
