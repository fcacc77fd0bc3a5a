import type { DamagedPart } from './damaged-parts.ts';
import * as layout from './layout.ts';
import { NOT_PROVED, PROVED } from './threat-model.ts';

/** Walks the custody log with what every Unix has; the rule it applies is the one written above it in the README. */
export const CHAIN_LOOP = `prev=$(printf '%064d' 0); says=
while IFS= read -r line; do
  case "$line" in
    '{"body":'*|*'"previous":"'*)
      case "$line" in
        *'"previous":"'"$prev"'"'*) ;;
        *) echo "断链: $line"; break ;;
      esac ;;
  esac
  case "$line" in
    *'"withheld":true'*) prev=$(printf %s "$line" | sed 's/.*"sha256":"\\([0-9a-f]*\\)".*/\\1/') ;;
    '{"body":'*) prev=$(printf %s "$line" | sha256sum | cut -c1-64); says=$(printf %s "$line" | cut -c10-73) ;;
    *'"previous":"'*) prev=$(printf %s "$line" | sha256sum | cut -c1-64) ;;
    *) [ "$(printf %s "$line" | sha256sum | cut -c1-64)" = "$says" ] || { echo "内容不符: $line"; break; } ;;
  esac
done < ${layout.CUSTODY_LOG}
echo "链头 $prev"; cat ${layout.CUSTODY_HEAD}`;

/** The instructions in the bundle: every layer checked with programs that nobody of us wrote. */
export function writeReadme(itemIds: readonly string[], damaged: readonly DamagedPart[] = []): string {
  const record = `${layout.itemFolder(itemIds[0] ?? '<证据编号>')}${layout.RECORD}`;
  const signature = `${layout.itemFolder(itemIds[0] ?? '<证据编号>')}${layout.RECORD_SIGNATURE}`;
  const key = `${layout.itemFolder(itemIds[0] ?? '<证据编号>')}${layout.RECORD_KEY}`;
  const list = (lines: readonly string[]) => lines.map((line, index) => `  ${index + 1}. ${line}`).join('\n');
  return `证据包验证说明
==============

本包是 BagIt 1.0（RFC 8493）格式的证据包，装在一个 ZIP 文件里。验证不需要制作它的软件。
先解压，在命令行进入解压出来的文件夹（里面有 ${layout.DECLARATION}），再执行下面的命令。
直接双击 ${layout.REPORT} 可在任何浏览器中离线查看内容。

本包的证据：${itemIds.join('、')}
${damaged.length ? damageWords(damaged) : ''}
一、每个文件是否改动
--------------------
Linux、macOS：
  sha256sum -c ${layout.MANIFESTS.sha256}
  sha256sum -c ${layout.TAG_MANIFEST}
Windows（PowerShell），不一致的文件会列出，没有输出就是全部一致：
  foreach ($m in '${layout.MANIFESTS.sha256}','${layout.TAG_MANIFEST}') { Get-Content -Encoding UTF8 $m | ForEach-Object { $h,$f = $_ -split '  ',2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -ne $h) { "不一致: $f" } } }
单个文件（Windows 命令提示符）：
  certutil -hashfile data\\report.html SHA256

二、国密 SM3 校验值
-------------------
Linux（coreutils 9.0 以上）：
  cksum -a sm3 -c ${layout.MANIFESTS.sm3}
任何系统（OpenSSL）逐个文件计算，与 ${layout.MANIFESTS.sm3} 比对：
  openssl dgst -sm3 ${layout.REPORT}

三、有没有缺少或多出文件
------------------------
  bagit.py --validate .
（bagit.py 是美国国会图书馆的程序：pip install bagit）

四、签名
--------
整个包：
  openssl dgst -sha256 -verify ${layout.SIGNER_KEY} -signature ${layout.SIGNATURE} ${layout.TAG_MANIFEST}
每件证据的封存记录，例如：
  openssl dgst -sha256 -verify ${key} -signature ${signature} ${record}
封存之后的附页逐份签名，在证据文件夹的 ${layout.ADDENDA} 中，例如：
  openssl dgst -sha256 -verify 0001-public-key.pem -signature 0001.json.sig 0001.json
显示 Verified OK 即签名有效。公钥是不是取证单位的，用它的指纹与单位事先登记的指纹核对：
  openssl pkey -pubin -in ${layout.SIGNER_KEY} -outform DER | openssl dgst -sha256
封存记录 ${layout.RECORD} 是 RFC 8785 规范 JSON，它的 SHA-256 就是这件证据的编号校验值：
  sha256sum ${record}

五、可信时间戳（RFC 3161）
--------------------------
包里有 ${layout.STAMP_REPLY} 时：
  openssl ts -verify -queryfile ${layout.STAMP_QUERY} -in ${layout.STAMP_REPLY} -CAfile ${layout.STAMP_CHAIN}
  openssl ts -verify -data ${layout.TAG_MANIFEST} -in ${layout.STAMP_REPLY} -CAfile ${layout.STAMP_CHAIN}
  openssl ts -reply -in ${layout.STAMP_REPLY} -text
${layout.STAMP_CHAIN} 是时间戳机构随回执给出的证书；请另从该机构取得其根证书核对。
没有这个文件就是未加盖时间戳：制作本包时没有设置时间戳服务，或当时没有取得回执。

六、保管日志
------------
${layout.CUSTODY_LOG} 每行一条 RFC 8785 规范 JSON。日志的一行分为行头和内容：行头（以 {"body": 开头）写明行号、上一行行头的 SHA-256
（previous，第一行为 64 个 0）、所属证据的承诺值（of）和内容的 SHA-256（body）；内容紧跟在行头下面一行。与本包无关的行只有行头。
of 是 {"itemId":证据编号,"salt":盐值} 规范 JSON 的 SHA-256，盐值写在该证据各行的内容里：凡是只有行头、而 of 等于包内证据承诺值的，就是漏公开的行。
旧版（0.1.0）写的行不分行头，previous 是上一行全部字节的 SHA-256；不公开的旧行用 "withheld":true 的一行代替，不带承诺值。
最后算出的链头应与 ${layout.CUSTODY_HEAD} 一致。Linux、macOS：
${CHAIN_LOOP}

能证明什么
----------
${list(PROVED)}

不能证明什么
------------
${list(NOT_PROVED)}
`;
}

/** Said before the commands: which of them will show a difference, and that it is no mistake of theirs. */
const damageWords = (damaged: readonly DamagedPart[]): string => `
注意：制作本包时下列文件已与封存记录不一致或丢失，${layout.BAG_INFO} 的 Damaged-File 逐个列出。清单（第一、二、三节）按现存的字节制作，
会显示一致；封存记录 ${layout.RECORD} 里仍是封存时的校验值，与这些文件不符。这些文件不能作为原件使用。
${damaged.map(({ itemId, name, sha256 }) => `  ${layout.itemFolder(itemId)}${name}${sha256 ? '' : '（已丢失）'}`).join('\n')}
`;
