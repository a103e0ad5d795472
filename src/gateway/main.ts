// The gateway process: composes, listens, and when told to stop finishes what it has begun.
import { readEnvironment } from '../config/environment.ts';
import { hostedProcess } from '../config/hosted.ts';
import { composeGateway } from './compose.ts';

const host = hostedProcess();
const env = readEnvironment(process.env);
const { gateway, log, warmUp, close } = await composeGateway(env);
await host.partsReady();
await warmUp();
await gateway.listen({ host: env.TTA_HOST, port: env.PORT });
host.onStop(async () => {
  log.info('stopping: no new requests, turns in progress are finished');
  await close();
});
log.info({ host: env.TTA_HOST, port: env.PORT }, 'the gateway serves');
host.announceReady();
