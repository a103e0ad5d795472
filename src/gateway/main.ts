// The gateway process: see compose.ts for its parts, compose/process.ts for its life.
import { runProcess } from '../compose/process.ts';
import { composeGateway } from './compose.ts';

await runProcess('gateway', composeGateway);
