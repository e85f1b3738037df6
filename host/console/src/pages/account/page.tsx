import { Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me';
import { Page } from '../../parts/page';
import { useRoleName } from '../../parts/people/people';
import { useValue } from '../../words/use';
import { ChangePassword } from './password';

/** Who works here, and what they may do. */
export function AccountPage() {
  const { t } = useTranslation();
  const say = useValue();
  const called = useRoleName();
  const { user, tenant, permissions, roles } = useMe();
  return (
    <Page title={t('nav.account')}>
      <Descriptions
        column={1}
        bordered
        items={[
          { key: 'name', label: t('account.name'), children: user.name },
          { key: 'email', label: t('account.email'), children: user.email },
          { key: 'tenant', label: t('account.tenant'), children: tenant.name },
          { key: 'roles', label: t('account.roles'), children: roles.map((role) => <Tag key={role.name}>{called(role.name)}</Tag>) },
          {
            key: 'permissions',
            label: t('account.permissions'),
            children: permissions.map((one) => <Tag key={one}>{say('Permission', one)}</Tag>),
          },
        ]}
      />
      <ChangePassword />
    </Page>
  );
}
