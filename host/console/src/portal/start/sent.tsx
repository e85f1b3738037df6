import { Button, Card, Flex, Result, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { UnderWay } from '../files/under_way';
import type { useSending } from '../files/use_sending';
import { link } from '../link';

/** The request is there: its number, the link to keep, the pictures on their way, and the way on. */
export function Sent({ started, sending }: { started: Schemas['StartedReturn']; sending: ReturnType<typeof useSending> }) {
  const { t } = useTranslation();
  const { token, url } = started.link;
  return (
    <Card>
      <Result status="success" title={t('start.sent', { number: started.number })} subTitle={started.state.text} />
      {token && url ? (
        <Flex vertical gap="middle">
          <Typography.Paragraph copyable={{ text: url, tooltips: [t('copy'), t('copied')] }}>{t('start.keep')}</Typography.Paragraph>
          <UnderWay sending={sending} />
          <Button type="primary" size="large" block disabled={sending.all.some(({ error }) => !error)} onClick={() => link.open(token)}>
            {t('start.follow')}
          </Button>
        </Flex>
      ) : (
        // The answer was lost on the way and asked for again: a token is shown once.
        <p>{t('start.link_lost')}</p>
      )}
    </Card>
  );
}
