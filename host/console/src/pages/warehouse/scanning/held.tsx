import { Alert, Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment';
import { useBecause } from './use_because';
import { useScanner, useScans } from './use_scanner';

/** Scans that have not arrived: those that wait, and those that the server did not take. */
export function Held() {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const because = useBecause();
  const scanner = useScanner();
  const { waiting, refused, barred, stuck } = useScans();
  return (
    <>
      {barred != null && waiting.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={because(barred)}
          description={t('held.barred', { count: waiting.length })}
          action={<Button onClick={() => void scanner.flush()}>{common('actions.retry')}</Button>}
        />
      ) : null}
      {barred == null && waiting.length > 0 ? (
        <Alert type={stuck ? 'warning' : 'info'} showIcon role="status" title={t(stuck ? 'held.waiting' : 'held.sending', { count: waiting.length })} />
      ) : null}
      {refused.length > 0 ? (
        <section aria-label={t('held.refused')}>
          <Flex vertical gap="small">
            <h2 className="h">{t('held.refused')}</h2>
            {refused.map(({ reading, ...why }) => (
              <Card key={reading.key} size="small" role="group" aria-label={reading.raw.slice(0, 60)}>
                <Flex vertical gap="small">
                  <b className="wrap" style={{ maxHeight: 96, overflow: 'auto' }} tabIndex={0}>
                    {reading.raw}
                  </b>
                  <span className="wrap">{because(why)}</span>
                  <Flex gap="small" align="center" wrap>
                    <Button onClick={() => scanner.again(reading.key)}>{t('held.again')}</Button>
                    <Button onClick={() => scanner.dismiss(reading.key)}>{t('held.dismiss')}</Button>
                    <Moment at={reading.at} />
                  </Flex>
                </Flex>
              </Card>
            ))}
          </Flex>
        </section>
      ) : null}
    </>
  );
}
