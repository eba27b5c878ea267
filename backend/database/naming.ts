import { DefaultNamingStrategy } from 'typeorm';

/** `dueOn` in the code is `due_on` in the tables. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom?: string): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
