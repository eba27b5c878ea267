import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { INestApplicationContext, LogLevel } from '@nestjs/common';
import type { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { fileMaximum } from './domain/attachments.js';
import { Refusal } from './domain/refusal.js';
import { rewriteUrl, servePages } from './pages.js';
import { isPublicPage, publicRoutes } from './public/addresses.js';
import { readForms } from './public/forms.js';
import { readLetters } from './reminders/raw-letters.js';
import type { Settings } from './settings.js';

/** A proxy in front of us is on this machine or this network; nobody else is believed. */
const nearby = ['loopback', 'linklocal', 'uniquelocal'];

/** A start says that it is ready, and nothing else unless something is wrong. */
export const logLevels: LogLevel[] = ['warn', 'error', 'fatal'];

const nestOptions: NestApplicationContextOptions = {
  logger: logLevels,
  abortOnError: false,
};

/** Opens the rooms without a door: a worker's, or a command's. */
export function openRooms(
  settings: Settings,
  databaseUrl: string,
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.with(settings, databaseUrl), nestOptions);
}

/** Builds the API and the pages; it does not listen yet. */
export async function createHttp(
  settings: Settings,
  databaseUrl: string,
): Promise<NestFastifyApplication> {
  // Without a public address there is no proxy, and whoever says so would escape the rate limits.
  const trustProxy = settings.PUBLIC_URL ? nearby : false;
  const adapter = new FastifyAdapter({
    rewriteUrl,
    trustProxy,
    bodyLimit: 1024 * 1024,
    // A signed link is longer than Fastify expects of a part of an address.
    routerOptions: { maxParamLength: 1000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings, databaseUrl),
    adapter,
    // Nest would read forms as well, which any other site may send: signed in as somebody else, an
    // agent would log what people say where that somebody reads it. A page's JSON can't come from there.
    // Only the public pages take forms (readForms): they know no session, so nobody is misused there.
    { ...nestOptions, bodyParser: false },
  );
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  readForms(fastify);
  readLetters(fastify, settings);
  fastify.addHook('onRequest', (request, reply, done) => {
    const [path = ''] = request.url.split('?');
    const isPublic = isPublicPage(path);
    if (isPublic || path.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
    if (isPublic) void reply.type('text/html; charset=utf-8').header('Vary', 'Accept-Language');
    done();
  });
  // A form of another site would bring the session's cookie along, but can't set a header. The route
  // is asked rather than the address, which can be spelled in many ways.
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isForm = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
    const isOurs = request.headers['x-boucle'] === '1';
    const isApi = request.routeOptions.url?.startsWith('/api/') ?? false;
    done(isForm && isApi && !isOurs ? new Refusal('forbidden', 'request.forged') : undefined);
  });
  app.setGlobalPrefix('api', { exclude: publicRoutes });
  await app.register(helmet, {
    hsts: settings.PUBLIC_URL?.startsWith('https:') ?? false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: [`'self'`],
        // Angular writes its components' styles into the page.
        styleSrc: [`'self'`, `'unsafe-inline'`],
        // What somebody chose or recorded is seen and heard before it is sent.
        imgSrc: [`'self'`, 'data:', 'blob:'],
        mediaSrc: [`'self'`, 'blob:'],
        // On plain http the browser would look for our own files where nobody serves them.
        upgradeInsecureRequests: null,
      },
    },
  });
  await app.register(compress);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: fileMaximum, files: 1, fields: 20 } });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => new Refusal('excessive', 'rate.exceeded'),
  });
  await servePages(app);
  describeApi(app);
  return app;
}

function describeApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Boucle')
    .setDescription('Voice, analysis, action, effect, answer. Errors are {code, message, details}.')
    .setVersion('1')
    .addCookieAuth('boucle_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Boucle, API',
  });
}
