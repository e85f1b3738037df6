import { isProblem } from '../../../../api/problem';

/** Sends a file and tells how far it is, which `fetch` cannot; answers its id, or says what the server said. */
export function upload(file: File, key: string, progress: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${key}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress((loaded / total) * 100);
    request.onerror = () => reject(new Error());
    request.onload = () => {
      const answer = request.response as { id?: string } | null;
      if (request.status < 300 && answer?.id) resolve(answer.id);
      else reject(new Error(isProblem(answer) ? answer.detail : request.statusText));
    };
    request.send(file);
  });
}
