import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { type Action, actions } from './actions';
import { ActionModal } from './modal';

/** Agree and reject at hand, everything else that the state allows behind 'more'. */
export function ActionMenu({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const may = useMay();
  const [chosen, setChosen] = useState<Action | null>(null);
  const open = actions.filter(({ needs, when }) => may(needs) && when(ticket));
  const first = open.filter(({ key }) => key === 'approve' || key === 'reject');
  const rest = open.filter((action) => !first.includes(action));
  return (
    <>
      {first.map((action) => (
        <Button key={action.key} type={action.danger ? 'default' : 'primary'} danger={action.danger ?? false} onClick={() => setChosen(action)}>
          {t(`action.${action.key}`)}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map(({ key, danger }) => ({ key, danger: danger ?? false, label: t(`action.${key}`) })),
            onClick: ({ key }) => setChosen(rest.find((action) => action.key === key) ?? null),
          }}
        >
          <Button icon={<MoreOutlined />}>{t('more')}</Button>
        </Dropdown>
      ) : null}
      {chosen ? <ActionModal key={chosen.key} action={chosen} ticket={ticket} close={() => setChosen(null)} /> : null}
    </>
  );
}
