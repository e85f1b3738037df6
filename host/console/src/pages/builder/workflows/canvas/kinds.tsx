import {
  ApiOutlined,
  AuditOutlined,
  BellOutlined,
  BranchesOutlined,
  ClockCircleOutlined,
  EditOutlined,
  FormOutlined,
  ForkOutlined,
  HourglassOutlined,
  MergeCellsOutlined,
  PartitionOutlined,
  PlayCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Kind } from './edit';

/** The sign of each kind of node. */
export const icons: Record<Kind, ReactNode> = {
  start: <PlayCircleOutlined />,
  form: <FormOutlined />,
  approval: <AuditOutlined />,
  condition: <BranchesOutlined />,
  split: <ForkOutlined />,
  join: <MergeCellsOutlined />,
  wait: <HourglassOutlined />,
  timer: <ClockCircleOutlined />,
  hook: <ApiOutlined />,
  notify: <BellOutlined />,
  set: <EditOutlined />,
  subtask: <PartitionOutlined />,
  end: <StopOutlined />,
};
