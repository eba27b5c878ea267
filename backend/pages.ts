import { extname, join } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage } from 'node:http';
import { isPublicPage } from './public/addresses.js';
import { assetsFolder } from './public/assets.js';

const pages = join(import.meta.dirname, '../frontend');

/** An address of the application, and not a file, the API or a public page, is its first page. */
export function rewriteUrl({ url = '/', method }: IncomingMessage): string {
  const [path = '/'] = url.split('?');
  const isElsewhere = /^\/api(\/|$)/.test(path) || isPublicPage(path);
  const isPage = method === 'GET' && !isElsewhere && extname(path) === '';
  return isPage ? '/index.html' : url;
}

/** Serves what was built, for the application and for the public; what bears a hash never changes. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  const shared: FastifyStaticOptions = {
    root: pages,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /-[\w-]{8}\.\w+$/.test(path);
      void reply.header(
        'Cache-Control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  };
  await app.register(fastifyStatic, shared);
  const own = { root: assetsFolder, prefix: '/public/', decorateReply: false };
  await app.register(fastifyStatic, { ...shared, ...own });
}
