import { AutoComplete, Button, Checkbox, Flex, Form, Input, InputNumber, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useRoleName } from '../../../../parts/people/people';
import { useValue } from '../../../../words/use';
import { useChanged } from '../../common/changed';
import { Dialog } from '../../common/dialog';
import { FIELDS, GROUPS } from './groups';

type Typed = Schemas['RoleBody'] & { name: string };

/** What a role may do, how much it may agree to, and what it does not see. */
export function RoleDialog({ role, onClose }: { role: Schemas['Role'] | null; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const [say, nameOf] = [useValue(), useRoleName()];
  const put = api.useMutation('put', '/api/v1/roles/{name}');
  const { onSuccess } = useChanged('/api/v1/roles', onClose);
  const save = ({ name, ...body }: Typed) => put.mutate({ params: { path: { name }, header: role?.version == null ? {} : ifMatch(role.version) }, body }, { onSuccess });
  return (
    <Dialog<Typed>
      title={role ? nameOf(role.name) : t('roles.add')}
      start={role ?? { permissions: [], fields: [], description: '' }}
      error={put.error}
      busy={put.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} extra={t('roles.name_help')} rules={[{ required: true }]}>
        <Input disabled={role !== null} />
      </Form.Item>
      <Form.Item name="description" label={t('roles.description')}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
      <Form.Item name="approval_rank" label={t('roles.rank')} extra={t('roles.rank_help')}>
        <InputNumber min={0} />
      </Form.Item>
      <Form.Item name="permissions" label={t('roles.permissions')}>
        <Permissions />
      </Form.Item>
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <Flex vertical gap="small" role="group" aria-label={t('roles.fields')}>
            <span>{t('roles.fields_help')}</span>
            {rows.map((row) => (
              <Flex key={row.key} gap="small" wrap>
                <Form.Item name={[row.name, 'resource']} noStyle>
                  <Select aria-label={t('roles.resource')} style={{ width: 120 }} options={values.Resource.map((value) => ({ value, label: say('Resource', value) }))} />
                </Form.Item>
                <Form.Item noStyle dependencies={[['fields', row.name, 'resource']]}>
                  {({ getFieldValue }) => (
                    <Form.Item name={[row.name, 'field']} noStyle rules={[{ required: true }]}>
                      <AutoComplete
                        aria-label={t('roles.field')}
                        placeholder={t('roles.field')}
                        style={{ width: 200 }}
                        options={FIELDS[(getFieldValue(['fields', row.name, 'resource']) as Schemas['Resource'] | undefined) ?? 'customers'].map((value) => ({
                          value,
                          label: `${t(`roles.of.${(getFieldValue(['fields', row.name, 'resource']) as string | undefined) ?? 'customers'}.${value}`)} · ${value}`,
                        }))}
                      />
                    </Form.Item>
                  )}
                </Form.Item>
                <Form.Item name={[row.name, 'access']} noStyle>
                  <Select aria-label={t('roles.access')} style={{ width: 120 }} options={values.Access.map((value) => ({ value, label: say('Access', value) }))} />
                </Form.Item>
                <Button onClick={() => remove(row.name)}>{t('roles.drop_field')}</Button>
              </Flex>
            ))}
            <Button style={{ alignSelf: 'start' }} onClick={() => add({ resource: 'customers', field: 'phone', access: 'masked' })}>
              {t('roles.add_field')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Dialog>
  );
}

/** The permissions in their groups, as the value of a form. */
function Permissions({ value = [], onChange }: { value?: Schemas['Permission'][]; onChange?: (value: Schemas['Permission'][]) => void }) {
  const { t } = useTranslation('administration');
  const say = useValue();
  return (
    <Flex vertical gap="small">
      {GROUPS.map(({ key, permissions }) => (
        <Flex key={key} vertical gap={4} role="group" aria-label={t(`roles.group.${key}`)}>
          <Typography.Text type="secondary">{t(`roles.group.${key}`)}</Typography.Text>
          <Checkbox.Group
            value={value.filter((one) => permissions.includes(one))}
            options={permissions.map((one) => ({ value: one, label: say('Permission', one) }))}
            onChange={(chosen) => onChange?.([...value.filter((one) => !permissions.includes(one)), ...chosen])}
          />
        </Flex>
      ))}
    </Flex>
  );
}
