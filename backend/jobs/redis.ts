import { Redis } from 'ioredis';
import { StartError } from '../database/start-error.js';

/**
 * Tries the Redis that is to hold the queues.
 * @throws StartError where it can't be reached: BullMQ alone would wait for it for ever.
 */
export async function reachRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    ...{ lazyConnect: true, connectTimeout: 5000 },
    ...{ retryStrategy: () => null, maxRetriesPerRequest: 0 },
  });
  let reason = '';
  client.on('error', ({ message }) => (reason = message));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new StartError(
      `Redis does not answer at REDIS_URL (${reason || (error as Error).message}). ` +
        'Check the address and that the server is running, or unset REDIS_URL to use PostgreSQL.',
    );
  } finally {
    client.disconnect();
  }
}
