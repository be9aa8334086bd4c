import {SqlError} from '../../types/sql-error.ts';
import {UNKNOWN, sameKind} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';

/** The highest that a statement may name, as in Postgres; a Bind gives 65535 values at most. */
const MAX_PARAMETERS = 268_435_455;

/** $1, $2 …: declared by the client, or inferred from the first place that wants a type. */
export class Parameters {
  /** By number; those that nothing has used are missing. */
  private readonly types: Map<number, SqlType | null>;
  private highest: number;
  private readonly most: number;

  /** `fixed`: there are no others than those declared. */
  constructor(declared: readonly (SqlType | null)[], fixed = false) {
    this.most = fixed ? declared.length : MAX_PARAMETERS;
    this.highest = declared.length;
    this.types = new Map(declared.map((type, i) => [i + 1, type?.kind === 'unknown' ? null : type]));
  }

  get count(): number {
    return this.highest;
  }

  /** The type a use of $index has: unknown as long as nothing has decided it. Errors: 42P02. */
  use(index: number, position: number): SqlType {
    if (index < 1 || index > this.most) throw new SqlError('42P02', `there is no parameter $${index}`, {position});
    this.highest = Math.max(this.highest, index);
    return this.types.get(index) ?? UNKNOWN;
  }

  /** Decides the type of a parameter that was unknown where it was used. Errors: 42P08. */
  infer(index: number, type: SqlType, position: () => number | undefined): void {
    const known = this.types.get(index);
    if (!known) {
      this.types.set(index, type);
    } else if (!sameKind(known, type)) {
      throw new SqlError('42P08', `inconsistent types deduced for parameter $${index}`, {
        detail: `${kindName(known)} versus ${kindName(type)}`,
        position: position(),
      });
    }
  }

  /** Those declared void are as if nothing had been declared: what a procedure gives back stands in its CALL. */
  voidsAreOpen(): void {
    for (const [index, type] of this.types) if (type?.kind === 'void') this.types.set(index, null);
  }

  /** All types, once the statement is bound. Errors: 42P18. */
  resolved(): readonly SqlType[] {
    const types: SqlType[] = [];
    for (let index = 1; index <= this.highest; index++) {
      const type = this.types.get(index);
      if (!type) throw new SqlError('42P18', `could not determine data type of parameter $${index}`);
      types.push(type);
    }
    return types;
  }
}
