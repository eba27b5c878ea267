import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';

const pages = join(import.meta.dirname, '../frontend');

/** An address of the application, rather than one of its files or of the API, is its first page. */
export function rewriteUrl({ url = '/', method }: IncomingMessage): string {
  const [path = '/'] = url.split('?');
  const isPage = method === 'GET' && !/^\/api(\/|$)/.test(path) && extname(path) === '';
  return isPage ? '/index.html' : url;
}

/** Serves the pages that were built; what bears a hash in its name never changes. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: pages,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /-[\w-]{8}\.\w+$/.test(path);
      void reply.header(
        'Cache-Control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
