import { Card, Flex, Tag, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Moment } from '../../../../parts/moment';
import { Who } from '../../../../parts/people/name';

/** What somebody said: the customer on the left, the shop on the right, notes among colleagues on another ground. */
export function Bubble({ actor, at, name, text, internal = false }: { actor: Schemas['Actor']; at: string; name: string; text: string; internal?: boolean }) {
  const { t } = useTranslation('ticket');
  const { token } = theme.useToken();
  const customer = actor.type === 'customer';
  const ground = internal ? token.colorWarningBg : customer ? token.colorFillQuaternary : token.colorPrimaryBg;
  return (
    <Card size="small" style={{ maxWidth: '85%', alignSelf: customer ? 'start' : 'end', background: ground }}>
      <Flex gap="small" wrap align="center">
        <b>
          <Who actor={actor} />
        </b>
        <Typography.Text type="secondary">{name}</Typography.Text>
        {internal ? <Tag>{t('talk.internal')}</Tag> : null}
        <Moment at={at} />
      </Flex>
      <div className="wrap">{text}</div>
    </Card>
  );
}
