import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { Dialog } from '../common/dialog';

/** Shortest password that the server takes, in characters. */
const SHORTEST = 10;

/** Gives somebody a password to sign in with; they can change it under "My account". */
export function PasswordDialog({ user, onClose }: { user: Schemas['User']; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { done } = useTell();
  const put = api.useMutation('put', '/api/v1/users/{id}/password');
  const onSuccess = () => {
    done();
    onClose();
  };
  return (
    <Dialog<Schemas['NewPassword']> title={t('users.password_of', { name: user.name })} start={{}} error={put.error} busy={put.isPending} onSave={(body) => put.mutate({ params: { path: { id: user.id } }, body }, { onSuccess })} onClose={onClose}>
      <Form.Item name="password" label={t('users.password')} extra={t('users.password_help', { count: SHORTEST })} rules={[{ required: true, min: SHORTEST }]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </Dialog>
  );
}
