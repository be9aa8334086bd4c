import {SqlError} from '../../types/sql-error.ts';
import {UNKNOWN, sameKind} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';

const MAX_PARAMETERS = 65535;

/** $1, $2 …: declared by the client, or inferred from the first place that wants a type. */
export class Parameters {
  private readonly types: (SqlType | null)[];
  private readonly most: number;

  /** `fixed`: there are no others than those declared. */
  constructor(declared: readonly (SqlType | null)[], fixed = false) {
    this.most = fixed ? declared.length : MAX_PARAMETERS;
    this.types = declared.map(type => (type?.kind === 'unknown' ? null : type));
  }

  get count(): number {
    return this.types.length;
  }

  /** The type a use of $index has: unknown as long as nothing has decided it. Errors: 42P02. */
  use(index: number, position: number): SqlType {
    if (index < 1 || index > this.most) throw new SqlError('42P02', `there is no parameter $${index}`, {position});
    while (this.types.length < index) this.types.push(null);
    return this.types[index - 1] ?? UNKNOWN;
  }

  /** Decides the type of a parameter that was unknown where it was used. Errors: 42P08. */
  infer(index: number, type: SqlType, position: number | undefined): void {
    const known = this.types[index - 1];
    if (!known) {
      this.types[index - 1] = type;
    } else if (!sameKind(known, type)) {
      throw new SqlError('42P08', `inconsistent types deduced for parameter $${index}`, {
        detail: `${kindName(known)} versus ${kindName(type)}`,
        position,
      });
    }
  }

  /** All types, once the statement is bound. Errors: 42P18. */
  resolved(): readonly SqlType[] {
    return this.types.map((type, i) => {
      if (type) return type;
      throw new SqlError('42P18', `could not determine data type of parameter $${i + 1}`);
    });
  }
}
