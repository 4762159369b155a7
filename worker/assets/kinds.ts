import type { AccessKind, ApplyFault, AssetKind, ErrorCode } from '../../contract/index.ts';

interface AssetFacts {
  /** Grants of this kind open it. */
  opens: AccessKind;
  /** What the host says of one that is not there. */
  missing: ApplyFault;
  /** The field of a new one's body that its name stands in. */
  field: 'name' | 'local';
  exists: ErrorCode;
  limit: ErrorCode;
  quota: ErrorCode;
  /** The name its audit rows give it under. */
  detail: 'database' | 'mailbox';
}

/** In what databases (R9) and mailboxes (R10) differ as things a customer owns. */
export const ASSETS: Record<AssetKind, AssetFacts> = {
  'database-asset': {
    opens: 'database',
    missing: 'database-missing',
    field: 'name',
    exists: 'database-exists',
    limit: 'database-limit',
    quota: 'database-quota',
    detail: 'database',
  },
  'mailbox-asset': {
    opens: 'mailbox',
    missing: 'mailbox-missing',
    field: 'local',
    exists: 'mailbox-exists',
    limit: 'mailbox-limit',
    quota: 'mailbox-quota',
    detail: 'mailbox',
  },
};
