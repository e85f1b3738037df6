import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { useEdit } from '../edit';
import { Overtaken } from '../overtaken';
import { useReread } from '../reread';
import { startingTimetable } from './starting';
import { Timetable } from './timetable';

/** Changes when a rule is asked. */
export function Timing({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done } = useTell();
  const reread = useReread();
  const edit = useEdit(binding.timetable ?? startingTimetable(), binding.version);
  const timetable = edit.value;
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onSuccess: async ({ version }) => {
      done();
      edit.saved(version);
      await reread();
      edit.drop();
    },
    onError: reread,
  });
  return (
    <Flex vertical gap="middle" align="start">
      <Overtaken edit={edit} />
      <Timetable value={timetable} disabled={!may} onChange={edit.set} />
      {save.error && !edit.overtaken ? <ProblemAlert error={save.error} /> : null}
      {may ? (
        <Button type="primary" disabled={edit.overtaken} loading={save.isPending} onClick={() => save.mutate({ params: { path: { id: binding.id }, header: ifMatch(edit.of) }, body: { timetable } })}>
          {common('actions.save')}
        </Button>
      ) : null}
    </Flex>
  );
}
