// A Temporal server behind TLS, as in any installation of more than one machine, reached by the variables of Temporal's own tools.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { run } from '../../src/cli/ground/run.ts';
import { temporalConnection } from '../../src/config/index.ts';

const temporal = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';

describe('Temporal behind TLS', function () {
  this.timeout(60_000);
  let directory: string;
  let server: Server;
  let address: string;
  let authority: string;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tta-tls-'));
    const store = ['-keystore', join(directory, 'store.p12'), '-storetype', 'PKCS12', '-storepass', 'changeit'];
    const certificate = ['-alias', 'a', '-keyalg', 'RSA', '-dname', 'CN=temporal', '-ext', 'san=dns:temporal.test'];
    authority = join(directory, 'authority.pem');
    // Java is needed for Neo4j anyhow, and its keytool makes certificates; Node cannot.
    for (const args of [
      ['-genkeypair', ...certificate, ...store],
      ['-exportcert', '-rfc', '-alias', 'a', '-file', authority, ...store],
    ]) {
      const { code, output } = await run('keytool', args);
      assert.equal(code, 0, output);
    }
    const pfx = readFileSync(join(directory, 'store.p12'));
    const [host = '', port = ''] = temporal.split(':');
    server = createServer({ pfx, passphrase: 'changeit', ALPNProtocols: ['h2'] }, (near) => {
      const far = connect(Number(port), host);
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
  });
  after(() => {
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is reached by client and worker with the authority and the name that are given', async () => {
    const how = temporalConnection(address, {
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority,
      TEMPORAL_TLS_SERVER_NAME: 'temporal.test',
    });
    const client = await Connection.connect({ ...how, connectTimeout: 10_000 });
    await client.close();
    const worker = await NativeConnection.connect(how);
    await worker.close();
  });

  it('is not taken at its word: an unknown authority and another name are refused', async () => {
    const wrong = [
      { TEMPORAL_TLS: 'true', TEMPORAL_TLS_SERVER_NAME: 'temporal.test' },
      { TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority, TEMPORAL_TLS_SERVER_NAME: 'other.test' },
      { TEMPORAL_TLS: 'false' },
    ];
    for (const env of wrong) {
      const how = temporalConnection(address, env);
      await assert.rejects(Connection.connect({ ...how, connectTimeout: 2_000 }), JSON.stringify(env));
    }
  });

  it('takes contents as well as files, and TLS with an API key unless it is switched off', () => {
    writeFileSync(join(directory, 'key.pem'), 'the key');
    const pair = {
      TEMPORAL_TLS_CLIENT_CERT_DATA: 'the certificate',
      TEMPORAL_TLS_CLIENT_KEY_PATH: join(directory, 'key.pem'),
    };
    assert.deepEqual(temporalConnection('a:1', pair), {
      address: 'a:1',
      tls: { clientCertPair: { crt: Buffer.from('the certificate'), key: Buffer.from('the key') } },
    });
    assert.deepEqual(temporalConnection('a:1', { TEMPORAL_API_KEY: 'k' }), { address: 'a:1', apiKey: 'k', tls: {} });
    const off = { TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' };
    assert.deepEqual(temporalConnection('a:1', off), { address: 'a:1', apiKey: 'k' });
    assert.deepEqual(temporalConnection('a:1', { TEMPORAL_API_KEY: '' }), { address: 'a:1' });
  });

  it('names the variable that is wrong', () => {
    const half = { TEMPORAL_TLS_CLIENT_CERT_DATA: 'the certificate' };
    assert.throws(() => temporalConnection('a:1', half), /CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH both/);
    const none = { TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(directory, 'none.pem') };
    assert.throws(() => temporalConnection('a:1', none), /TEMPORAL_TLS_SERVER_CA_CERT_PATH cannot be read/);
  });
});
