// How a process of ours speaks to Temporal: through the codec, always.
import type { DataConverter } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import type { PayloadCodec } from '../privacy/index.ts';
import { FAILURE_CONVERTER_PATH } from './bundle.ts';

export function sealedDataConverter(codec: PayloadCodec): DataConverter {
  return { payloadCodecs: [codec], failureConverterPath: FAILURE_CONVERTER_PATH };
}

export function connectWorker(address: string): Promise<NativeConnection> {
  return NativeConnection.connect({ address });
}
