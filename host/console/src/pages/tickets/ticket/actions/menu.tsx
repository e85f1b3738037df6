import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../../../app/me';
import { useStanding } from '../head/use_standing';
import type { Ticket } from '../ticket';
import type { Action, Group } from './action';
import { actions } from './all';
import { ActionModal } from './modal';

const GROUPS: Group[] = ['review', 'goods', 'money', 'dispute', 'whole'];
const AT_HAND = ['approve', 'reject', 'accept'];

/** What this person can do to the ticket now. Deciding is for those who are waited for, and while a workflow runs its tasks decide. */
function useActions(ticket: Ticket): Action[] {
  const may = useMay();
  const { user } = useMe();
  const { standing } = useStanding(ticket);
  return actions.filter(({ key, needs, when }) => {
    if (!may(needs) || !when(ticket)) return false;
    if (key === 'approve') return standing === 'may';
    if (key === 'reject') return standing === 'may' || standing === 'agreed';
    return key !== 'accept' || ticket.assignee !== user.id;
  });
}

/** Agree and reject at hand, everything else that the state allows behind 'more', by what it is about. */
export function ActionMenu({ ticket, open, setOpen, chosen, choose }: { ticket: Ticket; open: boolean; setOpen: (open: boolean) => void; chosen: string | null; choose: (key: string | null) => void }) {
  const { t } = useTranslation('ticket_actions');
  const offered = useActions(ticket);
  const first = AT_HAND.flatMap((key) => offered.filter((action) => action.key === key));
  const rest = offered.filter((action) => !first.includes(action));
  const action = actions.find(({ key }) => key === chosen);
  const close = () => choose(null);
  return (
    <>
      {first.map(({ key, danger }) => (
        <Button key={key} type={key === 'approve' ? 'primary' : 'default'} danger={danger ?? false} onClick={() => choose(key)}>
          {t(`action.${key}`)}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          open={open}
          onOpenChange={setOpen}
          autoFocus
          menu={{
            items: GROUPS.map((group) => ({
              key: group,
              type: 'group' as const,
              label: t(`group.${group}`),
              children: rest.filter((one) => one.group === group).map(({ key, danger }) => ({ key, danger: danger ?? false, label: t(`action.${key}`) })),
            })).filter(({ children }) => children.length > 0),
            onClick: ({ key }) => choose(key),
            style: { maxHeight: '70vh', overflow: 'auto' },
          }}
        >
          <Button icon={<MoreOutlined />}>{t('more')}</Button>
        </Dropdown>
      ) : null}
      {action?.dialog ? <action.dialog ticket={ticket} close={close} /> : null}
      {action?.call ? <ActionModal key={action.key} action={action} ticket={ticket} close={close} /> : null}
    </>
  );
}
