import type { UploadFile } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch } from '../../../../api/client';
import { sendFile } from '../../../../parts/upload';
import { useWhy } from '../../../../words/refusal';
import type { Ticket } from '../ticket';
import { useSend } from '../use_send';
import type { Draft } from './drafts';
import { fresh } from '../../../../parts/fresh';

/**
 * Sends what was written with its files. The files become the ticket's first, so that the message finds them there; what was taken is
 * not sent again when the message is refused.
 */
export function usePost(ticket: Ticket, { body, to }: Draft, sent: () => void) {
  const { t } = useTranslation('ticket');
  const because = useWhy(t('files.failed'));
  const { send, busy } = useSend();
  const [files, setFiles] = useState<UploadFile<string>[]>([]);
  const set = (uid: string, changes: Partial<UploadFile<string>>) => setFiles((all) => all.map((one) => (one.uid === uid ? { ...one, ...changes } : one)));
  const add = (file: File) => {
    const uid = fresh();
    setFiles((all) => [...all, { uid, name: file.name, status: 'uploading', percent: 0 }]);
    sendFile(file, { progress: (percent) => set(uid, { percent }) })
      .then(({ id }) => set(uid, { status: 'done', response: id }))
      .catch((error: unknown) => set(uid, { status: 'error', error, response: because(error) }));
  };
  const post = async () => {
    const internal = to === 'note';
    const path = { id: ticket.id };
    const uploaded = files.flatMap(({ status, response }) => (status === 'done' && response ? [response] : []));
    const done = await send(async () => {
      let version = ticket.version;
      if (uploaded.length > 0) {
        const given = await fetcher.POST('/api/v1/tickets/{id}/attachments', { params: { path }, body: { attachments: uploaded, internal } });
        if (given.error) return given;
        // Files are taken at any time; the message is not, when somebody else wrote meanwhile.
        if (given.data.version === version + 1) version = given.data.version;
        setFiles([]);
      }
      if (!body.trim()) return {};
      return fetcher.POST('/api/v1/tickets/{id}/message', { params: { path, header: ifMatch(version) }, body: { body, internal } });
    });
    if (done) sent();
  };
  const waits = files.some(({ status }) => status === 'uploading');
  const ready = !waits && (body.trim() !== '' || files.some(({ status }) => status === 'done'));
  return { files, add, take: (uid: string) => setFiles((all) => all.filter((one) => one.uid !== uid)), post, busy, ready };
}
