import type { CertificateKind } from './papers/certificate-terms.ts';

/** Words of a list's column of states that mean an approval is not in force; the words are those of the licensing forms. */
export const ENDED_STATES: readonly string[] = [
  '撤销',
  '注销',
  '吊销',
  '暂停',
  '失效',
  '过期',
  '终止',
  '无效',
  '作废',
  '到期',
];

export const STATE_EXAMPLES: readonly { state: string; ended: boolean }[] = [
  { state: '已撤销', ended: true },
  { state: '注销（2025-03）', ended: true },
  { state: '暂停使用', ended: true },
  { state: '证书过期', ended: true },
  { state: '有效', ended: false },
  { state: '在业', ended: false },
  { state: '未注销', ended: false },
  { state: '存续（在营、开业、在册）', ended: false },
];

/** What the scope of a certification body has to name for it to give a kind of certificate. */
export interface ScopeOfKind {
  kind: CertificateKind;
  name: string;
  words: readonly string[];
  /** Longer words that hold one of these and name another scope. */
  without?: readonly string[];
}

/**
 * Scopes as the list of approved bodies names them (认证领域). A scope is compared only when it names one of these at all: codes
 * (QMS, 01) and free text say nothing against a certificate.
 */
export const SCOPES_OF_KINDS: readonly ScopeOfKind[] = [
  { kind: 'management-system', name: '管理体系认证', words: ['管理体系', '体系认证'] },
  { kind: 'organic', name: '有机产品认证', words: ['有机'] },
  {
    kind: 'ccc',
    name: '强制性产品认证',
    words: ['强制性产品', 'CCC', '3C', '产品认证'],
    without: ['自愿性产品认证', '有机产品认证'],
  },
  { kind: 'voluntary-product', name: '产品认证', words: ['自愿性产品', '产品认证'], without: ['强制性产品认证'] },
  { kind: 'service', name: '服务认证', words: ['服务认证'] },
];

export const SCOPE_EXAMPLES: readonly { kind: CertificateKind; scope: string; outside: boolean }[] = [
  { kind: 'management-system', scope: '有机产品认证、服务认证', outside: true },
  { kind: 'management-system', scope: '质量管理体系认证、产品认证', outside: false },
  { kind: 'management-system', scope: 'QMS, EMS, OHSMS', outside: false },
  { kind: 'organic', scope: '质量管理体系认证', outside: true },
  { kind: 'organic', scope: '有机产品', outside: false },
  { kind: 'ccc', scope: '自愿性产品认证', outside: true },
  { kind: 'ccc', scope: '产品认证', outside: false },
  { kind: 'ccc', scope: '强制性产品认证', outside: false },
  { kind: 'voluntary-product', scope: '强制性产品认证', outside: true },
  { kind: 'voluntary-product', scope: '有机产品认证', outside: false },
  { kind: 'service', scope: '服务认证', outside: false },
  { kind: 'service', scope: '管理体系认证', outside: true },
];
