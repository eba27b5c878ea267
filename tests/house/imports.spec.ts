import { describe, expect, it } from '@jest/globals';
import { circles, type Import, importsUnder, isSpec, read, spelled } from './sources.js';

const backend = importsUnder('backend').filter(({ from }) => !isSpec(from));
const frontend = importsUnder('frontend').filter(({ from }) => !isSpec(from));
const migrations = importsUnder('migrations').filter(({ from }) => !isSpec(from));

const offences = (imports: Import[], allowed: (one: Import) => boolean): string[] =>
  imports.filter((one) => !allowed(one)).map(spelled);

describe('the law', () => {
  it('knows only itself', () => {
    const domain = backend.filter(({ from }) => from.startsWith('backend/domain/'));
    expect(offences(domain, ({ to }) => !!to?.startsWith('backend/domain/'))).toEqual([]);
  });
});

describe('the pages', () => {
  const ofTheServer = frontend.filter(({ to }) => to && !to.startsWith('frontend/'));

  it('take values from the law and types from what travels, and nothing else', () => {
    expect(
      offences(
        ofTheServer,
        ({ to, typesOnly }) =>
          !!to?.startsWith('backend/domain/') || (!!to?.endsWith('.dto.ts') && typesOnly),
      ),
    ).toEqual([]);
  });

  it('need nothing that only runs on a server', () => {
    expect(
      offences(frontend, ({ named }) => !/^(node:|@nestjs\/|typeorm|fastify|pg$)/.test(named)),
    ).toEqual([]);
  });

  const floor = ['ui', 'session', 'i18n', 'shell'];

  it('stand on pieces that know no page', () => {
    const words = /\.(fr|en)\.ts$/;
    const pieces = frontend.filter(({ from }) => floor.includes(roomOf(from) ?? ''));
    expect(
      offences(
        pieces.filter(({ to }) => to?.startsWith('frontend/')),
        ({ to = '' }) => floor.includes(roomOf(to) ?? '') || words.test(to),
      ),
    ).toEqual([]);
  });
});

describe('the rooms of the server', () => {
  /** Who may use whom: a room uses those that stand under it, and those never look up. */
  const order = [
    'cli',
    'demo',
    'jobs',
    'home',
    'letters',
    'scorecards',
    'public',
    'wall',
    'agenda',
    'reminders',
    'plan-sheets',
    'plans',
    'action-views',
    'work',
    'effects',
    'actions',
    'indicators',
    'surveys',
    'analyses',
    'imports',
    'batches',
    'merging',
    'feedback',
    'attachments',
    'people',
    'organization',
    'access',
    'mail',
    'journal',
    'sheets',
    'database',
    'words',
    'domain',
  ];

  /** Doors out of that order, each with its reason. */
  const doors: Record<string, string> = {
    'backend/settings.ts': 'how the program was started concerns everybody',
    'backend/organization/organization.entity.ts': 'whose rows they are: the tenant itself',
    'backend/jobs/queues.ts': 'the names of the queues, which know no job',
  };
  /** Files whose very purpose is to know all rooms. */
  const registers: Record<string, string> = {
    'backend/database/entities.ts': 'the list of tables',
    'backend/cli/serve.ts': 'starts the program',
    'backend/cli/with-program.ts': 'starts the program',
  };

  const between = backend.filter(
    ({ from, to }) => to && roomOf(from) && roomOf(from) !== roomOf(to),
  );

  it('have their place in the order', () => {
    const rooms = new Set(backend.map(({ from }) => roomOf(from)).filter((room) => room));
    expect([...rooms].filter((room) => !order.includes(room ?? ''))).toEqual([]);
  });

  it('are walked through one way', () => {
    const place = (path: string) => order.indexOf(roomOf(path) ?? '');
    expect(
      offences(
        between.filter(({ from, to = '' }) => !(from in registers) && !(to in doors)),
        ({ from, to = '' }) => place(to) > place(from),
      ),
    ).toEqual([]);
  });

  it('never knock at each other’s front door', () => {
    const controllers = between.filter(({ to }) => to?.endsWith('.controller.ts'));
    expect(controllers.map(spelled)).toEqual([]);
  });

  it('know neither the pages nor the tests', () => {
    expect(
      offences(backend, ({ to }) => !to || to.startsWith('backend/')).filter(
        (line) => !line.endsWith('package.json'),
      ),
    ).toEqual([]);
  });

  it('need at run time only what is installed at run time', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const packages = [...backend, ...migrations].filter(
      ({ to, named, typesOnly }) => !to && !typesOnly && !named.startsWith('node:'),
    );
    const nameOf = (named: string) => /^(@[^/]+\/)?[^/]+/.exec(named)?.[0] ?? named;
    expect(offences(packages, ({ named }) => nameOf(named) in dependencies)).toEqual([]);
  });
});

describe('no file', () => {
  it('waits for itself to be loaded', () => {
    const atOnce = [...backend, ...frontend].filter((one) => !one.typesOnly && !one.late);
    expect(circles(atOnce)).toEqual([]);
  });
});

describe('a migration', () => {
  it('lives on when the code it was written with is gone', () => {
    expect(offences(migrations, ({ to }) => !to?.startsWith('backend/'))).toEqual([]);
  });
});

/** `backend/feedback/x.ts` and `frontend/app/feedback/x.ts` are in the room `feedback`. */
function roomOf(path: string): string | undefined {
  return /^(?:backend|frontend\/app)\/([^/]+)\//.exec(path)?.[1];
}
