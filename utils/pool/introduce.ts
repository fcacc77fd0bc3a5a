import { toPem } from '../bundle/pem.ts';
import { fromBase64 } from '../evidence/base64.ts';
import type { PoolLibrary } from './library.ts';
import { keyPlace } from './places.ts';
import type { PoolStore } from './pool-store.ts';

/** Name of the instructions in the pool's folder. */
export const POOL_README = 'README-验证说明.txt';

/** Checks the whole log with what every Unix has; run in the folder of the pool. */
export const LOG_CHECK = `for key in log/*/; do
  id=\${key#log/}; id=\${id%/}; prev=$(printf '%064d' 0); n=0
  [ "$(openssl pkey -pubin -in "keys/$id.pem" -outform DER | sha256sum)" = "$id  -" ] || echo "公钥不符: $id"
  for file in "$key"*.txt; do
    [ -e "$file" ] || continue
    n=$((n + 1)); sum=$(sha256sum < "$file"); sum=\${sum%% *}
    [ "$file" = "$key$(printf '%08d' $n)-$sum.txt" ] || { echo "内容或编号不符: $file"; break; }
    head -n 1 "$file" | tr -d '\\n' > body.tmp; tail -n 1 "$file" | openssl base64 -d -A > sig.tmp
    openssl dgst -sha256 -verify "keys/$id.pem" -signature sig.tmp body.tmp > /dev/null || echo "签名不符: $file"
    grep -q '"number":'$n',"office".*"previous":"'$prev'","publicKey"' body.tmp || echo "断链: $file"
    grep -o '"seen":\\[[^]]*\\],"version":1}$' body.tmp | tr '{' '\\n' |
      sed -n 's/^"key":"\\([0-9a-f]*\\)","number":\\([0-9]*\\),"sha256":"\\([0-9a-f]*\\)".*/\\1 \\2 \\3/p' |
      while read -r k m s; do
        [ -e "log/$k/$(printf '%08d' $m)-$s.txt" ] || echo "缺少: log/$k 第 $m 段，$file 写时曾见"
      done
    prev=$sum
  done
  echo "$id $n 段，链头 $prev"
done; rm -f body.tmp sig.tmp
find bundles -name '*.zip' -exec sha256sum {} + | while read -r sum file; do
  case "$file" in */$sum.zip) ;; *) echo "证据包内容不符: $file" ;; esac
done
cat log/*/*.txt | grep -o '"bundle":"[0-9a-f]*"' | cut -d'"' -f4 | sort -u | while read -r sum; do
  [ -e "bundles/\${sum%\${sum#??}}/$sum.zip" ] || echo "缺少证据包: $sum"
done
`;

const README = `证据池验证说明
==============

bundles/  一件证据一个证据包，文件名是内容的 SHA-256；解压后按包内说明验证
log/      每台电脑一条日志链：每段一个文件，两行，第一行是内容，第二行是对第一行（不含换行）的签名
keys/     公钥，文件名是公钥（DER）的 SHA-256
files/    附页的图片、巡查结果，文件名是内容的 SHA-256

每段写明同一条链上一段的 SHA-256（previous），以及写这段时见过的其他各链的最后一段（seen），各链因此连成一份日志。
下面的命令只用 sha256sum 和 openssl，在本文件夹中运行；除每条链的链头外没有别的输出，就是全部一致。

${LOG_CHECK}`;

/** Puts what others need to check the log by themselves: the public key of this machine, and how it is done. */
export async function introduce(store: PoolStore, library: PoolLibrary, signal?: AbortSignal): Promise<void> {
  const { fingerprint, publicKey } = library.key;
  await store.put(keyPlace(fingerprint), new Blob([toPem('PUBLIC KEY', fromBase64(publicKey))]), signal);
  await store.put(POOL_README, new Blob([README]), signal);
}
