import { Form } from 'antd';
import { cloneElement, createContext, type ReactElement, type ReactNode, use, useId } from 'react';
import { type Fault, useFaultWords } from '../../../words/fault';

/** What the server found wrong with what was sent, for the fields to look themselves up in. */
const Faults = createContext<Fault[]>([]);
export const FaultsOf = Faults.Provider;

/** What the server said about one place. */
export function useFault(at: string | undefined): string | undefined {
  const words = useFaultWords();
  const found = use(Faults).filter(({ pointer }) => pointer === at);
  return at && found.length > 0 ? found.map(words).join('; ') : undefined;
}

/** A labelled input; what the server found wrong at its place stands below it. */
export function Field({
  label,
  at,
  hint,
  required = false,
  children,
}: {
  label: string;
  at?: string;
  hint?: ReactNode;
  required?: boolean;
  children: ReactElement<{ id?: string; status?: '' | 'error' }>;
}) {
  const id = useId();
  const fault = useFault(at);
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id} required={required} extra={hint} help={fault} validateStatus={fault ? 'error' : undefined} style={{ marginBottom: 12 }}>
      {cloneElement(children, { id })}
    </Form.Item>
  );
}

/** What the server found wrong with a whole group of inputs. */
export function FaultText({ at }: { at: string }) {
  const fault = useFault(at);
  return fault ? <Form.Item help={fault} validateStatus="error" style={{ marginBottom: 8 }} /> : null;
}
