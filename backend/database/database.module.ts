import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { workingOptions } from './data-source.js';
import { Tenancy } from './tenancy.js';

/** The token of the database's address. */
export const DatabaseUrl = Symbol('DatabaseUrl');

/** The rows, seen by the working role, one organisation at a time. */
@Global()
@Module({})
export class DatabaseModule {
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...workingOptions(url), retryAttempts: 1 })],
      providers: [Tenancy, { provide: DatabaseUrl, useValue: url }],
      exports: [Tenancy, DatabaseUrl],
    };
  }
}
