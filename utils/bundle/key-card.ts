import { fromBase64 } from '../evidence/base64.ts';
import type { SigningKey } from '../evidence/seal.ts';
import { groupedFingerprint } from '../evidence/trusted-keys.ts';
import { toPem } from './pem.ts';

/**
 * The public half of a signing key as a text file for an office's records and for those who check its bundles. The PEM block
 * in it is what `openssl pkey -pubin` reads; the words before it are skipped by OpenSSL.
 */
export function keyCard(key: Pick<SigningKey, 'publicKey' | 'fingerprint' | 'createdAt'>, office: string): string {
  return `证鉴 签名公钥登记
单位：${office || '（未填写）'}
生成时间：${key.createdAt}
算法：ECDSA P-256
公钥指纹（公钥 DER 的 SHA-256）：
${groupedFingerprint(key.fingerprint)}

核对方法：openssl pkey -pubin -in 本文件 -outform DER | openssl dgst -sha256
私钥只在生成它的设备的浏览器里，不能导出。卸载扩展或删除浏览器配置后私钥随之消失，须重新登记。

${toPem('PUBLIC KEY', fromBase64(key.publicKey))}`;
}
