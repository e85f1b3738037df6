import { Link } from 'react-router';
import { told } from './told';

/** What the server says of a golden case, with the way to its decision. */
export function Told({ message }: { message: string }) {
  const { decision, before, after } = told(message);
  if (!decision) return message;
  return (
    <>
      {before}
      <Link to={`/rules/decisions/${decision}`}>{decision}</Link>
      {after}
    </>
  );
}
