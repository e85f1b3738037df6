import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type Ref, useImperativeHandle, useRef } from 'react';

/** Where a finding leads to. */
export interface Jump {
  to: (line: number, column: number) => void;
}

/** The text of a template; a finding selects its place in it. */
export function Source({ id, value, onChange, ref }: { id?: string; value: string; onChange: (value: string) => void; ref: Ref<Jump> }) {
  const area = useRef<TextAreaRef>(null);
  useImperativeHandle(ref, () => ({
    to(line, column) {
      const input = area.current?.resizableTextArea?.textArea;
      if (!input) return;
      const lines = input.value.split('\n');
      const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
      input.focus();
      input.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
      input.scrollTop = (input.scrollHeight / lines.length) * Math.max(0, line - 5);
    },
  }));
  return (
    <Input.TextArea
      id={id}
      ref={area}
      value={value}
      maxLength={200_000}
      rows={24}
      wrap="off"
      spellCheck={false}
      style={{ fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 13 }}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
