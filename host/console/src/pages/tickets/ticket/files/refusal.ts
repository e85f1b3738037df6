import { isProblem } from '../../../../api/problem';

/** Why a file was not taken: what the server said, or words for a connection that was lost. */
export function refusal(error: unknown, lost: string): string {
  return isProblem(error) ? error.detail : lost;
}
