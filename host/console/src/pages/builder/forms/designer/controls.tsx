import {
  BarcodeOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  DownSquareOutlined,
  FieldNumberOutlined,
  FontSizeOutlined,
  LinkOutlined,
  MoneyCollectOutlined,
  PaperClipOutlined,
  PhoneOutlined,
  PictureOutlined,
  ProfileOutlined,
  TableOutlined,
  UserOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../../api/client';

export type Control = Schemas['FormControl'];
export type ControlType = Control['type'];

const option = (value: string, count: number) => ({ value, label: { 'zh-CN': `选项 ${count}`, en: `Option ${count}` } });

/** Every way to answer, in the order of the palette: its icon, and what a new one begins with. */
export const controls: { type: ControlType; icon: ReactNode; fresh: () => Control }[] = [
  { type: 'text', icon: <FontSizeOutlined />, fresh: () => ({ type: 'text' }) },
  { type: 'long_text', icon: <ProfileOutlined />, fresh: () => ({ type: 'long_text' }) },
  { type: 'number', icon: <FieldNumberOutlined />, fresh: () => ({ type: 'number' }) },
  { type: 'money', icon: <MoneyCollectOutlined />, fresh: () => ({ type: 'money' }) },
  { type: 'phone', icon: <PhoneOutlined />, fresh: () => ({ type: 'phone' }) },
  { type: 'checkbox', icon: <CheckSquareOutlined />, fresh: () => ({ type: 'checkbox' }) },
  { type: 'select', icon: <DownSquareOutlined />, fresh: () => ({ type: 'select', options: [option('one', 1), option('two', 2)] }) },
  { type: 'multi_select', icon: <TableOutlined />, fresh: () => ({ type: 'multi_select', options: [option('one', 1), option('two', 2)] }) },
  { type: 'date', icon: <CalendarOutlined />, fresh: () => ({ type: 'date' }) },
  { type: 'date_time', icon: <ClockCircleOutlined />, fresh: () => ({ type: 'date_time', auto: 'now' }) },
  { type: 'image', icon: <PictureOutlined />, fresh: () => ({ type: 'image' }) },
  { type: 'video', icon: <VideoCameraOutlined />, fresh: () => ({ type: 'video' }) },
  { type: 'attachment', icon: <PaperClipOutlined />, fresh: () => ({ type: 'attachment' }) },
  { type: 'person', icon: <UserOutlined />, fresh: () => ({ type: 'person' }) },
  { type: 'related', icon: <LinkOutlined />, fresh: () => ({ type: 'related', resource: 'order' }) },
  { type: 'order_lines', icon: <BarcodeOutlined />, fresh: () => ({ type: 'order_lines' }) },
];

/** The icon of a control. */
export function iconOf(type: ControlType): ReactNode {
  return controls.find((control) => control.type === type)?.icon;
}
