import { Redis } from 'ioredis';

/** Every key of the fleet begins with this; the queue's own keys stand under it as well. */
export const PREFIX = 'zhengjian';
export const key = (...parts: readonly string[]) => [PREFIX, ...parts].join(':');

/** Redis cannot be used; the message is the sentence for it. */
export class RedisError extends Error {
  override name = 'RedisError';
}

/** What the officer reads of an error of Redis; null for any other. */
export function redisSentence(error: unknown, url: string): string | null {
  const words = String((error as Error)?.message ?? error);
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  const host = url.replace(/\/\/[^@/]*@/, '//');
  if (/WRONGPASS|invalid password|invalid username-password/i.test(words)) return `Redis ${host} 的密码不对。`;
  if (/NOAUTH/.test(words)) return `Redis ${host} 需要密码，请写在地址中：redis://:密码@主机:6379。`;
  if (/MISCONF|OOM command|No space left/i.test(words))
    return `Redis ${host} 写不下了（磁盘或内存已满），请先腾出空间。`;
  if (/LOADING/.test(words)) return `Redis ${host} 正在启动，请稍候再试。`;
  if (
    /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|EAI_AGAIN/.test(code + words) ||
    /Connection is closed/.test(words)
  )
    return `连不上 Redis ${host}，请检查地址和服务是否启动。`;
  return null;
}

/** Opens a connection and proves that it works. @param forWorker it waits for ever and comes back by itself @throws RedisError */
export async function connect(url: string, forWorker = false): Promise<Redis> {
  if (!/^rediss?:\/\//.test(url)) throw new RedisError(`--redis 应为 redis://主机:端口，${url} 不是。`);
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    enableReadyCheck: true,
    retryStrategy: (times) => Math.min(2_000, times * 100),
  });
  let seen: unknown = null;
  redis.on('error', (error) => {
    seen = error;
  });
  try {
    await Promise.race([
      redis.connect().then(() => redis.ping()),
      new Promise((_, reject) => setTimeout(() => reject(seen ?? new Error('ETIMEDOUT')), 5_000)),
    ]);
  } catch (error) {
    redis.disconnect();
    throw new RedisError(redisSentence(seen ?? error, url) ?? `Redis 出错：${(error as Error).message}`);
  }
  if (!forWorker) redis.options.maxRetriesPerRequest = 20;
  return redis;
}
