import { Form } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { type Fault, useFaultWords } from '../../../words/fault';

/** A labelled place of the page with what is wrong at it. `at` is its place in what is sent. */
export function Place({
  at,
  label,
  id,
  faults,
  required = false,
  extra,
  style,
  children,
}: {
  at: string;
  label?: string;
  id?: string;
  faults: Fault[];
  required?: boolean;
  extra?: ReactNode;
  style?: CSSProperties;
  children: ReactNode;
}) {
  const words = useFaultWords();
  const wrong = faults.filter(({ pointer }) => pointer === at).map(words);
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={required}
      extra={extra}
      {...(style ? { style } : {})}
      {...(wrong.length > 0 ? { validateStatus: 'error' as const, help: <span role="alert">{wrong.join(' ')}</span> } : {})}
    >
      {children}
    </Form.Item>
  );
}
