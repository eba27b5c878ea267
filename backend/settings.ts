import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { StartError } from './database/start-error.js';

/** An address of one of these schemes, one that a URL parser takes. */
const IsAddress = (schemes: string, example: string) =>
  ValidateBy({
    name: 'isAddress',
    validator: {
      validate: (value) =>
        typeof value === 'string' &&
        new RegExp(`^(${schemes})://[^\\s]+$`).test(value) &&
        URL.canParse(value),
      defaultMessage: () => `an address such as ${example}`,
    },
  });

/** What the environment decides; read once, at the start. */
export class Settings {
  /** The port of the pages and of the API; 0 takes a free one. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'a whole number from 0 to 65535, such as 3000' })
  @Min(0, { message: 'a whole number from 0 to 65535, such as 3000' })
  @Max(65535, { message: 'a whole number from 0 to 65535, such as 3000' })
  PORT: number = 3000;

  /** Where the embedded database and the local mailbox live. */
  @IsString()
  @Matches(/\S/, { message: 'a folder, such as .data' })
  DATA_DIR: string = '.data';

  /** A PostgreSQL to use instead of the embedded one. */
  @IsAddress('postgres|postgresql', 'postgres://boucle:secret@db.example.org:5432/boucle')
  @IsOptional()
  DATABASE_URL?: string;

  /** A Redis that holds the queues instead of PostgreSQL. */
  @IsAddress('rediss?', 'redis://cache.example.org:6379')
  @IsOptional()
  REDIS_URL?: string;

  /** The mail server; without it a local mailbox catches what is sent. */
  @IsAddress('smtps?', 'smtp://user:secret@mail.example.org:587')
  @IsOptional()
  SMTP_URL?: string;

  /** The sender of every letter. */
  @Matches(/^([^<>@]+<)?[^<>@\s]+@[^<>@\s]+>?$/, {
    message: 'an address such as "Boucle <boucle@example.org>"',
  })
  MAIL_FROM: string = 'Boucle <boucle@localhost.localdomain>';

  /** Where people reach the pages; links in letters start with it. */
  @IsAddress('https?', 'https://boucle.example.org')
  @Transform(({ value }: { value: string }) => value.replace(/\/+$/, ''))
  @IsOptional()
  PUBLIC_URL?: string;

  /** What the mail server signs the replies with that it hands over; without it none are taken. */
  @Matches(/^\S{16,}$/, { message: 'at least 16 signs without a space' })
  @IsOptional()
  INBOUND_SECRET?: string;

  /** Where replies to letters go; what they are about is added after a `+`. */
  @Matches(/^[\w.-]{1,20}@[\w-]+(\.[\w-]+)+$/, {
    message: 'an address such as reponses@ccas.example',
  })
  @IsOptional()
  REPLY_ADDRESS?: string;

  /** Where letters come back that cannot be delivered; without it, to the sender of every letter. */
  @Matches(/^[^<>@\s]+@[^<>@\s]+$/, { message: 'an address such as retours@ccas.example' })
  @IsOptional()
  BOUNCE_ADDRESS?: string;

  /** Whether a demonstration organisation is opened on the first start. */
  @Transform(({ value }: { value: unknown }) =>
    value === '1' ? true : value === '0' ? false : value,
  )
  @IsBoolean({ message: '1 or 0' })
  DEMO: boolean = true;
}

/**
 * Reads the settings from an environment; an empty variable counts as unset.
 * @throws StartError that names each wrong one and says what it should look like.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const names = Object.keys(new Settings()).concat(
    'DATABASE_URL',
    'REDIS_URL',
    'SMTP_URL',
    'PUBLIC_URL',
    'INBOUND_SECRET',
    'REPLY_ADDRESS',
    'BOUNCE_ADDRESS',
  );
  const given = names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
  const settings = plainToInstance(Settings, Object.fromEntries(given), {
    exposeDefaultValues: true,
  });
  const problems = validateSync(settings).map(({ property, constraints }) => {
    const [expected] = Object.values(constraints ?? {});
    return `${property} is "${withoutPassword(environment[property])}"; it should be ${expected}.`;
  });
  if (problems.length > 0) throw new StartError(problems.join('\n'));
  return settings;
}

/** What a log may show of an address, even of one that is written wrong. */
function withoutPassword(value = ''): string {
  return value.replace(/:[^:@/]+@/, ':…@');
}
