import type {ConnectorSpec} from '../../connectors/connector.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {ConnectorDefinition} from '../../session/engine.ts';
import type {Schema} from '../../types/schema.ts';

export function connectorSpec(
  memory: Memory,
  name: string,
  schema: Schema,
  definition: ConnectorDefinition,
): ConnectorSpec {
  const {options, format, formatOptions} = definition;
  return {memory, name, schema, options, format, formatOptions};
}
