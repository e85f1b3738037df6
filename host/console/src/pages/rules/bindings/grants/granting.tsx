import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { useTell } from '../../../../parts/problem';
import { useEdit } from '../edit';
import { SignOff } from '../golden/sign_off';
import { Overtaken } from '../overtaken';
import { useReread } from '../reread';
import { Grants } from './grants';

type Capability = Schemas['Capability'];

/** What a rule is granted of the things that its plugin asks for. */
export function Granting({ binding, asks }: { binding: Schemas['BindingWithPlugin']; asks: readonly Capability[] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done } = useTell();
  const reread = useReread();
  const edit = useEdit<Capability[]>(binding.grants ?? [...asks], binding.version);
  const granted = edit.value;
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onSuccess: async ({ version }) => {
      done();
      edit.saved(version);
      await reread();
      edit.drop();
    },
    onError: reread,
  });
  const store = (signed?: string) =>
    save.mutate({
      params: { path: { id: binding.id }, header: ifMatch(edit.of) },
      body: { grants: granted.length === asks.length ? null : granted, ...(signed ? { sign_off: signed } : {}) },
    });
  return (
    <Flex vertical gap="middle" align="start">
      <Typography.Text type="secondary">{t('bindings.grants.what')}</Typography.Text>
      <Overtaken edit={edit} />
      <Grants asks={asks} granted={granted} disabled={!may} onChange={edit.set} />
      <SignOff error={edit.overtaken ? null : save.error} busy={save.isPending} onSign={store} />
      {may ? (
        <Button type="primary" disabled={edit.overtaken} loading={save.isPending} onClick={() => store()}>
          {common('actions.save')}
        </Button>
      ) : null}
    </Flex>
  );
}
