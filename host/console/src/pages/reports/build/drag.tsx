import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Button, theme } from 'antd';
import type { ReactNode } from 'react';

/** Something of the palette: dragged into its zone, or pressed with Enter to add it there. */
export function Chip({ id, label, onAdd }: { id: string; label: string; onAdd: () => void }) {
  const { setNodeRef, listeners, attributes, transform } = useDraggable({ id });
  return (
    <Button ref={setNodeRef} size="small" {...attributes} {...listeners} onClick={onAdd} style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 10 } : undefined}>
      {label}
    </Button>
  );
}

/** Where things of the palette are dropped. */
export function Zone({ id, title, hint, empty, children }: { id: string; title: string; hint: string; empty: boolean; children: ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id });
  const { token } = theme.useToken();
  return (
    <section ref={setNodeRef} aria-label={title} style={{ border: `1px dashed ${isOver ? token.colorPrimary : token.colorBorder}`, borderRadius: token.borderRadius, padding: 12, display: 'grid', gap: 8 }}>
      <h2 className="h">{title}</h2>
      {empty ? <span>{hint}</span> : null}
      {children}
    </section>
  );
}
