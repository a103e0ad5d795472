// Door of the audit trail: write it, anchor it outside the graph, verify it, take it out.
export { type AnchorReport, type Anchors, type AnchorsOptions, createAnchors } from './anchors.ts';
export type { Only } from './chains.ts';
export { recordErased } from './erasure.ts';
export { type ExportedRecord, exportAudit } from './export.ts';
export { createAuditTrail } from './trail.ts';
export type * from './types.ts';
export { type AuditVerification, type VerifyOptions, verifyAudit } from './verify.ts';
