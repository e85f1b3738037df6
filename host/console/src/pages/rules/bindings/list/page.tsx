import { Button, Empty, Flex, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useMay } from '../../../../app/me';
import { Page } from '../../../../parts/page';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { Ways } from '../../ways';
import { Ordered } from './ordered';

/** Which rules are at work, by what they decide and in the order they are asked. */
export function BindingList() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const may = useMay()('binding:write');
  const bindings = api.useQuery('get', '/api/v1/bindings');
  const items = bindings.data?.items ?? [];
  const hooks = values.Hook.filter((hook) => items.some((item) => item.hook === hook));
  return (
    <Page title={t('title')} actions={<Ways />}>
      {bindings.error ? <ProblemAlert error={bindings.error} retry={() => void bindings.refetch()} /> : null}
      {bindings.isPending ? <Spin /> : null}
      {may ? (
        <Link to="/rules/bindings/new" style={{ alignSelf: 'start' }}>
          <Button type="primary">{t('bindings.add')}</Button>
        </Link>
      ) : null}
      {bindings.data && hooks.length === 0 ? <Empty description={t('no_bindings')} /> : null}
      {hooks.map((hook) => (
        <section key={hook} aria-label={say('Hook', hook)}>
          <Flex vertical gap={4}>
            <h2 className="h">{say('Hook', hook)}</h2>
            <Typography.Text type="secondary">
              {t(`hook.${hook}`)} {t(`bindings.together.${hook}`)}
            </Typography.Text>
            <Ordered hook={hook} bindings={items.filter((item) => item.hook === hook).sort((a, b) => a.order - b.order)} />
          </Flex>
        </section>
      ))}
    </Page>
  );
}
