import type { Schemas } from '../../../../api/client';

type Permission = Schemas['Permission'];

/** Permissions by what they are about, in the order in which a request meets them. */
export const GROUPS: readonly { key: string; permissions: readonly Permission[] }[] = [
  { key: 'tickets', permissions: ['ticket:read', 'ticket:write', 'ticket:approve', 'order:write'] },
  { key: 'goods', permissions: ['warehouse:write'] },
  { key: 'money', permissions: ['finance:read', 'finance:write'] },
  { key: 'reports', permissions: ['report:read', 'report:write'] },
  { key: 'rules', permissions: ['rule:read', 'plugin:write', 'binding:write', 'workflow:write', 'parameter:write'] },
  { key: 'administration', permissions: ['admin:read', 'admin:write'] },
];

/** Fields that shops hide most often, by resource; others are typed. */
export const FIELDS: Record<Schemas['Resource'], readonly string[]> = {
  customers: ['phone', 'name', 'email', 'member_level', 'tags'],
  orders: ['attributes.*', 'payments', 'paid'],
  tickets: ['description', 'subject', 'external_ref', 'fields.*'],
  users: ['email'],
};
