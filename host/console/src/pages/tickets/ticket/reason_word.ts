import { useCode } from '../../../parts/codes/codes';

/** The word for why goods come back: shops use the codes of problems there as well. */
export function useReasonWord(): (code: string) => string {
  const code = useCode();
  return (reason) => {
    const word = code('reason', reason);
    return word === reason ? code('problem', reason) : word;
  };
}
