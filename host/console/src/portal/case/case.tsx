import type { Schemas } from '../../api/client';
import { api } from '../client';
import { PortalPage } from '../page';
import { Files } from '../files/files';
import { Messages } from './messages';
import { Offer } from './offer';
import { Progress } from './progress';
import { Replacements } from './replacements';
import { Task } from './task';
import { Tracking } from './tracking';
import { Withdraw } from './withdraw';

/** One case as its customer sees it: what waits for them first, then where it stands, then what was said and sent. */
export function Case({ progress }: { progress: Schemas['PortalProgress'] }) {
  const may = (deed: Schemas['Deed']) => progress.may.includes(deed);
  return (
    <PortalPage title={progress.shop}>
      {progress.offer && may('choose') ? <Offer offer={progress.offer} refund={progress.refund} /> : null}
      {progress.task && may('press') ? <Task key={progress.task.id} task={progress.task} currency={progress.refund?.currency ?? 'CNY'} /> : null}
      {may('track') ? <Tracking sendTo={progress.send_to} number={progress.number} /> : null}
      <Progress progress={progress} />
      <Replacements />
      <Messages progress={progress} />
      <Files may={may('upload')} />
      {may('cancel') ? <Withdraw /> : null}
    </PortalPage>
  );
}

/** Reads the case anew once something was done. */
export function useAfter() {
  const ticket = api.useQuery('get', '/portal/v1/ticket', {}, { enabled: false });
  return () => ticket.refetch();
}
