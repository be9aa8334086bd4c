import type {CopyIn, CopyOut, Execution} from './api.ts';
import type {AuditedStatement} from './audit.ts';

/** The execution, whose end is told to the audit trail: read out, failed, or closed before that. */
export function auditedExecution(execution: Execution, audited: AuditedStatement): Execution {
  return {
    columns: execution.columns,
    binary: execution.binary,
    copy: execution.copy && auditedCopy(execution.copy, audited, () => execution.tag),
    get tag() {
      return execution.tag;
    },
    async next(maxRows) {
      try {
        const chunk = await execution.next(maxRows);
        if (chunk === null) audited.succeeded(execution.tag);
        return chunk;
      } catch (error) {
        audited.failed(error);
        throw error;
      }
    },
    async close() {
      audited.succeeded(execution.tag);
      await execution.close();
    },
  };
}

function auditedCopy(copy: CopyIn | CopyOut, audited: AuditedStatement, tag: () => string): CopyIn | CopyOut {
  if (copy.direction === 'out') return copy;
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      audited.failed(error);
      throw error;
    }
  };
  return {
    direction: 'in',
    binary: copy.binary,
    width: copy.width,
    write: data => telling(() => copy.write(data)),
    pause: () => telling(() => copy.pause()),
    end: () => telling(() => copy.end()).then(() => audited.succeeded(tag())),
    fail: reason => telling(() => copy.fail(reason)),
  };
}
